"""Proofs about one matrix as plain data: exact objects and codes, no words of any language."""
