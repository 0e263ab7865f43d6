"""What a person is told when a request fails: a sentence, or its id for what only the log may know."""

import logging
from collections.abc import Callable

from discord import app_commands

from bot.discord.connection.delivery import is_gone
from bot.discord.connection.errors import Refusal
from bot.discord.connection.out_of_reach import out_of_reach
from bot.discord.display.escape import inline
from bot.discord.display.words import WORDS
from bot.outside.request import named

_log = logging.getLogger(__name__)
_SENTENCE = 500


class Failures:
    """Turns errors into sentences.

    `refused` says facts in the bot's own words, None for what it does not know; `expected` are the other
    errors whose own sentence is meant for people. `unforeseen` is called where a request failed otherwise.
    """

    def __init__(
        self,
        refused: Callable[[Exception, str], str | None],
        expected: tuple[type[Exception], ...] = (),
        unforeseen: Callable[[], object] = lambda: None,
    ) -> None:
        self._refused = refused
        self._expected = expected
        self._unforeseen = unforeseen

    def sentence(self, error: Exception, language: str, request: int) -> str | None:
        """Return what to say about the error of a request, None where nobody can be told any more."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        if is_gone(cause):
            _log.info("request %s could not be answered any more: %s", request, cause)
            return None
        if isinstance(cause, Refusal):
            return cause.sentence(language)
        if isinstance(cause, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
            return WORDS.of(language).gone
        return self._refused(cause, language) or self._told(cause, language, request)

    def _told(self, cause: Exception, language: str, request: int) -> str:
        if isinstance(cause, self._expected):
            return inline(str(cause), _SENTENCE)
        known = out_of_reach(cause, language)
        if known is not None:
            _log.warning("request %s failed: %s", request, cause)
            return known
        self._unforeseen()
        incident = named(request)
        _log.error("incident %s: request %s failed", incident, request, exc_info=cause)
        return WORDS.of(language).apology.format(incident=f"`{incident}`")
