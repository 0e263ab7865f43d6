"""How the program ends: its exit code, and one sentence for people where something failed."""

import sys
from collections.abc import Callable

from bot.discretion import struck
from bot.errors import BotError, OutputGone, OutputUnwritable
from bot.terminal import streams
from corpus.errors import CorpusError
from retrieval.errors import RetrievalError

FAILED = 1


def ended(run: Callable[[], object], *, debug: bool) -> int:
    """Run a command and return the exit code, having said what failed.

    A reader who has seen enough, such as `head`, is no failure.

    Args:
        run: the command.
        debug: whether errors are let through, so that Python shows where they come from.
    """
    try:
        code = _code(run)
        sys.stdout.flush()
    except OutputGone:
        streams.let_go()
        return 0
    except OutputUnwritable as error:
        streams.let_go()
        return _failed(str(error))
    except Exception as error:
        if debug:
            raise
        return _failed(sentence(error))
    return code


def sentence(error: Exception) -> str:
    """Return what happened and what to do, also where no part of this program has words for it."""
    if isinstance(error, BotError | CorpusError | RetrievalError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        where = f" {error.filename}" if error.filename is not None else " a file"
        return f"Cannot use{where} ({error.strerror}): check that it is there and that you may use it."
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return (
        f"Something went wrong that should not ({what}). `newsdesk --debug` before the command shows where."
    )


def _code(run: Callable[[], object]) -> int:
    try:
        run()
    except SystemExit as end:
        if isinstance(end.code, str):
            return _failed(end.code)
        return end.code or 0
    return 0


def _failed(said: str) -> int:
    print(f"newsdesk: {struck(said)}", file=sys.stderr)  # noqa: T201 - this is where errors are told
    return FAILED
