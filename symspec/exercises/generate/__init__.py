"""Matrices for exercises, drawn from a seed so that the whole path of the solution stays short to write."""
