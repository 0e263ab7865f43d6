"""What a feature of the bot is given to install itself."""

from dataclasses import dataclass

import discord

from bot.discord.connection.chores import Chores
from bot.discord.connection.components import Components
from bot.discord.connection.moderators import ModeratorsGroup
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.pages import Lists
from bot.discord.connection.reception import Reception
from bot.discord.connection.tree import Tree


@dataclass(frozen=True, slots=True)
class Floor:
    """The connection, the newsroom behind it, and where commands, components and chores are hung."""

    client: discord.AutoShardedClient
    newsroom: Newsroom
    reception: Reception
    tree: Tree
    corpus: ModeratorsGroup
    components: Components
    lists: Lists
    chores: Chores
