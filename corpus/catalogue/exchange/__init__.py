"""Articles with their histories as lines of JSON, out of a catalogue and into another."""
