"""Training of the reader: from the base model and question sets to the files that are shipped."""
