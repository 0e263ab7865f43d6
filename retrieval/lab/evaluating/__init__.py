"""Measuring the search and the answers with questions whose answers are known."""
