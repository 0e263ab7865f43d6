"""Drafts as JSON documents, and JSON documents as drafts."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from corpus.article import Draft, Genre, Shortfall
from corpus.dates import PartialDate

# What is no string, and how it is read back from one.
_READ = {
    "published": PartialDate.parse,
    "modified": PartialDate.parse,
    "genre": Genre,
    "shortfall": Shortfall,
}


def document(draft: Draft) -> dict[str, str]:
    """Return a draft as a JSON object: what is not known is left out, dates are written."""
    known = ((field.name, getattr(draft, field.name)) for field in fields(Draft))
    return {name: str(value) for name, value in known if value is not None}


def draft(written: Mapping[str, str]) -> Draft:
    """Return the draft of which `document` made that."""
    known: dict[str, Any] = {name: _READ.get(name, str)(value) for name, value in written.items()}
    return Draft(**known)
