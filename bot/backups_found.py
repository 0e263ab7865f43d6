"""Whether the nightly backups are made, as far as the catalogue knows."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from bot.assembly import Desk
from bot.servers_found import Finding
from bot.terminal.sizes import size
from corpus.catalogue.backups import nightly
from corpus.catalogue.backups.schedule import LastBackup, Nights

_OLD = datetime.timedelta(days=2)
_NAME = "backups"
_NOW = "`newsdesk backup FILE` makes one now."


def of_backups(desk: Desk) -> Iterator[Finding]:
    """Yield what is known of them; where no folder is set, none are expected."""
    folder = desk.settings.backup_folder
    if folder is None:
        cure = "Set BACKUP_FOLDER, or run `newsdesk backup FILE` now and then."
        yield Finding(_NAME, well=True, finding="none are made by themselves.", cure=cure)
        return
    with desk.catalogue.reading() as connection:
        known = nightly.nights(connection)
    yield _found(known, folder, desk.now())


def _found(known: Nights, folder: Path, now: datetime.datetime) -> Finding:
    last = known.made
    if known.failing is not None:
        finding = f"the last try failed. {_told(last)}"
        return Finding(_NAME, well=False, finding=finding, cure=known.failing.why)
    if last is None:
        return Finding(_NAME, well=True, finding="none yet: the bot makes the first when it runs.")
    if now - last.at > _OLD:
        finding = f"{_told(last)} That is more than two days ago."
        return Finding(_NAME, well=False, finding=finding, cure=f"Does the bot run? {_NOW}")
    if Path(last.file).parent == folder.absolute() and not Path(last.file).exists():
        return Finding(_NAME, well=False, finding=f"the last one, {last.file}, is not there.", cure=_NOW)
    return Finding(_NAME, well=True, finding=_told(last))


def _told(last: LastBackup | None) -> str:
    if last is None:
        return "There is none."
    return f"the last one is of {last.at.astimezone():%Y-%m-%d %H:%M} ({size(last.bytes)}): {last.file}."
