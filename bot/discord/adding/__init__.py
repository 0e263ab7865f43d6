"""Articles that moderators add in Discord: read, shown with what they would change, then added or not."""
