"""What must never be said: the secrets of the settings, struck out of the log and of all errors."""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterable
from dataclasses import fields
from types import TracebackType
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from bot.settings import Settings

STRUCK = "***"
_SHORTEST = 4  # characters; anything shorter stands in words that mean nothing by it
# What stands before the @ of an address, and its last part: a password, or a token without a name. Loose, for
# an address that is written wrong is told in an error before anything else.
_USERINFO = re.compile(r"(?:^|/|:)([^/:@\s]+)@")
_QUERY = re.compile(r"[?&](?:password|passwd|token|key|api_key|apikey|secret)=([^&\s]+)")
_known: set[str] = set()  # of this process: a log has one for all


def keep_secret(settings: Settings) -> None:
    """Strike the secrets of these settings out of whatever is written from now on."""
    _known.update(_secrets(settings))


def struck(text: str) -> str:
    """Return a text without any secret."""
    for secret in sorted(_known, key=len, reverse=True):
        text = text.replace(secret, STRUCK)
    return text


class Discretion(logging.Filter):
    """Strikes secrets out of what a handler of the log writes, with whichever formatter.

    Put it on the handler: what other libraries log passes no filter of a logger of ours.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, without secrets in its words, its traceback and what else it holds."""
        record.msg, record.args = struck(record.getMessage()), None
        if record.exc_info:
            # Formatters write what was formatted before, and know nothing of what is struck out.
            record.exc_text = struck("".join(traceback.format_exception(*record.exc_info)).rstrip())
            record.exc_info = None
        for name, value in vars(record).items():
            if isinstance(value, str):
                setattr(record, name, struck(value))
        return True


def on_every_handler() -> None:
    """Strike secrets out of the log, and of errors that no part of this program catches."""
    for handler in logging.getLogger().handlers:
        if not any(isinstance(one, Discretion) for one in handler.filters):
            handler.addFilter(Discretion())
    sys.excepthook = _uncaught
    threading.excepthook = lambda given: _uncaught(given.exc_type, given.exc_value, given.exc_traceback)


def _uncaught(kind: type[BaseException], error: BaseException | None, where: TracebackType | None) -> None:
    lines = traceback.format_exception(kind, error, where)
    print(struck("".join(lines)), end="", file=sys.stderr)  # noqa: T201 - in the place of Python's own words


def _secrets(settings: Settings) -> Iterable[str]:
    for field in fields(settings):
        value = getattr(settings, field.name)
        if isinstance(value, str) and not field.repr:
            yield from (one for one in _of(field.name, value) if len(one) >= _SHORTEST)


def _of(name: str, value: str) -> Iterable[str]:
    if not name.endswith("_url"):
        yield value
        return
    for held in (*_USERINFO.findall(value), *_QUERY.findall(value)):
        yield from (held, unquote(held))
