"""Exact objects written for people: plain text, LaTeX, MathML."""
