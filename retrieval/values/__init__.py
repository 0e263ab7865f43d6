"""The value that a question asks for: its kind, what it is called, and whether a sentence gives it."""
