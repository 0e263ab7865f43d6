"""What the bot says of itself, and of a corpus that is empty."""
