"""What became of a proposal, as the message that its preview turns into."""

from __future__ import annotations

from typing import Any

import discord

from bot.bilingual import counted
from bot.discord.adding.filing import Filed
from bot.discord.adding.words import ADDING
from bot.discord.connection.components import button, rows
from bot.discord.display.card_words import CARD
from bot.discord.display.sources import source
from corpus.article import Draft
from corpus.catalogue.decide import Status

UNDO = "draft-undo"
_LINK = 400


def outcome_message(filed: Filed, language: str, who: str | None = None) -> dict[str, Any]:
    """Return what was done with the article, with *Undo* where that changed something.

    Args:
        filed: what became of the proposal.
        language: that of the bot's own words.
        who: the number of the person who decided, where others see the message too.
    """
    words = ADDING.of(language)
    lines = [_said(outcome(filed, language), filed.article.draft, language, who)]
    if filed.closed:
        lines.append(counted(words.closed, filed.closed))
    undo = button(words.undo, UNDO, filed.change or 0, filed.proposal.id)
    return _message("\n".join(lines), rows([undo]) if filed.change is not None else None)


def dropped_message(draft: Draft, language: str, who: str | None = None) -> dict[str, Any]:
    """Return that the article was not added."""
    return _message(_said(ADDING.of(language).cancelled, draft, language, who), None)


def stopped_message(draft: Draft, language: str) -> dict[str, Any]:
    """Return that the preview of an article was stopped, and nothing kept."""
    return _message(_said(ADDING.of(language).stopped, draft, language, None), None)


def undone_message(before: str, language: str, who: str | None = None) -> dict[str, Any]:
    """Return that what the message said `before` was taken back."""
    said = ADDING.of(language).taken_back.format(by=_by(language, who))
    return _message(f"{before}\n\n{said}".strip(), None)


def outcome(filed: Filed, language: str) -> str:
    """Return in some words what became of the proposal."""
    words = ADDING.of(language)
    if filed.proposal.corrects is not None:
        return words.corrected
    return {
        Status.ADDED: words.added,
        Status.REPLACED: words.replaced,
        Status.UNCHANGED: words.unchanged,
        Status.DUPLICATE: words.duplicate,
    }[filed.status]


def _said(what: str, draft: Draft, language: str, who: str | None) -> str:
    return f"{what}{_by(language, who)}: {source(draft, draft.url, CARD.of(language), _LINK)}"


def _by(language: str, who: str | None) -> str:
    return ADDING.of(language).by_whom.format(who=f"<@{who}>") if who else ""


def _message(text: str, view: discord.ui.View | None) -> dict[str, Any]:
    return {"content": None, "embeds": [discord.Embed(description=text)], "view": view}
