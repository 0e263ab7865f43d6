"""What the documents say of the bot in Discord is so."""

from __future__ import annotations

from pathlib import Path

import discord
from discord import app_commands

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from bot.invitation import PERMISSIONS, SCOPES
from tests.discord.newsrooms import newsroom_of

_ROOT = Path(__file__).parents[2]


async def test_every_command_and_menu_is_in_the_guide(desk: Desk) -> None:
    bot = Newsdesk(newsroom_of(desk))
    guide = (_ROOT / "docs" / "discord.md").read_text(encoding="utf-8")

    commands = [one for one in bot.tree.walk_commands() if isinstance(one, app_commands.Command)]
    for command in commands:
        # A table's line may name several of a group: `/corpus list`, `show`, `history`.
        group = command.parent.qualified_name if command.parent else command.name
        named = [line for line in guide.splitlines() if f"`/{group}" in line and command.name in line]
        assert named, f"docs/discord.md does not name /{command.qualified_name}"
    menus = [one.name for one in bot.tree.walk_commands(type=discord.AppCommandType.message)]
    assert len(commands) >= 20
    assert len(menus) >= 3
    assert [name for name in menus if f"*{name}*" not in guide] == []


def test_the_readme_names_every_permission_and_scope_of_the_invitation() -> None:
    readme = (_ROOT / "README.md").read_text(encoding="utf-8")

    assert [name for name in (*PERMISSIONS, *SCOPES) if name not in readme] == []
