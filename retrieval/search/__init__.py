"""From a question to passages: candidates from vectors and words, fused and ranked."""
