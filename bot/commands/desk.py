"""Opening the newsdesk that the settings describe."""

from __future__ import annotations

import atexit
import getpass
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.assembly import Desk

_LOG = logging.getLogger(__name__)


def open_desk(*, long_running: bool = False, reads_only: bool = False) -> Desk:
    """Return the newsdesk of the environment's settings; its parts open when they are first used.

    A command that `reads_only` leaves a catalogue of an earlier release as it is and says so. The stores are
    closed once a command has ended, so that SQLite leaves one file.
    """
    # The parts bring SQLAlchemy and NumPy with them, for which `--help` must not wait.
    from bot.assembly import Desk
    from bot.discretion import keep_secret
    from bot.settings import read_settings

    settings = read_settings()
    keep_secret(settings)
    desk = Desk(settings, long_running=long_running, reads_only=reads_only)
    atexit.register(desk.close)
    return desk


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
            desk.opened_index.bring_up_to_date()
    except IndexUnavailable as error:
        _LOG.warning("The catalogue is changed, the vector index is not yet. %s", error)


def overwrite(desk: Desk, *, vectors: bool = False) -> None:
    """Let nothing that was deleted be left in the home's files, telling a terminal so where it takes long.

    With `vectors` the vector index is made anew too: from vectors the words can be guessed.

    Raises:
        CatalogueUnusable: the catalogue cannot be written anew, such as where the disk is full.
        IndexUnavailable: Chroma does not answer.
    """
    from bot.terminal.console import notices
    from bot.terminal.progress import waiting

    with waiting("Overwriting what was deleted"):
        whole = desk.catalogue.overwrite()
        whole &= not vectors or desk.opened_index.make_anew()
    if not whole:
        notices().print("Another program uses the files: the last of it goes when that one is restarted.")


def actor() -> str:
    """Return who changes the corpus from this terminal, for the journal."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container may run under a number that has no name
        return "terminal"
