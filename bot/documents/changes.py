"""Changes of the corpus as JSON documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.documents import Document

if TYPE_CHECKING:
    from corpus.catalogue.journal import Change


def change(one: Change) -> Document:
    """Return a journal entry."""
    return {
        "id": one.id,
        "at": one.at.isoformat(timespec="seconds"),
        "actor": one.actor,
        "guild": one.guild,
        "action": one.action.value,
        "article_id": one.article_id,
        "title": one.title,
        "undoes": one.undoes,
        "undone_by": None if one.holds else one.undone_by,
        "note": one.note,
    }
