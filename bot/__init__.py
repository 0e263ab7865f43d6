"""The ways in: the command line and the Discord bot."""
