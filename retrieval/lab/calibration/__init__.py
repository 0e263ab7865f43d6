"""Fitting how sure an answer is to questions and texts that the reader was not trained on."""
