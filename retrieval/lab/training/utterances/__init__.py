"""Fitting what tells the kinds of messages apart."""
