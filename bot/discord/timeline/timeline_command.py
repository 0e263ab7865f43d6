"""The `/timeline` command: the values that articles give for a question, over time."""

from typing import Any

import discord
from discord import app_commands

from bot.discord.asking.asker import Asker
from bot.discord.asking.question_options import Asked, asking
from bot.discord.asking.share_button import TIMELINE, kept, share_button
from bot.discord.connection.components import button, rows
from bot.discord.connection.delivery import hold, meanwhile, show, think
from bot.discord.connection.errors import Gone
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom, Parts
from bot.discord.connection.tree import said
from bot.discord.connection.visit import Visit
from bot.discord.helping.empty_corpus import instead
from bot.discord.timeline.timeline_message import DARK, LIGHT, message_of
from bot.discord.timeline.words import TIMELINE as TIMELINE_WORDS
from corpus.catalogue import looks
from corpus.catalogue.connection import Connection
from corpus.filters import Filters
from retrieval.timeline.documents import document, timeline_of
from retrieval.timeline.points import Timeline
from retrieval.timeline.timelines import Timelines

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.


THEME = "theme"
_OTHER = {DARK: LIGHT, LIGHT: DARK}


def install(floor: Floor, asker: Asker) -> None:
    """Add the command, and the button that draws its picture for another screen."""
    newsroom = floor.newsroom

    async def themed(interaction: discord.Interaction[Any], visit: Visit, look_id: str, theme: str) -> None:
        def look_again(connection: Connection) -> Timeline:
            look = looks.find(connection, look_id, visit.guild)
            if look is None or theme not in _OTHER:
                raise Gone
            return timeline_of(connection, look.document)

        await hold(interaction)
        found = await newsroom.read(look_again)
        await _show(newsroom, interaction, visit, found, look_id, theme)

    floor.tree.add_command(_command(asker))
    floor.components.add(THEME, themed)


def _command(asker: Asker) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name="timeline",
        description=said(
            "What articles say of a question over time, with a plot, for you alone",
            "Wat artikelen door de tijd over een vraag zeggen, met een grafiek, alleen voor jou",
        ),
    )
    @asking(asker.newsroom, kinds=False)
    async def timeline(interaction: discord.Interaction[Any], asked: Asked) -> None:
        visit = asked.visit
        asker.admit(visit)
        # For that person alone: a card that stays for all to see must follow later corrections.
        await think(interaction, private=True)
        found = await asker.wait(
            visit,
            lambda parts: _timeline(parts, asked.question, asked.filters),
            lambda sentence: meanwhile(interaction, sentence),
        )
        why = None if found.points else await instead(asker.newsroom, visit, asked.question)
        if why:
            await show(interaction, content=why)
            return
        look = await _kept(asker.newsroom, visit, found)
        await _show(asker.newsroom, interaction, visit, found, look, DARK)

    return timeline


def _timeline(parts: Parts, question: str, filters: Filters) -> Timeline:
    timelines = Timelines(parts.catalogue, parts.search, parts.reader, parts.now, parts.precedence)
    return timelines.of(question, filters)


async def _kept(newsroom: Newsroom, visit: Visit, found: Timeline) -> str | None:
    shown = {one.article.id for point in found.points for one in point.citations}
    return await kept(newsroom, visit, TIMELINE, document(found), shown)


async def _show(
    newsroom: Newsroom,
    interaction: discord.Interaction[Any],
    visit: Visit,
    found: Timeline,
    look: str | None,
    theme: str,
) -> None:
    shown_for = theme if interaction.app_permissions.attach_files else None
    message = await newsroom.work(
        lambda _: message_of(found, visit.language, embedded=visit.may_embed, theme=shown_for)
    )
    view = rows(_buttons(visit.language, look, theme, pictured=bool(message["attachments"])))
    await show(interaction, **message, view=view)


def _buttons(language: str, look: str | None, theme: str, *, pictured: bool) -> list[discord.ui.Button[Any]]:
    if look is None:
        return []
    share, words, other = share_button(language, look, theme), TIMELINE_WORDS.of(language), _OTHER[theme]
    label = words.light if other == LIGHT else words.dark
    return [share, button(label, THEME, look, other)] if pictured else [share]
