"""The bot in Discord: questions as slash commands, answers as cards."""
