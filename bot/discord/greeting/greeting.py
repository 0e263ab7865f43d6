"""The message that greets a server, in its system channel or to its owner."""

from __future__ import annotations

from typing import Any

from bot.discord.administration.settings_command import OPEN
from bot.discord.connection.components import button, rows
from bot.discord.display.escape import inline
from bot.discord.greeting.words import GREETING

ADD, HELP = "greet-add", "greet-help"
_NAME = 100


def in_server(language: str) -> dict[str, Any]:
    """Return it as keyword arguments for a send in the server."""
    words = GREETING.of(language)
    first = [button(words.add, ADD), button(words.settings, OPEN), button(words.help, HELP)]
    return {"content": f"{words.hello}\n{words.first_steps}", "view": rows(first)}


def to_owner(language: str, guild: str) -> dict[str, Any]:
    """Return it as keyword arguments for a direct message: what is a server's can be changed only there.

    Args:
        language: that of the server.
        guild: the server's name.
    """
    words = GREETING.of(language)
    lines = [words.thanks_for_inviting.format(guild=inline(guild, _NAME)), words.hello, words.in_your_server]
    return {"content": "\n".join(lines), "view": rows([button(words.help, HELP)])}
