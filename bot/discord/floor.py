"""What a feature of the bot is given to install itself."""

from __future__ import annotations

from dataclasses import dataclass

import discord

from bot.discord.asking.asker import Asker
from bot.discord.chores import Chores
from bot.discord.components import Components
from bot.discord.moderators import ModeratorsGroup
from bot.discord.newsroom import Newsroom
from bot.discord.pages import Lists
from bot.discord.reception import Reception
from bot.discord.tree import Tree


@dataclass(frozen=True, slots=True)
class Floor:
    """The connection, the newsroom behind it, and where commands, components and chores are hung."""

    client: discord.Client
    newsroom: Newsroom
    asker: Asker
    reception: Reception
    tree: Tree
    corpus: ModeratorsGroup
    components: Components
    lists: Lists
    chores: Chores
