"""The articles: reading them from anywhere and keeping them in the catalogue."""
