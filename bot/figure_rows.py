"""Figures as rows with a name and a value, for a terminal, a page or a document."""

from collections.abc import Iterator

from retrieval.lab.evaluating.measures import Figures
from retrieval.lab.evaluating.paired_test import SIGNIFICANT, Difference

Row = tuple[str, str]


def rows(figures: Figures) -> list[Row]:
    """Return what is known, each measure with its value; shares lie in [0, 1]."""
    return [("questions", str(figures.questions)), *_known(figures), *_times(figures)]


def differing(one: Difference) -> tuple[str, str, str]:
    """Return a difference, its p and the questions that gained and lost, as they are written."""
    star = " *" if one.p < SIGNIFICANT else ""
    p = f"{one.p:.3f}{star}" if one.p >= 0.001 else f"under 0.001{star}"  # noqa: PLR2004 - three digits
    return f"{one.after - one.before:+.3f}", p, f"{len(one.better)} / {len(one.worse)}"


def _known(figures: Figures) -> Iterator[Row]:
    quoted, abstention = figures.quoted, figures.abstention
    known: dict[str, float | None] = dict(figures.ranking)
    if quoted:
        known |= {
            "answer in first quote": quoted.first,
            "answer in any quote": quoted.any,
            "… and first quote shown": quoted.first_given,
            "… and any quote shown": quoted.any_given,
        }
    if figures.words:
        known |= {"words exactly": figures.words.exact, "words, F1": figures.words.f1}
    known |= {
        "shown quotes that answer": figures.precision,
        "AUROC": abstention.auroc,
        "answerable answered": abstention.answered,
        "unanswerable refused": abstention.refused,
        "calibration error": abstention.ece,
    }
    yield from ((name, f"{value:.3f}") for name, value in known.items() if value is not None)


def _times(figures: Figures) -> Iterator[Row]:
    for name, value in (("p50", figures.p50), ("p95", figures.p95)):
        if value is not None:
            yield f"milliseconds, {name}", f"{value:.1f}"
