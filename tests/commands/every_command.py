"""Every command of the program, with the least that it needs to be told; a new one is among them at once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from typer.main import get_command

from bot.assembly import now
from bot.commands.app import app
from corpus.catalogue.backups.making import make
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.engines import sqlite_url

_QUESTION = "Hoeveel wolven leven er in het Drostenwoud?"
# Where the least says too little for a command to come far.
_MORE = {
    "add": ["article.txt"],
    "ask": [_QUESTION],
    "search": [_QUESTION],
    "timeline": [_QUESTION],
    # Any other would take the article away from the commands after it.
    "undo": ["7"],
    "purge": ["7", "--yes"],
    "eval": ["questions.jsonl"],
    "backup": ["backup.zip", "--force"],
    "restore": ["made.zip", "--yes"],
    "export": ["export.jsonl", "--force"],
    "import": ["import.jsonl"],
}
# What somebody types, for the commands that listen.
TYPED = f"{_QUESTION}\n"


def names() -> list[str]:
    """Return the name of every command."""
    return list(get_command(app).commands)  # type: ignore[attr-defined]


def said(name: str) -> list[str]:
    """Return a command with a word for everything that it cannot do without."""
    command = get_command(app).commands[name]  # type: ignore[attr-defined]
    needed = [
        word
        for one in command.params
        if one.required
        for word in (*one.opts[:1][: one.opts[0][:1] == "-"], "x")
    ]
    return [name, *_MORE.get(name, needed)]


def with_files(folder: Path) -> Path:
    """Put into a folder the files that commands are told of; the backup has no articles."""
    (folder / "article.txt").write_text(
        "title: “Wolven”\n\nHoeveel wolven er leven? In het Drostenwoud leven 39 wolven, zegt Noël.\n"
    )
    (folder / "questions.jsonl").write_text('{"question": "Hoeveel wolven?", "language": "nl"}\n')
    (folder / "import.jsonl").write_text(
        '{"export":1,"id":"0123456789ab","guild":null,"text":"De dassenburcht telt negen ingangen.",'
        '"added":"2026-03-01T12:00:00+00:00","live":1,"versions":[null],"changes":[]}\n'
    )
    (folder / "made.zip").write_bytes(_empty_backup())
    return folder


@cache
def _empty_backup() -> bytes:
    with TemporaryDirectory() as made:
        url, file = sqlite_url(Path(made) / "catalogue.db"), Path(made) / "made.zip"
        Catalogue(url).close()
        make(url, file, now)
        return file.read_bytes()
