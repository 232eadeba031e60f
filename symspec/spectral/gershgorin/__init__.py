"""Gershgorin's discs: where eigenvalues lie, and how many, without computing one."""
