"""Adding several articles at once: reading each, then all or none of them, or one by one."""

import contextlib
import functools
from collections.abc import Sequence
from typing import Any

import discord

from bot.discord.adding.batch_card import (
    ADD_ALL,
    DROP_ALL,
    MOST,
    OPEN_ONE,
    batch_message,
    outcome_lines,
    unpacked,
)
from bot.discord.adding.offers import Offer, Read
from bot.discord.adding.previews import show_preview_of
from bot.discord.adding.progress_notes import during
from bot.discord.adding.words import ADDING
from bot.discord.connection.components import Components, chosen
from bot.discord.connection.delivery import hold, show, think
from bot.discord.connection.errors import Gone, UsedUp
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.newsroom import Newsroom, Parts
from bot.discord.connection.visit import Visit
from bot.discord.display.escape import inline
from corpus.article import Draft
from corpus.catalogue import proposals
from corpus.catalogue.connection import Connection
from corpus.catalogue.decide import Decision
from corpus.catalogue.proposals import Proposal
from corpus.errors import CorpusError, DecidedAlready, SourceUnreadable
from retrieval.curating.carrying_out import CarriedOut, add_or_correct
from retrieval.curating.deciding import decided
from retrieval.errors import RetrievalError

_NAME = 60


class Batch:
    """Shows batches and handles what is clicked under them."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom
        # The batches being added: a second click meanwhile would tell half of it in the same message.
        self._being_added: set[str] = set()

    def install(self, components: Components) -> None:
        """Have the handlers called."""
        components.add(ADD_ALL, self._add_all)
        components.add(DROP_ALL, self._drop_all)
        components.add(OPEN_ONE, self._open_one)

    async def consider(
        self, interaction: discord.Interaction[Any], visit: Visit, guild: str, offers: Sequence[Offer]
    ) -> None:
        """Read all that is offered and show a line for each in the message that `think` announced."""
        words = ADDING.of(visit.language)
        read: list[Read] = []
        for offer in offers[:MOST]:
            sentence = words.reading.format(what=inline(offer.name, _NAME))
            read.append(await during(interaction, offer.read(guild), sentence))
        drafts = [one for one in read if isinstance(one, Draft)]
        errors = [one for one in read if isinstance(one, SourceUnreadable)]
        kept = await self._newsroom.work_patiently(lambda parts: _propose(parts, drafts, guild, visit.actor))
        message = batch_message(kept, errors, visit.language)
        if len(offers) > MOST:
            beyond = len(offers) - MOST
            message["content"] = words.left_out[beyond != 1].format(count=beyond, most=MOST)
        await show(interaction, **message)

    async def _add_all(self, interaction: discord.Interaction[Any], visit: Visit, ids: str) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        if ids in self._being_added:
            raise UsedUp
        self._being_added.add(ids)
        try:
            await self._add_each(interaction, visit, guild, unpacked(ids))
        finally:
            self._being_added.discard(ids)

    async def _add_each(
        self, interaction: discord.Interaction[Any], visit: Visit, guild: str, ids: Sequence[str]
    ) -> None:
        words = ADDING.of(visit.language)
        known = await self._known(ids, guild)
        done: dict[str, CarriedOut | None] = {}
        for number, proposal in enumerate(known, start=1):
            sentence = words.adding_each.format(number=number, count=len(known))
            adding = functools.partial(_carried_out, proposal_id=proposal.id, guild=guild, actor=visit.actor)
            done |= await during(interaction, self._newsroom.work_patiently(adding), sentence)
        if all(one is None for one in done.values()) and len(done) == len(known):
            raise UsedUp
        lines = [*outcome_lines(known, done, words.failed, visit.language), "", words.batch_added]
        # What could not be read stands in the embeds after the first, and stays.
        unread = interaction.message.embeds[1:] if interaction.message else []
        embeds = [discord.Embed(description="\n".join(lines)), *unread]
        await show(interaction, content=None, embeds=embeds, view=None)

    async def _drop_all(self, interaction: discord.Interaction[Any], visit: Visit, ids: str) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        known = await self._known(unpacked(ids), guild)
        if not await self._newsroom.write(lambda connection: _drop(connection, known, guild)):
            raise UsedUp
        sentence = ADDING.of(visit.language).batch_cancelled
        await show(interaction, content=None, embeds=[discord.Embed(description=sentence)], view=None)

    async def _open_one(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        guild = require_moderator(visit)
        await think(interaction, private=True)
        for proposal_id in chosen(interaction):
            await show_preview_of(self._newsroom, interaction, visit, guild, proposal_id)

    async def _known(self, ids: Sequence[str], guild: str) -> list[Proposal]:
        found = await self._newsroom.read(
            lambda connection: [proposals.find(connection, one, guild) for one in ids]
        )
        known = [one for one in found if one is not None]
        if not known:
            raise Gone
        return known


def _propose(
    parts: Parts, drafts: Sequence[Draft], guild: str, actor: str
) -> list[tuple[Proposal, Decision]]:
    now = parts.now()
    with parts.catalogue.writing() as connection:
        kept = [proposals.put(connection, draft, guild=guild, by=actor, at=now) for draft in drafts]
        return [(one, decided(connection, one.draft, guild)) for one in kept]


def _carried_out(parts: Parts, proposal_id: str, guild: str, actor: str) -> dict[str, CarriedOut | None]:
    """Return what became of a proposal by its id; None for one dealt with before, nothing where it failed."""
    try:
        return {proposal_id: add_or_correct(parts.curator, proposal_id, guild, actor)}
    except DecidedAlready:
        return {proposal_id: None}
    except (CorpusError, RetrievalError):
        return {}


def _drop(connection: Connection, known: Sequence[Proposal], guild: str) -> int:
    """Turn down those that nobody has decided about, and return how many these were."""
    dropped = 0
    for one in known:
        with contextlib.suppress(DecidedAlready):
            proposals.drop(connection, one.id, guild)
            dropped += 1
    return dropped
