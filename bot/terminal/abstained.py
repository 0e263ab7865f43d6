"""What an abstention says, in the question's language."""

from __future__ import annotations

from bot.languages_read import LANGUAGES, languages_read
from bot.telling.abstention_sentence import abstention as sentence
from bot.terminal.words import spoken
from retrieval.search.results import Answer


def abstention(answer: Answer) -> str:
    """Return that nothing answers, with the names that no article mentions or the languages that are read."""
    dutch = spoken(answer.question) == "nl"
    # The English sentence was remembered with the answer: what it is about is not.
    said = sentence(answer.unknown, answer.unread, "nl") if dutch else answer.text
    return f"{said}\n{languages_read(answer.unread)}" if answer.unread in LANGUAGES else said
