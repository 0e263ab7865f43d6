"""The *Export as CSV* button: what waits, as a file for the moderator alone."""

import codecs
import csv
import datetime
import io
from collections.abc import Sequence
from typing import Any

import discord

from bot.bilingual import counted
from bot.discord.connection.components import Components
from bot.discord.connection.delivery import show, think
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.retrying import persist
from bot.discord.connection.visit import Visit
from bot.discord.display.escape import visible
from bot.discord.unanswered.words import UNANSWERED, UnansweredWords
from corpus.catalogue.unanswered import Reason
from retrieval.curating.question_groups import Group
from retrieval.curating.waiting_questions import MOST, WaitingQuestions

EXPORT = "waiting-export"
# What spreadsheets take for the beginning of a formula, in the wide forms of East Asia too.
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")


class Exporting:
    """Sends the questions that wait as a file."""

    def __init__(self, newsroom: Newsroom, waiting: WaitingQuestions) -> None:
        self._newsroom = newsroom
        self._waiting = waiting

    def install(self, components: Components) -> None:
        """Have the handler called."""
        components.add(EXPORT, self._export)

    async def _export(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        guild = require_moderator(visit)
        await think(interaction, private=True)
        waiting = await self._newsroom.work(lambda _: self._waiting.of(guild))
        words = UNANSWERED.of(visit.language)
        if not waiting.groups:
            await show(interaction, content=words.nothing)
            return
        sentences = [counted(words.exported, sum(len(group.questions) for group in waiting.groups))]
        if waiting.newest_only:
            sentences.append(words.newest_only.format(count=MOST))
        written = sheet(waiting.groups, words)
        name = f"{words.file_name}-{self._newsroom.parts.now():%Y-%m-%d}.csv"
        await persist(
            lambda: interaction.edit_original_response(
                # A new file for each try: one that was sent has been read to its end.
                content=" ".join(sentences),
                attachments=[discord.File(io.BytesIO(written), name)],
            )
        )


def sheet(groups: Sequence[Group], words: UnansweredWords) -> bytes:
    """Return a row for each group under the names of the columns.

    UTF-8 with the mark by which Excel knows it. A question that would be taken for a formula stands behind
    an apostrophe, and nothing of it is computed.
    """
    written = io.StringIO(newline="")
    table = csv.writer(written, delimiter=words.delimiter)
    table.writerow(words.columns)
    table.writerows(_row(group, words) for group in groups)
    return codecs.BOM_UTF8 + written.getvalue().encode()


def _row(group: Group, words: UnansweredWords) -> tuple[str | int, ...]:
    return (
        _harmless(group.first.question),
        len(group.questions),
        group.people or "",
        _moment(group.begun),
        _moment(group.last),
        ", ".join(_reasons(group, words)),
    )


def _reasons(group: Group, words: UnansweredWords) -> list[str]:
    there = {one.reason for one in group.questions}
    held = (Reason.ABSTAINED in there, Reason.NOT_HELPFUL in there, group.told)
    return [reason for reason, holds in zip(words.reasons, held, strict=True) if holds]


def _harmless(question: str) -> str:
    line = " ".join(visible(question).split())
    return f"'{line}" if line.startswith(_FORMULA) else line


def _moment(at: datetime.datetime) -> str:
    return f"{at.astimezone(datetime.UTC):%Y-%m-%d %H:%M}"
