"""The version of symspec, written here once."""

__version__ = "0.1.0"
