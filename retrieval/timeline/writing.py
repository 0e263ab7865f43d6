"""Writing the values of a timeline: a figure and what it is counted per."""

from __future__ import annotations

from retrieval.figures.figure import Figure
from retrieval.figures.writing import written

_PER = {
    "en": {"piece": "apiece"},
    "nl": {
        "hour": "per uur",
        "day": "per dag",
        "week": "per week",
        "month": "per maand",
        "year": "per jaar",
        "person": "per persoon",
        "piece": "per stuk",
    },
}


def value(figure: Figure, rate: str | None, language: str | None) -> str:
    """Return a value as one writes it in Dutch (`nl`), or in English for readers of any other language."""
    told = written(figure, language)
    if rate is None:
        return told
    per = _PER["nl" if language == "nl" else "en"].get(rate, f"per {rate}")
    return f"{told} {per}"
