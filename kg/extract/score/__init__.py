"""Scores: what was read, held against what a person read."""
