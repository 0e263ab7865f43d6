"""Texts to vectors, and a question to the words that answer it: the models and what runs them."""
