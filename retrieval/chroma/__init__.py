"""The vector index: the one door to Chroma.

Chroma holds ids, vectors and the few fields that filters need, never a text. Whatever it holds can
be made again from the catalogue without embedding, so what is broken is dropped and rebuilt.
"""
