"""The two forms of an article, what is known of it alone and with its text, and what people fill in."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import discord

from bot.discord.adding.words import ADDING, AddingWords
from bot.discord.connection.components import field, modal
from bot.discord.display.escape import inline, shortened
from corpus.article import Draft
from corpus.reading import fields
from corpus.reading.fields import BadField

FORM, EDITED = "draft-form", "draft-edited"
TEXT = "text"
_LONGEST = {"title": 300, "outlet": 100, "author": 200, "published": 40, "url": 1000}
_KNOWN = ("title", "outlet", "author", "published", "url")
_FORM = ("title", "outlet", "published", "url")
_MODAL_TEXT = 4000
_SHOWN = 60


def form(language: str, name: str = FORM, *arguments: object) -> discord.ui.Modal:
    """Return the empty form of a new article, for the handler of that name."""
    words = ADDING.of(language)
    typed = [_field(name, words) for name in _FORM]
    text = field(TEXT, words.text, description=words.text_how, longest=_MODAL_TEXT, paragraph=True)
    return modal(words.form_title, [*typed, text], name, *arguments)


def edit_form(proposal_id: str, draft: Draft, language: str) -> discord.ui.Modal:
    """Return the form with what is known of a proposed article."""
    words = ADDING.of(language)
    typed = [_field(name, words, _prefilled(draft, name)) for name in _KNOWN]
    return modal(words.edit_title, typed, EDITED, proposal_id)


def amended(draft: Draft, typed: Mapping[str, str], language: str) -> tuple[Draft, list[str]]:
    """Return the article with what was typed, and a sentence for each field that cannot be what it says.

    Such a field stays as it was, and so does one that is as it was filled in beforehand. An empty one is
    no longer known.
    """
    changed = {name: value for name, value in typed.items() if value != _prefilled(draft, name)}
    return _with(draft, changed, language)


def completed(draft: Draft, typed: Mapping[str, str], language: str) -> tuple[Draft, list[str]]:
    """Return the article with what was typed; what was left empty stays as it was read."""
    return _with(draft, {name: value for name, value in typed.items() if value}, language)


def _with(draft: Draft, typed: Mapping[str, str], language: str) -> tuple[Draft, list[str]]:
    stated: dict[str, Any] = {}
    sentences = []
    for name in (name for name in _KNOWN if name in typed):
        try:
            stated[name] = getattr(fields.read({name: typed[name]}), name)
        except BadField:
            sentences.append(_wrong(name, typed[name], language))
    if sentences:
        sentences.append(ADDING.of(language).rest_kept)
    return replace(draft, **stated), sentences


def _wrong(name: str, written: str, language: str) -> str:
    """Return the sentence for a date or link that is none."""
    words = ADDING.of(language)
    said = words.no_address if name == "url" else words.bad_date
    return said.format(written=inline(written, _SHOWN))


def labels(names: Iterable[str], words: AddingWords) -> list[str]:
    """Return how people call those fields."""
    called = {"published": words.published, "url": words.link, "outlet": words.outlet}
    called |= {"title": words.title, "author": words.author}
    return [called[name] for name in names]


def _field(name: str, words: AddingWords, value: str | None = None) -> discord.ui.Label[Any]:
    (label,) = labels([name], words)
    how = words.published_how if name == "published" else None
    return field(name, label, description=how, value=value, longest=_LONGEST[name])


def _prefilled(draft: Draft, name: str) -> str:
    known = getattr(draft, name)
    return shortened(str(known), _LONGEST[name]) if known is not None else ""
