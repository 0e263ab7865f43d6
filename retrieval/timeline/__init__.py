"""What articles say of one matter over time: its values, or what was written, oldest first."""
