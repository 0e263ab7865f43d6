"""`newsdesk chat`: a conversation at a prompt, with history and follow-ups."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.desk import open_desk
from bot.commands.options import AsOf, Guild, Language, Outlet, Since, Until, chosen
from corpus.filters import Filters

if TYPE_CHECKING:
    from bot.assembly import Desk


def chat(
    *,
    guild: Guild = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    outlet: Outlet = None,
    language: Language = None,
) -> None:
    """Ask one question after another; a follow-up is understood from the one before it."""
    from bot.terminal.console import output

    filters = chosen(guild, since, until, as_of, outlet, language)
    desk = open_desk()
    earlier: list[str] = []
    for said in _questions(desk.settings.home / "chat-history"):
        question = desk.standalone(said, earlier)
        if question != said:
            output().print(f"(understood as: {question})", style="dim")
        _answer(desk, question, filters, said)
        output().print()
        earlier.append(question)


def _answer(desk: Desk, question: str, filters: Filters, said: str) -> None:
    from bot.terminal.console import output
    from bot.terminal.found import print_answer
    from bot.terminal.growing import Shown

    shown = Shown()
    growing = shown.show if output().is_terminal else None
    answer = desk.answerer.ask(question, filters, said, growing)
    print_answer(answer, told=shown.all_of(answer))


def _questions(history: Path) -> Iterator[str]:
    """Return what people type, until they end with Ctrl-D; from a pipe, its lines."""
    lines = _prompted(history) if sys.stdin.isatty() else iter(sys.stdin)
    return (line.strip() for line in lines if line.strip())


def _prompted(history: Path) -> Iterator[str]:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import FileHistory

    history.parent.mkdir(parents=True, exist_ok=True)
    session: PromptSession[str] = PromptSession(history=FileHistory(str(history)))
    while True:
        try:
            yield session.prompt("ask (Ctrl-D ends) > ")
        except EOFError:
            return
