"""Iterated maps: v, A v, A^2 v, ..; ratios of successive norms; power iteration; rescaling by rho."""
