"""The `/corpus feed` commands, with the names of feeds completed; what hangs the whole feature on the bot."""

from collections.abc import Callable, Coroutine
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.discord.connection.chores import Chore
from bot.discord.connection.floor import Floor
from bot.discord.connection.moderators import ModeratorsGroup
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.tree import said
from bot.discord.display.escape import shortened
from bot.discord.feeds.announcing import Announcing
from bot.discord.feeds.feed_list import Listing
from bot.discord.feeds.follow import Following
from bot.discord.feeds.tending import Tending
from bot.discord.feeds.words import FEEDS
from corpus.catalogue import feeds
from corpus.catalogue.feeds import FeedRow
from corpus.text import folded

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

_ADDRESS = 2000
_NAMED = 500
_ADDS, _ASKS = "add", "ask"
_SECONDS = 20.0
_FEED = said("Which feed: choose one that appears as you type", "Welke feed: kies er een terwijl je typt")
_MODES = [
    Choice(name=said("add by itself", "vanzelf toevoegen"), value=_ADDS),
    Choice(name=said("ask the moderators", "het de moderatoren vragen"), value=_ASKS),
]
_CHOICES = 25
_TITLE = 80  # with what is said of it still below a choice's 100 characters


def install(floor: Floor) -> None:
    """Hang the commands, the handlers of buttons, and the announcing of finds."""
    newsroom = floor.newsroom
    following, listing, tending = Following(newsroom), Listing(newsroom), Tending(newsroom)
    for each in (following, listing, tending):
        each.install(floor.components)
    description = said(
        "The RSS, Atom and JSON feeds of this server", "De RSS-, Atom- en JSON-feeds van deze server"
    )
    group = ModeratorsGroup(newsroom, "feed", description, parent=floor.corpus)
    group.add_command(_add(newsroom, following))
    group.add_command(_list(newsroom, listing))
    for command in _tending(newsroom, tending):
        group.add_command(command)
    floor.chores.add(Chore("finds of feeds", _SECONDS, Announcing(floor.client, newsroom).announce))


def _add(newsroom: Newsroom, following: Following) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name="add",
        description=said(
            "Follow a feed; you see first what it holds", "Volg een feed; je ziet eerst wat erin staat"
        ),
    )
    @app_commands.describe(
        url=said(
            "The address of the feed, or of a page that names it",
            "Het adres van de feed, of van een pagina die hem noemt",
        ),
        mode=said("What becomes of new articles", "Wat er met nieuwe artikelen gebeurt"),
    )
    @app_commands.choices(mode=_MODES)
    async def add(
        interaction: discord.Interaction[Any], url: app_commands.Range[str, 1, _ADDRESS], mode: str
    ) -> None:
        await following.preview(interaction, newsroom.visit(interaction), url, adds=mode == _ADDS)

    return add


def _list(newsroom: Newsroom, listing: Listing) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name="list",
        description=said(
            "See how the feeds do and what waits of them", "Bekijk hoe het de feeds gaat en wat ervan wacht"
        ),
    )
    async def listed(interaction: discord.Interaction[Any]) -> None:
        await listing.open(interaction, newsroom.visit(interaction))

    return listed


def _tending(newsroom: Newsroom, tending: Tending) -> list[app_commands.Command[Any, ..., None]]:
    @app_commands.command(
        name="remove",
        description=said(
            "Follow a feed no longer; its articles stay", "Volg een feed niet langer; zijn artikelen blijven"
        ),
    )
    @app_commands.describe(feed=_FEED)
    @app_commands.autocomplete(feed=feed_choices(newsroom))
    async def remove(interaction: discord.Interaction[Any], feed: app_commands.Range[str, 1, _NAMED]) -> None:
        await tending.ask_to_remove(interaction, newsroom.visit(interaction), feed)

    @app_commands.command(
        name="pause", description=said("Read a feed no more for now", "Lees een feed voorlopig niet meer")
    )
    @app_commands.describe(feed=_FEED)
    @app_commands.autocomplete(feed=feed_choices(newsroom))
    async def pause(interaction: discord.Interaction[Any], feed: app_commands.Range[str, 1, _NAMED]) -> None:
        await tending.pause(interaction, newsroom.visit(interaction), feed)

    @app_commands.command(
        name="resume", description=said("Read a paused feed again", "Lees een gepauzeerde feed weer")
    )
    @app_commands.describe(feed=_FEED)
    @app_commands.autocomplete(feed=feed_choices(newsroom))
    async def resume(interaction: discord.Interaction[Any], feed: app_commands.Range[str, 1, _NAMED]) -> None:
        await tending.resume(interaction, newsroom.visit(interaction), feed)

    return [remove, pause, resume]


def feed_choices(
    newsroom: Newsroom,
) -> Callable[[discord.Interaction[Any], str], Coroutine[Any, Any, list[Choice[str]]]]:
    """Return what completes a feed from those that the server follows."""

    async def complete(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
        visit = newsroom.visit(interaction)
        if visit.guild is None or not visit.moderates:
            return []
        followed = await newsroom.read(lambda connection: feeds.of_guild(connection, visit.guild))
        sought = folded(typed.strip())
        fitting = [feed for feed in followed if sought in folded(f"{feed.title} {feed.url}")]
        return [Choice(name=_choice(feed, visit.language), value=str(feed.id)) for feed in fitting[:_CHOICES]]

    return complete


def _choice(feed: FeedRow, language: str) -> str:
    title = shortened(feed.title or feed.url, _TITLE)
    return FEEDS.of(language).paused_choice.format(feed=title) if feed.paused else title
