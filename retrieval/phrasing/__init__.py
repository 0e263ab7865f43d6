"""Phrasing: an answer in the asker's language by a chat model, of which only what its quotes say is kept."""
