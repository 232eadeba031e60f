"""Proofs with everything that is written by hand; matrix products and determinants are taken for known."""
