"""How the names of a question are written in the corpus: with numbers, with errors, in short and in full."""
