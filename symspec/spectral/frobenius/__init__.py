"""Similarity over the field of the entries: invariant factors, Frobenius form, primary form, A ~ B."""
