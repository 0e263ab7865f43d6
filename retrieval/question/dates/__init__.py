"""Dates in a question, and which articles they leave."""
