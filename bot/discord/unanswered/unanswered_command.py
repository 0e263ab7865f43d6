"""The `/corpus unanswered` command, with the dismissing of questions that wait."""

from collections.abc import Callable, Sequence
from typing import Any

import discord
from discord import app_commands

from bot.discord.connection.components import Components, button, whole
from bot.discord.connection.delivery import hold, think
from bot.discord.connection.errors import UsedUp
from bot.discord.connection.floor import Floor
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.tree import said
from bot.discord.connection.visit import Visit
from bot.discord.display.escape import inline
from bot.discord.unanswered.exporting import Exporting
from bot.discord.unanswered.queue import DISMISS, DISMISS_ONE, Queue
from bot.discord.unanswered.words import UNANSWERED, UnansweredWords
from corpus.catalogue import unanswered
from retrieval.curating.question_groups import Group, group_of
from retrieval.curating.waiting_questions import WaitingQuestions

UNDO = "waiting-undo"
_QUESTION = 150


class Dismissing:
    """Closes what moderators dismiss; the group is gathered anew, with what was asked meanwhile."""

    def __init__(self, newsroom: Newsroom, queue: Queue) -> None:
        self._newsroom = newsroom
        self._queue = queue

    def install(self, components: Components) -> None:
        """Have the handlers called."""
        components.add(DISMISS, self._dismiss)
        components.add(DISMISS_ONE, self._dismiss_one)
        components.add(UNDO, self._undo)

    async def _dismiss(
        self, interaction: discord.Interaction[Any], visit: Visit, answer: str, number: str
    ) -> None:
        await self._dismissing(interaction, visit, answer, number, lambda group: group.ids)

    async def _dismiss_one(
        self, interaction: discord.Interaction[Any], visit: Visit, answer: str, number: str
    ) -> None:
        await self._dismissing(interaction, visit, answer, number, lambda group: group.worded_as(answer))

    async def _dismissing(
        self,
        interaction: discord.Interaction[Any],
        visit: Visit,
        answer: str,
        number: str,
        of: Callable[[Group], Sequence[str]],
    ) -> None:
        """Close what is to be dismissed `of` the group that has the question of that answer."""
        guild = require_moderator(visit)
        await hold(interaction)
        group = group_of((await self._queue.waiting(guild)).groups, answer)
        closed = await self._close(of(group), guild, visit.actor) if group else 0
        if group is None or not closed:
            # The second of two clicks must not take away the *Undo* that the first one brought.
            raise UsedUp
        words = UNANSWERED.of(visit.language)
        undo = button(words.undo, UNDO, answer, number)
        await self._queue.show_list(interaction, visit, whole(number), _dismissed(group, closed, words), undo)

    async def _close(self, answers: Sequence[str], guild: str, actor: str) -> int:
        now = self._newsroom.parts.now()
        return await self._newsroom.write(
            lambda connection: unanswered.close(connection, answers, guild, actor, now)
        )

    async def _undo(
        self, interaction: discord.Interaction[Any], visit: Visit, answer: str, number: str
    ) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        reopened = await self._newsroom.write(
            lambda connection: unanswered.reopen(
                connection, unanswered.closed_with(connection, answer, guild), guild
            )
        )
        if not reopened:
            raise UsedUp
        await self._queue.show_list(
            interaction, visit, whole(number), UNANSWERED.of(visit.language).waits_again
        )


# Annotations stay real in this file: discord.py reads them to describe the options to Discord.


def install(floor: Floor) -> None:
    """Hang the command and the handlers of what is clicked under its list."""
    newsroom, parts = floor.newsroom, floor.newsroom.parts
    waiting = WaitingQuestions(parts.catalogue, parts.embedder, parts.tell)
    queue = Queue(newsroom, waiting)
    for each in (queue, Dismissing(newsroom, queue), Exporting(newsroom, waiting)):
        each.install(floor.components)
    floor.corpus.add_command(_command(queue))


def _command(queue: Queue) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name="unanswered",
        description=said(
            "See which questions wait for an article, and add one or dismiss them",
            "Bekijk welke vragen op een artikel wachten; voeg er een toe of wijs ze af",
        ),
    )
    async def unanswered(interaction: discord.Interaction[Any]) -> None:
        visit = queue.newsroom.visit(interaction)
        require_moderator(visit)
        await think(interaction, private=True)
        await queue.show_list(interaction, visit, 1)

    return unanswered


def _dismissed(group: Group, closed: int, words: UnansweredWords) -> str:
    question, others = inline(group.first.question, _QUESTION), closed - 1
    sentence = words.dismissed_more[others != 1] if others else words.dismissed
    return sentence.format(question=question, count=others)
