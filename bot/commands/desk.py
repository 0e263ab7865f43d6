"""Opening the newsdesk that the settings describe."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.assembly import Desk


def open_desk(*, long_running: bool = False) -> Desk:
    """Return the newsdesk of the environment's settings; its parts open when they are first used."""
    # The parts bring SQLAlchemy and NumPy with them, for which `--help` must not wait.
    from bot.assembly import Desk
    from bot.settings import read_settings

    return Desk(read_settings(), long_running=long_running)


def actor() -> str:
    """Return who changes the corpus from this terminal, for the journal."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container may run under a number that has no name
        return "terminal"
