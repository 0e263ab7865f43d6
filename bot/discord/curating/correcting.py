"""Before a correction or withdrawal: the note that readers will see, and what it will reach."""

from typing import Any

import discord

from bot.bilingual import counted
from bot.discord.adding.offers import Offer, Reader, read_meanwhile
from bot.discord.adding.previews import show_preview
from bot.discord.connection.components import Components, button, submitted
from bot.discord.connection.delivery import open_modal, show, think
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.visit import Visit
from bot.discord.curating import note_forms
from bot.discord.curating.confirming import asked
from bot.discord.curating.noted import CORRECTED, WITHDRAWN
from bot.discord.curating.removing import cited, effect_text, look_ahead
from bot.discord.curating.words import CURATING
from bot.discord.display.article_notices import noticed
from bot.discord.display.card_words import CARD
from corpus.article import Article, Draft
from corpus.catalogue import proposals
from corpus.catalogue.connection import Connection
from corpus.catalogue.notices import Kind, Notice
from corpus.catalogue.proposals import Proposal
from corpus.catalogue.uses import Uses, uses
from retrieval.curating.named_article import own

CORRECT, WITHDRAW = "corpus-correct", "corpus-withdraw"


class Correcting:
    """Asks for the note and shows what it will reach."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom
        self.reader = Reader(newsroom)

    def install(self, components: Components) -> None:
        """Have the handlers called."""
        for name, handler in (
            (CORRECT, self._correct_form),
            (WITHDRAW, self._withdraw_form),
            (note_forms.CORRECT, self._correct_filled),
            (note_forms.WITHDRAW, self._withdraw_filled),
        ):
            components.add(name, handler)

    async def correct(
        self,
        interaction: discord.Interaction[Any],
        visit: Visit,
        name: str,
        note: str,
        offer: Offer | None,
    ) -> None:
        """Show in private what a correction would do; with an offer its text takes the old one's place."""
        guild, note = require_moderator(visit), note_forms.worded(note)
        await think(interaction, private=True)
        article = await self._newsroom.read(lambda connection: own(connection, name, guild))
        draft = await read_meanwhile(interaction, visit, offer) if offer is not None else article.draft
        proposal, used = await self._propose(visit, guild, article, draft, note)
        words = CURATING.of(visit.language)
        if offer is not None:
            reach = [counted(words.will_say_too, used.cards)] if used.cards else []
            await show_preview(self._newsroom, interaction, visit, proposal, reach)
            return
        lines = [
            f"{words.correct_it}\n{cited(article, visit.language)}",
            self._reach(used, Kind.CORRECTED, article, note, visit),
            words.text_stays,
        ]
        yes = button(words.correct_now, CORRECTED, proposal.id, style=discord.ButtonStyle.danger)
        await show(interaction, **asked(lines, yes, visit.language, proposal.id))

    async def withdraw(
        self, interaction: discord.Interaction[Any], visit: Visit, name: str, note: str
    ) -> None:
        """Ask in private whether to withdraw an article with that note."""
        guild, note = require_moderator(visit), note_forms.worded(note)
        await think(interaction, private=True)
        article, effect = await look_ahead(self._newsroom, interaction, visit, name, guild)
        proposal, used = await self._propose(visit, guild, article, article.draft, note)
        words = CURATING.of(visit.language)
        lines = [
            f"{words.withdraw_it}\n{cited(article, visit.language)}",
            self._reach(used, Kind.WITHDRAWN, article, note, visit),
            words.no_longer_found,
            effect_text(effect, visit.language),
        ]
        yes = button(words.withdraw_now, WITHDRAWN, proposal.id, style=discord.ButtonStyle.danger)
        await show(interaction, **asked(lines, yes, visit.language, proposal.id))

    async def _correct_form(self, interaction: discord.Interaction[Any], visit: Visit, name: str) -> None:
        require_moderator(visit)
        form = note_forms.correct_form(name, visit.language)
        await open_modal(interaction, form)

    async def _withdraw_form(self, interaction: discord.Interaction[Any], visit: Visit, name: str) -> None:
        require_moderator(visit)
        form = note_forms.withdraw_form(name, visit.language)
        await open_modal(interaction, form)

    async def _correct_filled(self, interaction: discord.Interaction[Any], visit: Visit, name: str) -> None:
        typed = submitted(interaction)
        link = typed.get(note_forms.LINK, "")
        offer = self.reader.named_links(link)[0] if link else None
        await self.correct(interaction, visit, name, typed.get(note_forms.NOTE, ""), offer)

    async def _withdraw_filled(self, interaction: discord.Interaction[Any], visit: Visit, name: str) -> None:
        await self.withdraw(interaction, visit, name, submitted(interaction).get(note_forms.NOTE, ""))

    async def _propose(
        self, visit: Visit, guild: str, article: Article, draft: Draft, note: str
    ) -> tuple[Proposal, Uses]:
        now = self._newsroom.parts.now()

        def keep(connection: Connection) -> tuple[Proposal, Uses]:
            proposal = proposals.put(
                connection, draft, guild=guild, by=visit.actor, at=now, corrects=article.id, note=note
            )
            return proposal, uses(connection, article.id, guild)

        return await self._newsroom.write(keep)

    def _reach(self, used: Uses, kind: Kind, article: Article, note: str, visit: Visit) -> str:
        words = CURATING.of(visit.language)
        heading = counted(words.will_say, used.cards) if used.cards else words.none_will_say
        notice = Notice(kind, note, self._newsroom.parts.now(), article.id, article.version)
        return f"{heading}\n> {noticed(notice, CARD.of(visit.language))}"
