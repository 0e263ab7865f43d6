"""What can go wrong with Discord: facts inside, each with a sentence for people.

DiscordError              keeps the bot from running; its text is for the operator
├── TokenRefused          Discord does not know the token
├── DiscordUnreachable    no connection, or Discord itself is failing
├── StartedTooOften       Discord would take the token away
└── DiscordRefused        Discord closed the connection for good
Refusal                   one request that is declined; its sentence is for the person who asked
├── Busy                  too many questions are waiting already
├── Gone                  what was clicked or named is not there, or not for this server
└── UsedUp                what was clicked has been dealt with already
"""

from collections.abc import Callable

from discord import app_commands

from bot.discord.display.words import WORDS
from bot.errors import BotError


class DiscordError(BotError):
    """A sentence that says why the bot cannot run and what to do about it."""


class TokenRefused(DiscordError):
    """Discord does not know the token."""

    def __init__(self) -> None:
        super().__init__(
            "Discord refused the token: copy it again from the Bot page of your application at "
            "https://discord.com/developers/applications and set DISCORD_TOKEN to it."
        )


class DiscordUnreachable(DiscordError):
    """No connection, or Discord itself is failing."""

    def __init__(self) -> None:
        super().__init__(
            "Discord cannot be reached: check the network and https://discordstatus.com, "
            "then start the bot again."
        )


class StartedTooOften(DiscordError):
    """So many sessions were begun that Discord would take the token away for another."""

    def __init__(self, minutes: int) -> None:
        super().__init__(
            "This bot was started so often today that Discord takes the token away of one that goes on: "
            f"start it again in {minutes} minutes."
        )


class DiscordRefused(DiscordError):
    """Discord closed the connection for good; `code` is an HTTP status or a gateway close code."""

    def __init__(self, code: int) -> None:
        super().__init__(
            f"Discord refused the bot with code {code}: look it up at "
            "https://discord.com/developers/docs/topics/opcodes-and-status-codes."
        )
        self.code = code


class Refusal(app_commands.AppCommandError):
    """One request is declined; `sentence` says why in a language, `nl` or another."""

    def __init__(self, sentence: Callable[[str], str]) -> None:
        super().__init__("declined")
        self.sentence = sentence


class Busy(Refusal):
    """Too many questions are waiting already."""

    def __init__(self) -> None:
        super().__init__(lambda language: WORDS.of(language).busy)


class Gone(Refusal):
    """What was clicked or named is not there, or not for this server."""

    def __init__(self) -> None:
        super().__init__(lambda language: WORDS.of(language).gone)


class UsedUp(Refusal):
    """What was clicked has been dealt with already, by this person or another."""

    def __init__(self) -> None:
        super().__init__(lambda language: WORDS.of(language).used_up)
