"""The words of answers: one closed vocabulary, and what becomes of every word and sign that is typed."""
