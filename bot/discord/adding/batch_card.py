"""Several articles at once: a line for each, what can be read in one embed and what cannot in another."""

import base64
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import discord

from bot.discord.adding.feed_reasons import in_words
from bot.discord.adding.outcomes import outcome
from bot.discord.adding.words import ADDING, AddingWords
from bot.discord.connection.components import button, custom_id, rows
from bot.discord.display.card_words import CARD
from bot.discord.display.escape import host, inline, shortened
from bot.discord.display.sources import source
from bot.marks import marks
from corpus.article import Draft
from corpus.catalogue.decide import Decision, Status
from corpus.catalogue.proposals import Proposal
from corpus.errors import SourceUnreadable
from retrieval.curating.carrying_out import CarriedOut

MOST = 10
ADD_ALL, DROP_ALL, OPEN_ONE = "batch-add", "batch-drop", "batch-open"
# Ten lines of either kind stay below an embed's 4,096 characters, and together below a message's 6,000.
_LINE = 250
_SOURCE, _SENTENCE, _TITLE = 60, 200, 60
_LINKS = (120, 0)
_OPTION = 100


def batch_message(
    readable: Sequence[tuple[Proposal, Decision]], errors: Sequence[SourceUnreadable], language: str
) -> dict[str, Any]:
    """Return what was read of several links or files, with *Add all* and a menu to see one preview."""
    words = ADDING.of(language)
    lines = [f"- {_line(one.draft, language)} · {_told(decision, language)}" for one, decision in readable]
    heading = words.can_be_read.format(readable=len(readable), count=len(readable) + len(errors))
    card = discord.Embed(description="\n".join([heading, *lines])).set_author(name=words.heading)
    embeds = [card, *([_errors(errors, language)] if errors else [])]
    if not readable:
        return {"content": None, "embeds": embeds, "view": None}
    label = words.add_some.format(readable=len(readable), count=len(readable) + len(errors))
    view = _decisions([one for one, _ in readable], label if errors else words.add_all, words)
    return {"content": None, "embeds": embeds, "view": view}


def outcome_lines(
    proposals: Sequence[Proposal], done: Mapping[str, CarriedOut | None], failed: str, language: str
) -> list[str]:
    """Return a line for what became of each proposal; None is one that somebody had dealt with before."""

    def became(proposal: Proposal) -> str:
        if proposal.id not in done:
            return failed
        one = done[proposal.id]
        return outcome(one, language) if one else ADDING.of(language).dealt_with

    return [f"- {became(proposal)}: {_line(proposal.draft, language)}" for proposal in proposals]


def packed(ids: Sequence[str]) -> str:
    """Return up to ten ids of proposals, twelve hexadecimal digits each, as one argument of a custom id."""
    return base64.urlsafe_b64encode(bytes.fromhex("".join(ids))).decode()


def unpacked(argument: str) -> list[str]:
    """Return the ids that `packed` put together; none where it did not."""
    try:
        digits = base64.urlsafe_b64decode(argument).hex()
    except ValueError:
        return []
    return [digits[start : start + 12] for start in range(0, len(digits), 12)]


def _line(draft: Draft, language: str) -> str:
    every = (source(draft, draft.url, CARD.of(language), longest) for longest in _LINKS)
    return next((line for line in every if len(line) <= _LINE), inline(draft.title or "", _TITLE))


def _told(decision: Decision, language: str) -> str:
    """Return what would become of an article, and what it is marked with."""
    marked = marks(decision.draft, language)
    return " · ".join(filter(None, (_status(decision, ADDING.of(language)), marked)))


def _status(decision: Decision, words: AddingWords) -> str:
    twin = decision.existing.draft if decision.existing else None
    said: dict[Status, Callable[[], str]] = {
        Status.ADDED: lambda: words.new,
        Status.REPLACED: lambda: words.replaces,
        Status.UNCHANGED: lambda: words.same,
        Status.DUPLICATE: lambda: words.twin.format(title=inline((twin and twin.title) or "", _TITLE)),
    }
    return said[decision.status]()


def _errors(errors: Sequence[SourceUnreadable], language: str) -> discord.Embed:
    lines = [
        f"- {inline(one.source, _SOURCE)}: {inline(in_words(one, language), _SENTENCE)}" for one in errors
    ]
    return discord.Embed(description="\n".join([ADDING.of(language).cannot_be_read, *lines]))


def _decisions(proposals: Sequence[Proposal], label: str, words: AddingWords) -> discord.ui.View:
    ids = packed([one.id for one in proposals])
    menu: discord.ui.Select[Any] = discord.ui.Select(
        custom_id=custom_id(OPEN_ONE),
        placeholder=words.open_one,
        options=[_option(one) for one in proposals],
    )
    add = button(label, ADD_ALL, ids, style=discord.ButtonStyle.success)
    return rows([menu], [add, button(words.cancel, DROP_ALL, ids)])


def _option(proposal: Proposal) -> discord.SelectOption:
    draft = proposal.draft
    title = shortened(draft.title or draft.text, _OPTION) or proposal.id
    where = filter(None, (draft.outlet or host(draft.url), str(draft.published or "")))
    described = shortened(", ".join(where), _OPTION)
    return discord.SelectOption(label=title, value=proposal.id, description=described or None)
