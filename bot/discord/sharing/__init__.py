"""Sharing with a channel what was shown in private."""
