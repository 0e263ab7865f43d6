"""The nightly backup, as a chore of the bot."""
