"""Watched questions: which changes can touch them, what of their answers changed, and when it is told."""
