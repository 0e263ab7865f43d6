"""The questions that wait for an article, as moderators go through them: grouped, added for, dismissed."""
