"""The file of an export: whole under its name, or not there at all."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.catalogue.backups.making import require_free, told
from corpus.catalogue.backups.workplace import keep, workplace
from corpus.catalogue.exchange.history import History
from corpus.catalogue.exchange.written_lines import line


def write(file: Path, histories: Iterable[History], *, replacing: bool) -> Iterator[History]:
    """Write a line for each article into `file`, and yield the article; the last one done, it has its name.

    Raises:
        BackupNotMade: the file is there already, or cannot be written.
    """
    require_free(file, replacing=replacing)
    with told(file), workplace(file.absolute().parent) as folder:
        unnamed = folder / "export"
        unnamed.touch(mode=0o600)
        with unnamed.open("w", encoding="utf-8", newline="\n") as opened:
            for one in histories:
                opened.write(f"{line(one)}\n")
                yield one
        keep(unnamed, file.absolute(), replacing=replacing)
