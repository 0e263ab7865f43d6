"""What a bot that died left undone: written down while it works, and told by the one that comes after."""
