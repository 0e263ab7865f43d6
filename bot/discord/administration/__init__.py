"""What those who manage a server set about the bot, and what it may do there."""
