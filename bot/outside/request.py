"""Which request the work at hand is for: every line of the log has it, whoever writes the line."""

from contextvars import ContextVar
from dataclasses import dataclass, replace
from hashlib import blake2s

_NAME_BYTES = 4  # eight hex digits: short enough to type, and seldom those of another request


@dataclass(frozen=True, slots=True)
class Origin:
    """What a request is known by: the id that people are told, its command, its server, its answer.

    `command` is one of a fixed number: a command, the name in a custom id, or how a message came. `guild` is
    None in a direct message, `answer` until there is one.
    """

    id: str
    command: str
    guild: str | None = None
    answer: str | None = None


_current: ContextVar[Origin | None] = ContextVar("request", default=None)


def named(number: int) -> str:
    """Return the id that people are told of the request with that number of Discord's.

    It is computed, so that whoever has the number finds the lines of the log, also of a bot long gone.
    """
    return blake2s(str(number).encode(), digest_size=_NAME_BYTES).hexdigest()


def begin(origin: Origin) -> None:
    """Have all that this task and the calls it makes do from now on belong to that request."""
    _current.set(origin)


def current() -> Origin | None:
    """Return what the work at hand is for; None for what the bot does by itself."""
    return _current.get()


def answered_with(answer_id: str) -> None:
    """Note the answer to the request at hand."""
    origin = _current.get()
    if origin is not None:
        _current.set(replace(origin, answer=answer_id))


def way() -> str:
    """Return by which command the request at hand came; `none` where there is no request."""
    origin = _current.get()
    return origin.command if origin is not None else "none"
