"""Jobs on PostgreSQL: looking after the queue, and doing what lies in it."""
