"""`newsdesk chat`: a conversation at a prompt, with history and follow-ups."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.desk import load, open_desk
from bot.commands.options import narrowed
from corpus.filters import Filters

if TYPE_CHECKING:
    from prompt_toolkit.history import History

    from bot.assembly import Desk

# What people type who want to leave, in both languages; nobody asks a question of one such word.
_ENDS = {"exit", "quit", "stop", "q", "bye", "einde"}


@narrowed(kinds=False)
def chat(
    *,
    filters: Filters,
) -> None:
    """Ask one question after another. A follow-up is understood from the one before it.

    `exit`, `quit` or Ctrl-D ends it.
    """
    from bot.terminal.console import output

    desk = open_desk()
    load(desk)
    earlier: list[str] = []
    for said in _questions(desk.settings.home / "chat-history"):
        question = desk.standalone(said, earlier)
        _answer(desk, question, filters, said)
        output().print()
        earlier.append(question)


def _answer(desk: Desk, question: str, filters: Filters, said: str) -> None:
    from bot.terminal.console import output
    from bot.terminal.emptiness import emptiness, print_emptiness
    from bot.terminal.found import Shown, print_answer
    from bot.terminal.words import TERMINAL, spoken

    if question != said:
        understood = TERMINAL.of(spoken(question)).understood_aside.format(question=question)
        output().print(understood, style="dim")
    shown = Shown()
    growing = shown.show if output().is_terminal else None
    answer = desk.answerer.ask(question, filters, said, growing)
    empty = emptiness(desk.catalogue, filters.guild, said) if answer.abstained else ""
    if empty:
        print_emptiness(empty)
    else:
        print_answer(answer, told=shown.all_of(answer))


def _questions(history: Path) -> Iterator[str]:
    """Return what people type, until they end it; from a pipe, its lines."""
    lines = _prompted(history) if sys.stdin.isatty() else iter(sys.stdin)
    asked = (line.strip() for line in lines if line.strip())
    return takewhile(lambda line: line.casefold().strip(":/!. ") not in _ENDS, asked)


def _prompted(history: Path) -> Iterator[str]:
    from prompt_toolkit import PromptSession

    session: PromptSession[str] = PromptSession(history=_history(history))
    while True:
        try:
            yield session.prompt("ask (Ctrl-D or exit ends) > ")
        except EOFError:
            return


def _history(file: Path) -> History:
    """Return what was asked before; where it cannot be kept it is remembered until the end."""
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.open("ab").close()
    except OSError:
        return InMemoryHistory()
    return FileHistory(str(file))
