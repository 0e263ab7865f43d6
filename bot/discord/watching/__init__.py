"""Following the news: what people watch, and telling them when an article changes its answer."""
