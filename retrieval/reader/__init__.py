"""Reading a passage for a question: what answers, with which words, or that nothing does."""
