"""What newsdesk itself says of answers and timelines, the same on the terminal and in Discord."""
