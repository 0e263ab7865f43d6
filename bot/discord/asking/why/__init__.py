"""How an answer came about, told to the people where it was given."""
