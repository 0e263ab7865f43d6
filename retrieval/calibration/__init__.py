"""Fitting how sure an answer is to questions whose articles are known."""
