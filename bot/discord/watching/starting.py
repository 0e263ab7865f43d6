"""Beginning to watch the question of an answer, and ending it: under a card, after a command, with *Tell*."""

from dataclasses import replace
from typing import Any

import discord

from bot.discord.asking.answer_message import understood_then
from bot.discord.asking.sight import recalled
from bot.discord.connection.components import button, rows
from bot.discord.connection.delivery import hold, show, think
from bot.discord.connection.errors import Refusal
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.visit import Visit
from bot.discord.display.escape import inline
from bot.discord.watching.words import WATCHING
from corpus.catalogue.watches import MOST, Watch
from corpus.errors import AnswerNotFound
from corpus.filters import Filters
from retrieval.answering.explaining import Explanation, recall_any
from retrieval.curating.watching.onlooker import Onlooker, begin, end
from retrieval.curating.watching.timing import LONGEST

STOP = "watch-stop"
_QUESTION = 300


async def start(
    newsroom: Newsroom,
    interaction: discord.Interaction[Any],
    visit: Visit,
    answer_id: str,
    message: int | None = None,
    *,
    private: bool = False,
) -> Watch | None:
    """Let a person watch the question of an answer, from what it says on; None where they may watch no more.

    Args:
        newsroom: where it is kept.
        interaction: that names the answer.
        visit: who watches, and where they are told.
        answer_id: the answer that they know.
        message: the card that shows it in that place, which what is told replies to.
        private: whether they want a direct message instead.

    Raises:
        Gone: there is no such answer here.
    """
    known = await recalled(newsroom, interaction, answer_id, visit.guild)
    now = newsroom.parts.now()
    who = Onlooker(
        person=visit.person,
        guild=visit.guild,
        channel=visit.places[0],
        message=str(message) if message is not None else None,
        private=private,
        language=visit.language,
    )
    return await newsroom.write(lambda connection: begin(connection, known, _chosen(known), who, now))


def require_kept(watch: Watch | None) -> Watch:
    """Return a watch that was begun.

    Raises:
        Refusal: the person watches as many questions as they may.
    """
    if watch is None:
        raise Refusal(lambda language: WATCHING.of(language).full.format(count=MOST))
    return watch


def confirmation(watch: Watch, language: str) -> str:
    """Return what a person is told who begins to watch: where they will hear of it, and for how long."""
    words = WATCHING.of(language)
    where = words.watching_here if watch.place[0] == "channel" else words.watching_privately
    until = f"<t:{int((watch.created + LONGEST).timestamp())}:D>"
    return f"{where} {words.told_until.format(until=until)}"


def stop_button(answer_id: str, language: str) -> discord.ui.Button[Any]:
    """Return the button with which whoever clicks it ends to watch the question of an answer."""
    return button(WATCHING.of(language).stop, STOP, answer_id)


async def watched(
    newsroom: Newsroom, interaction: discord.Interaction[Any], visit: Visit, answer: str
) -> None:
    """Begin to watch from a card that was clicked."""
    await think(interaction, private=True)
    card = interaction.message.id if interaction.message is not None else None
    watch = require_kept(await start(newsroom, interaction, visit, answer, card))
    view = rows([stop_button(answer, visit.language)])
    await show(interaction, content=confirmation(watch, visit.language), view=view)


async def stopped(
    newsroom: Newsroom, interaction: discord.Interaction[Any], visit: Visit, answer: str
) -> None:
    """End to watch the question of an answer, wherever the button stands."""
    message = interaction.message
    alone = message is not None and message.flags.ephemeral
    await (hold(interaction) if alone else think(interaction, private=True))
    ended = await _end(newsroom, visit.person, answer)
    words = WATCHING.of(visit.language)
    said = words.stopped.format(question=inline(ended.question, _QUESTION)) if ended else words.not_watched
    await show(interaction, content=said, embed=None, view=None)


async def _end(newsroom: Newsroom, person: str, answer: str) -> Watch | None:
    """End a person's watch of the question of an answer and return it; None where they have none."""
    catalogue = newsroom.parts.catalogue
    try:
        known = await newsroom.workers.run(lambda: recall_any(catalogue, answer), short=True)
    except AnswerNotFound:
        return None
    return await newsroom.write(lambda connection: end(connection, known, _chosen(known), person))


def _chosen(known: Explanation) -> Filters:
    """Return what somebody chose that narrows a question, without what the server sees."""
    return replace(understood_then(known).filters, guild=None, outlets_left_out=())
