"""Every command of the program, with the least that it needs to be told; a new one is among them at once."""

from __future__ import annotations

from pathlib import Path

from typer.main import get_command

from bot.commands.app import app

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
    """Put into a folder the files that `add` and `eval` are told of."""
    (folder / "article.txt").write_text(
        "title: “Wolven”\n\nHoeveel wolven er leven? In het Drostenwoud leven 39 wolven, zegt Noël.\n"
    )
    (folder / "questions.jsonl").write_text('{"question": "Hoeveel wolven?", "language": "nl"}\n')
    return folder
