"""The steps, one file each; a file's number is the revision that it leads to."""
