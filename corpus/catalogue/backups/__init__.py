"""Backups of a catalogue in one file, and the way back from them."""
