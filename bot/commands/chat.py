"""`newsdesk chat`: a conversation at a prompt, with history and follow-ups."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from bot.commands.desk import open_desk
from bot.commands.options import AsOf, Guild, Language, Outlet, Since, Until
from corpus.filters import Filters


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
    from bot.settings import read_settings
    from bot.terminal.console import output
    from bot.terminal.found import print_answer
    from retrieval.followup import standalone

    filters = Filters(guild or None, since, until, as_of, outlet, language)
    desk = open_desk()
    earlier: list[str] = []
    for said in _questions(read_settings().home / "chat-history"):
        question = standalone(said, earlier)
        if question != said:
            output().print(f"(understood as: {question})", style="dim")
        print_answer(desk.answerer.ask(question, filters, asked_as=said))
        output().print()
        earlier.append(question)


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
