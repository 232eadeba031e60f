"""Decisions from facts: the fate of A^n, and certificates for it."""
