"""Words in both languages that newsdesk speaks: English, and Dutch for who reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

_Words = TypeVar("_Words")


@dataclass(frozen=True, slots=True)
class Bilingual(Generic[_Words]):
    """The words of one part of the bot in both of its languages."""

    english: _Words
    dutch: _Words

    def of(self, language: str | None) -> _Words:
        """Return the words for a language code: Dutch for `nl`, English for every other and for None."""
        return self.dutch if language == "nl" else self.english


def counted(pair: tuple[str, str], count: int) -> str:
    """Return the one of a pair that fits the count, with the count filled in."""
    return pair[count != 1].format(count=count)
