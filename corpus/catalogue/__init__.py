"""The catalogue: one database that is the truth about the corpus."""
