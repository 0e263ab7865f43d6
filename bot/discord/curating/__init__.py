"""What moderators do in Discord with the articles that are there: look, remove, correct, take back."""
