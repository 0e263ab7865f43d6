"""News digests: what came in since the last one, by story, and which waiting questions it answers."""
