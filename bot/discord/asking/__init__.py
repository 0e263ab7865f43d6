"""Questions in Discord, by whatever way they come, and what can be done with an answer."""
