"""The digest of a server: what came in, posted every day or week in a channel that its moderators choose."""
