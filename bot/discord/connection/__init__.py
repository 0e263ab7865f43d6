"""The connection to Discord and what every request passes: reception, visit, delivery, newsroom."""
