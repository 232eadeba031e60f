"""Exact algebra: the door, matrices and polynomials over Q, and the arithmetic beneath them."""
