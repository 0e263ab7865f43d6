"""Feeds that a server follows, as moderators manage them, and what those find."""
