"""What an abstention says, in the question's language."""

from __future__ import annotations

from bot.languages_read import LANGUAGES, languages_read
from bot.terminal.words import TERMINAL, spoken
from retrieval.search.results import Answer


def abstention(answer: Answer) -> str:
    """Return that nothing answers, with the names that no article mentions or the languages that are read."""
    said = _said(answer)
    return f"{said}\n{languages_read(answer.unread)}" if answer.unread in LANGUAGES else said


def _said(answer: Answer) -> str:
    if spoken(answer.question) != "nl":
        return answer.text
    words = TERMINAL.of("nl")
    if answer.unread:
        return words.unread
    if not answer.unknown:
        return words.abstained
    return f"{words.abstained} {words.unknown.format(names=f' {words.either} '.join(answer.unknown))}"
