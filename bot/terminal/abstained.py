"""What an abstention says, in the question's language."""

from __future__ import annotations

from bot.terminal.words import TERMINAL, spoken
from retrieval.results import Answer


def abstention(answer: Answer) -> str:
    """Return that nothing answers, with the names that no article mentions or the languages that are read."""
    if spoken(answer.question) != "nl":
        return answer.text
    words = TERMINAL.of("nl").card
    if answer.unread:
        return words.unread
    if not answer.unknown:
        return words.abstained
    return f"{words.abstained} {words.unknown.format(names=f' {words.either} '.join(answer.unknown))}"
