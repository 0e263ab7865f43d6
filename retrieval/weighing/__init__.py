"""Weighing the sentences of a passage as answers to a question, by what was learnt from answered ones."""
