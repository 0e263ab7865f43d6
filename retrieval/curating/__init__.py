"""What a newsroom does: articles added and corrected, feeds, digests, what people watch."""
