"""What is to be seen of a running bot from outside: its log, its metrics and its health."""
