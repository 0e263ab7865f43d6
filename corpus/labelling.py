"""What every article is marked with on its way in: its kind, and whether it is only a beginning."""

from __future__ import annotations

from dataclasses import replace

from corpus.article import Draft, Shortfall
from corpus.genre import genre
from corpus.paywall import before_wall


def labelled(draft: Draft) -> Draft:
    """Return an article with its marks and without what a paywall says below it.

    What is stated, or was read from the page around the text, stays.
    """
    return replace(labels(draft), text=before_wall(draft.text)[0])


def labels(draft: Draft) -> Draft:
    """Return an article with its marks and its text as it is, as for one whose passages are cut."""
    shortfall = Shortfall.BEGINNING if before_wall(draft.text)[1] else None
    return replace(draft, genre=draft.genre or genre(draft), shortfall=draft.shortfall or shortfall)
