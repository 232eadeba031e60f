"""Renderings: facts and proofs in words and signs, for people and for programs."""
