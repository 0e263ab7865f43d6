"""Opening the newsdesk that the settings describe."""

from __future__ import annotations

import getpass
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.assembly import Desk

_LOG = logging.getLogger(__name__)


def open_desk(*, long_running: bool = False, reads_only: bool = False) -> Desk:
    """Return the newsdesk of the environment's settings; its parts open when they are first used.

    A command that `reads_only` leaves a catalogue of an earlier release as it is and says so.
    """
    # The parts bring SQLAlchemy and NumPy with them, for which `--help` must not wait.
    from bot.assembly import Desk
    from bot.settings import read_settings

    return Desk(read_settings(), long_running=long_running, reads_only=reads_only)


def require_writable(desk: Desk) -> None:
    """Say at once that nothing can be stored, before long work for it.

    Raises:
        CatalogueUnusable: the catalogue cannot be opened, or can be read alone.
    """
    if desk.catalogue.unwritable:
        raise desk.catalogue.unwritable


def load(desk: Desk) -> None:
    """Load what answers, telling a terminal so where it takes long.

    Raises:
        ModelUnavailable: a model cannot be loaded.
    """
    from bot.terminal.progress import waiting

    with waiting("Loading the models"):
        desk.answerer.load()


def bring_up_to_date(desk: Desk) -> None:
    """Index what a change left to index, telling a terminal so where it takes long.

    The change is made by then: an index that fails is told in a warning, and follows when it is next opened.
    """
    from bot.terminal.progress import waiting
    from retrieval.errors import IndexUnavailable

    try:
        with waiting("Updating the vector index"):
            desk.bring_chroma_up_to_date()
    except IndexUnavailable as error:
        _LOG.warning("The catalogue is changed, the vector index is not yet. %s", error)


def actor() -> str:
    """Return who changes the corpus from this terminal, for the journal."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container may run under a number that has no name
        return "terminal"
