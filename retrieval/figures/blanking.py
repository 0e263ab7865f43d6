"""Leaving the figures of a text out."""

from __future__ import annotations

from retrieval.figures.reading import figures


def without_figures(text: str, language: str | None) -> str:
    """Return a text with blanks in place of its figures, as long as it was.

    Args:
        text: some sentences.
        language: its ISO 639-1 code; None where it is not known.
    """
    kept = list(text)
    for figure in figures(text, language):
        kept[figure.start : figure.end] = " " * (figure.end - figure.start)
    return "".join(kept)
