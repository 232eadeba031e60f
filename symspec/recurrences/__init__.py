"""Sequences behind powers: linear recurrences, walks in graphs, populations by age."""
