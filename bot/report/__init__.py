"""What an evaluation found, for people: rows, plots and a page that needs nothing beside itself."""
