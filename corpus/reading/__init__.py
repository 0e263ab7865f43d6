"""From what a person names to articles: addresses, files, folders, lines and standard input."""
