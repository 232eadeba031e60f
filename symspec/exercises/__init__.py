"""Answers to exercises, judged by the properties that define what was asked."""
