"""What we know of Dutch and English, once: their words, their names of things, how alike two texts are."""
