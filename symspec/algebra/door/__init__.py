"""Readers of files, of other notations and of other libraries' arrays; symspec.algebra.coerce calls them."""
