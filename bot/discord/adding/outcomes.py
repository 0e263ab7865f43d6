"""What became of a proposal, as the message that its preview turns into, with the way to the next find."""

from typing import Any

import discord

from bot.bilingual import counted
from bot.discord.adding.words import ADDING
from bot.discord.connection.components import button, rows
from bot.discord.display.card_words import CARD
from bot.discord.display.sources import source
from bot.discord.display.words import WORDS
from corpus.article import Draft
from corpus.catalogue.decide import Status
from corpus.catalogue.proposals import Proposal
from retrieval.curating.carrying_out import CarriedOut

UNDO = "draft-undo"
_LINK = 400
NEXT = "draft-next"


def outcome_message(done: CarriedOut, language: str, who: str | None = None) -> dict[str, Any]:
    """Return what was done with the article, with *Undo* where that changed something.

    Args:
        done: what became of the proposal.
        language: that of the bot's own words.
        who: the number of the person who decided, where others see the message too.
    """
    words = ADDING.of(language)
    lines = [_said(outcome(done, language), done.article.draft, language, who)]
    if done.closed:
        lines.append(counted(words.closed, done.closed))
    if done.change is None:
        return _message("\n".join(lines), None)
    undo = button(words.undo, UNDO, done.change.id, done.proposal.id)
    return _message("\n".join(lines), rows([undo]))


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


def outcome(done: CarriedOut, language: str) -> str:
    """Return in some words what became of the proposal."""
    words = ADDING.of(language)
    if done.proposal.corrects is not None:
        return words.corrected
    return {
        Status.ADDED: words.added,
        Status.REPLACED: words.replaced,
        Status.UNCHANGED: words.unchanged,
        Status.DUPLICATE: words.duplicate,
    }[done.status]


def _said(what: str, draft: Draft, language: str, who: str | None) -> str:
    return f"{what}{_by(language, who)}: {source(draft, draft.url, CARD.of(language), _LINK)}"


def _by(language: str, who: str | None) -> str:
    return ADDING.of(language).by_whom.format(who=f"<@{who}>") if who else ""


def _message(text: str, view: discord.ui.View | None) -> dict[str, Any]:
    return {"content": None, "embeds": [discord.Embed(description=text)], "view": view}


def with_next(
    message: dict[str, Any], interaction: discord.Interaction[Any], proposal: Proposal, language: str
) -> dict[str, Any]:
    """Return a message about a proposal with *Next* under it, if a feed found it and it is shown privately.

    In the moderators' channel every find has a message of its own.
    """
    if proposal.feed_id is None or _is_public(interaction):
        return message
    view = message["view"] or rows()
    onward: discord.ui.Button[Any] = button(WORDS.of(language).next, NEXT, proposal.feed_id, proposal.id)
    onward.row = 0
    return {**message, "view": view.add_item(onward)}


def _is_public(interaction: discord.Interaction[Any]) -> bool:
    changed = interaction.response.type is discord.InteractionResponseType.deferred_message_update
    return changed and interaction.message is not None and not interaction.message.flags.ephemeral
