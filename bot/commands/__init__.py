"""The commands of `newsdesk`, one file each."""
