"""Every way to ask that is not a command: mentions, replies, threads, direct messages and a menu."""
