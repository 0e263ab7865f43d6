"""The one message to a server that the bot has joined."""
