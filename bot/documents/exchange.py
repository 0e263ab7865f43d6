"""What became of exported and imported articles, as JSON documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.documents import Document
from corpus.catalogue.exchange.history import Coming
from corpus.errors import LineUnusable

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.curating.importing import Imported


def exported(file: Path, articles: int, versions: int) -> Document:
    """Return how much was exported into a file."""
    return {"file": str(file), "articles": articles, "versions": versions}


def imported(outcomes: Sequence[Imported | LineUnusable]) -> Document:
    """Return how many articles became what, and which lines were not imported."""
    became = Counter(one.status for one in outcomes if not isinstance(one, LineUnusable))
    return {
        **{status.value: became[status] for status in Coming if status is not Coming.DIFFERENT},
        "failed": [
            {"line": one.number, "error": str(one)} for one in outcomes if isinstance(one, LineUnusable)
        ],
    }
