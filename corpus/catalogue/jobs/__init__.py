"""Jobs in the catalogue's PostgreSQL: left by one process, done by whichever has a hand free."""
