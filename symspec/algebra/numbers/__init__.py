"""Exact algebraic numbers: an irreducible polynomial and the rectangle that isolates one of its roots."""
