"""The errors of the ways in, each with a sentence for people.

BotError
├── SettingMissing       a command needs a setting that nobody made
├── SettingWrong         a setting's value cannot be what it should be
├── PurgeRefused         there is nothing to purge, or nobody has said yes to deleting
├── PortRefused          nothing can listen at the port for metrics
├── FileUnwritable       a file that was asked for cannot be written
├── OutputUnwritable     what is printed cannot be written
├── OutputGone           whoever read what is printed has gone
└── DiscordError         the Discord bot cannot run; see `bot/discord/connection/errors.py`
"""


class BotError(Exception):
    """A sentence that says what happened and what to do about it."""


class SettingMissing(BotError):
    """A command needs a setting that nobody made."""


class SettingWrong(BotError):
    """A setting's value cannot be what it should be."""


class PortRefused(BotError):
    """Nothing can listen at the port for metrics and health."""


class FileUnwritable(BotError):
    """A file that was asked for cannot be written."""


class PurgeRefused(BotError):
    """There is nothing to purge, or nobody has said yes to deleting."""


class OutputUnwritable(BotError):
    """What is printed cannot be written, as on a full disk."""


class OutputGone(BotError):
    """Whoever read what is printed has gone, as `head` does when it has seen enough."""
