"""What the terminal shows: rich on a terminal, plain text in a pipe."""
