"""Asking before something is deleted for good."""

import sys
from collections.abc import Mapping

import typer

from bot.errors import PurgeRefused


def require(warning: str) -> None:
    """Go on only where somebody at a terminal says yes to deleting what the `warning` names.

    Raises:
        PurgeRefused: they say no, or nobody can be asked.
    """
    from bot.terminal.console import notices

    if not sys.stdin.isatty():
        raise PurgeRefused(f"{warning} Nothing is deleted yet: run it again with --yes.")
    notices().print(warning)
    if not typer.confirm("Delete it?", err=True):
        raise PurgeRefused("Nothing was deleted.")


def listed(held: Mapping[str, int], words: Mapping[str, str]) -> str:
    """Return what is deleted, in words for what people think of as theirs; the rest goes with it."""
    return ", ".join(f"{word} ({held[name]})" for name, word in words.items() if name in held)
