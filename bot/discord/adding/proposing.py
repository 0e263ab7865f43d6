"""From what a moderator names or writes to a preview of it."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.discord.adding import article_forms
from bot.discord.adding.batch import Batch
from bot.discord.adding.offers import Offer, Reader, read_meanwhile
from bot.discord.adding.previews import show_preview
from bot.discord.adding.words import ADDING
from bot.discord.connection.components import Components, submitted
from bot.discord.connection.delivery import open_modal, think
from bot.discord.connection.errors import Refusal
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.visit import Visit
from corpus.article import Draft
from corpus.catalogue import proposals
from corpus.reading.form import draft_of

_WRITTEN = "a form in Discord"


class Proposing:
    """Reads what is offered, keeps it as a proposal and shows what it would do."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom
        self.reader = Reader(newsroom)
        self._batch = Batch(newsroom)

    def install(self, components: Components) -> None:
        """Have the form's handler and those of batches called."""
        components.add(article_forms.FORM, self._form_filled)
        self._batch.install(components)

    async def consider(
        self, interaction: discord.Interaction[Any], visit: Visit, offers: Sequence[Offer]
    ) -> None:
        """Show in private what adding what is offered would do: one as a preview, several as a batch."""
        guild = require_moderator(visit)
        await think(interaction, private=True)
        if len(offers) > 1:
            await self._batch.consider(interaction, visit, guild, offers)
            return
        draft = await read_meanwhile(interaction, visit, offers[0])
        await self._propose(interaction, visit, draft)

    async def fill(
        self, interaction: discord.Interaction[Any], visit: Visit, answers: Sequence[str] = ()
    ) -> None:
        """Show what the article of a form that was filled in would do, in the message that `think` announced.

        Args:
            interaction: with what was typed.
            visit: a moderator's.
            answers: ids of the answers that it is meant for: adding the article closes their questions.
        """
        typed = submitted(interaction)
        text = typed.pop(article_forms.TEXT, "")
        if any(map(str.isalnum, text)):
            draft = draft_of(text=text, source=_WRITTEN)
        else:
            draft = await read_meanwhile(interaction, visit, self._link(typed.pop("url", "")))
        stated, wrong = article_forms.completed(draft, typed, visit.language)
        await self._propose(interaction, visit, stated, wrong, answers)

    async def _form_filled(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        require_moderator(visit)
        await think(interaction, private=True)
        await self.fill(interaction, visit)

    def _link(self, written: str) -> Offer:
        if not written:
            raise Refusal(lambda language: ADDING.of(language).neither)
        return self.reader.named_links(written)[0]

    async def _propose(
        self,
        interaction: discord.Interaction[Any],
        visit: Visit,
        draft: Draft,
        wrong: Sequence[str] = (),
        answers: Sequence[str] = (),
    ) -> None:
        guild, now = require_moderator(visit), self._newsroom.parts.now()
        proposal = await self._newsroom.write(
            lambda connection: proposals.put(
                connection, draft, guild=guild, by=visit.actor, at=now, answers=answers
            )
        )
        await show_preview(self._newsroom, interaction, visit, proposal, wrong)


async def open_form(
    interaction: discord.Interaction[Any], visit: Visit, name: str = article_forms.FORM, *arguments: object
) -> None:
    """Answer a command or click with the form of a new article.

    Args:
        interaction: not yet acknowledged.
        visit: a moderator's.
        name: of the handler of what is filled in.
        arguments: what the handler is called with.

    Raises:
        Refusal: the person is no moderator.
    """
    require_moderator(visit)
    form = article_forms.form(visit.language, name, *arguments)
    await open_modal(interaction, form)
