"""The lines of the log, for people or for programs: the one door to python-json-logger."""

import logging
import threading

from pythonjsonlogger.json import JsonFormatter

from bot.outside import request
from bot.outside.log_format import LogFormat

_log = logging.getLogger(__name__)


class _OfTheRequest(logging.Filter):
    """Adds to a line which request it is of."""

    def filter(self, record: logging.LogRecord) -> bool:
        origin = request.current()
        if origin is not None:
            known = {"request": origin.id, "command": origin.command}
            known |= {"guild": origin.guild} if origin.guild else {}
            known |= {"answer": origin.answer} if origin.answer else {}
            record.__dict__.update(known)
        return True


class _Text(logging.Formatter):
    """A line of text, with the id of its request before it."""

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        of = getattr(record, "request", None)
        return f"[{of}] {line}" if of else line


def write_as(chosen: LogFormat) -> None:
    """Have whatever is logged from now on written so; in JSON what Python complains of too."""
    for handler in logging.getLogger().handlers:
        dress(handler, chosen)
    if chosen is LogFormat.JSON:
        logging.captureWarnings(capture=True)
        threading.excepthook = _note


def dress(handler: logging.Handler, chosen: LogFormat) -> None:
    """Have one handler write lines of that format, each with the request that it is of."""
    handler.addFilter(_OfTheRequest())
    handler.setFormatter(_json() if chosen is LogFormat.JSON else _Text())


def _json() -> logging.Formatter:
    """Return what writes an object with time (ISO 8601, UTC), level, logger, message and more."""
    renamed = {"levelname": "level", "name": "logger", "exc_info": "exception"}
    written = "{levelname}{name}{message}"
    return JsonFormatter(written, style="{", rename_fields=renamed, timestamp="time")


def _note(broken: threading.ExceptHookArgs) -> None:
    name = broken.thread.name if broken.thread is not None else "?"
    _log.error("the thread %s broke off", name, exc_info=broken.exc_value)
