"""Functions of a matrix: f(A) for rational f, exp(tA), principal powers, square roots, sign."""
