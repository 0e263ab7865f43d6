"""The questions of a server that wait: leafed through, looked at, dismissed and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord

from bot.discord.adding.proposing import Proposing, open_form
from bot.discord.cards.escape import inline
from bot.discord.components import Components, button, chosen, custom_id, rows
from bot.discord.delivery import hold, show, think
from bot.discord.errors import UsedUp
from bot.discord.moderators import require_moderator
from bot.discord.newsroom import Newsroom
from bot.discord.pages import Page, leaves
from bot.discord.unanswered.gathering import Group, gathered, group_of
from bot.discord.unanswered.pictures import ON_A_PAGE, group_embed, list_embed, options
from bot.discord.unanswered.words import UNANSWERED, UnansweredWords
from bot.discord.visit import Visit
from corpus.catalogue import unanswered
from retrieval.kept_vectors import KeepingEmbedder

_LEAF, _LOOK = "waiting", "waiting-look"
_ADD, _WRITTEN = "waiting-add", "waiting-written"
_DISMISS, _UNDO = "waiting-dismiss", "waiting-undo"
_QUESTION = 150


class Queue:
    """Shows the questions of a server that wait, and does what moderators decide about them.

    A group is named by one of its answers, and gathered anew whenever it is clicked: that works after a
    restart, and takes in what was asked meanwhile.
    """

    def __init__(self, newsroom: Newsroom) -> None:
        self.newsroom = newsroom
        self._proposing = Proposing(newsroom)
        # Leafing must not embed the same questions again.
        self._embedder = KeepingEmbedder(newsroom.parts.embedder)

    def install(self, components: Components) -> None:
        """Have the handlers called."""
        for name, handler in (
            (_LEAF, self._leaf),
            (_LOOK, self._look),
            (_ADD, self._add),
            (_WRITTEN, self._written),
            (_DISMISS, self._dismiss),
            (_UNDO, self._undo),
        ):
            components.add(name, handler)

    async def show_list(
        self,
        interaction: discord.Interaction[Any],
        visit: Visit,
        number: int,
        notice: str | None = None,
        undo: discord.ui.Button[Any] | None = None,
    ) -> None:
        """Show the page of that number, or the last where there are fewer.

        Args:
            interaction: acknowledged by `think` or `hold`.
            visit: a moderator's.
            number: from 1.
            notice: a sentence to stand above the list.
            undo: takes back what the notice says.
        """
        words = UNANSWERED.of(visit.language)
        groups = await self._groups(require_moderator(visit))
        taking_back: list[list[discord.ui.Item[Any]]] = [[undo]] if undo else []
        if not groups:
            sentences = "\n".join(filter(None, [notice, words.nothing]))
            await show(interaction, content=sentences, embed=None, view=rows(*taking_back))
            return
        pages = -(-len(groups) // ON_A_PAGE)
        number = min(number, pages)
        menu: discord.ui.Select[Any] = discord.ui.Select(
            custom_id=custom_id(_LOOK, number), placeholder=words.look_at, options=options(groups, number)
        )
        page = Page(list_embed(groups, number, words), pages, [[menu], *taking_back])
        await show(
            interaction, content=notice, embed=page.embed, view=leaves(page, visit.language, number, _LEAF)
        )

    async def _leaf(self, interaction: discord.Interaction[Any], visit: Visit, number: str) -> None:
        require_moderator(visit)
        await hold(interaction)
        await self.show_list(interaction, visit, int(number))

    async def _look(self, interaction: discord.Interaction[Any], visit: Visit, number: str) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        words = UNANSWERED.of(visit.language)
        group = group_of(await self._groups(guild), chosen(interaction)[0])
        if group is None:
            await self.show_list(interaction, visit, int(number), words.dealt_with)
            return
        answer = group.first.answer_id
        view = rows(
            [
                button(words.add, _ADD, answer, style=discord.ButtonStyle.primary),
                button(words.dismiss, _DISMISS, answer, number),
                button(words.back, _LEAF, number),
            ]
        )
        await show(interaction, content=None, embed=group_embed(group, words), view=view)

    async def _add(self, interaction: discord.Interaction[Any], visit: Visit, answer: str) -> None:
        guild = require_moderator(visit)
        waiting = await self.newsroom.read(lambda connection: unanswered.open_ones(connection, guild))
        if all(one.answer_id != answer for one in waiting):
            raise UsedUp
        # Gathering them may take longer than the 3 s in which the form has to open.
        await open_form(interaction, visit, _WRITTEN, answer)

    async def _written(self, interaction: discord.Interaction[Any], visit: Visit, answer: str) -> None:
        guild = require_moderator(visit)
        await think(interaction, private=True)
        group = group_of(await self._groups(guild), answer)
        # Where somebody was quicker with the question, what was written is not lost.
        await self._proposing.fill(interaction, visit, group.ids if group else ())

    async def _dismiss(
        self, interaction: discord.Interaction[Any], visit: Visit, answer: str, number: str
    ) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        group = group_of(await self._groups(guild), answer)
        closed = await self._close(group.ids, guild, visit.actor) if group else 0
        if group is None or not closed:
            # The second of two clicks must not take away the *Undo* that the first one brought.
            raise UsedUp
        words = UNANSWERED.of(visit.language)
        undo = button(words.undo, _UNDO, answer, number)
        await self.show_list(interaction, visit, int(number), _dismissed(group, closed, words), undo)

    async def _close(self, answers: Sequence[str], guild: str, actor: str) -> int:
        now = self.newsroom.parts.now()
        return await self.newsroom.write(
            lambda connection: unanswered.close(connection, answers, guild, actor, now)
        )

    async def _undo(
        self, interaction: discord.Interaction[Any], visit: Visit, answer: str, number: str
    ) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        reopened = await self.newsroom.write(
            lambda connection: unanswered.reopen(
                connection, unanswered.closed_with(connection, answer, guild), guild
            )
        )
        if not reopened:
            raise UsedUp
        await self.show_list(interaction, visit, int(number), UNANSWERED.of(visit.language).waits_again)

    async def _groups(self, guild: str) -> list[Group]:
        questions = await self.newsroom.read(lambda connection: unanswered.open_ones(connection, guild))
        return await self.newsroom.work(lambda _: gathered(questions, self._embedder))


def _dismissed(group: Group, closed: int, words: UnansweredWords) -> str:
    question, others = inline(group.first.question, _QUESTION), closed - 1
    sentence = words.dismissed_more[others != 1] if others else words.dismissed
    return sentence.format(question=question, count=others)
