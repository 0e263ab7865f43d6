"""Words in both languages that newsdesk speaks: English, and Dutch for who reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar, overload

_Entry = TypeVar("_Entry")
_Key = TypeVar("_Key")


class Words:
    """The words of one part of the bot in one of its languages; a table of them inherits from it.

    Its entries stand as `both(English, Dutch)` in the class, and are read of an instance in its language.
    A pair is for one and for more, with `{count}`: see `counted`.

    Attributes:
        code: ISO 639-1 code of the language: `en` or `nl`.
    """

    def __init__(self, code: str) -> None:
        """Take the code of the language: Dutch for `nl`, English for every other."""
        self.code = code


_Table = TypeVar("_Table", bound=Words)


class Both(Generic[_Entry]):
    """An entry of a table in both languages: a descriptor, which gives that of the table's language."""

    def __init__(self, english: _Entry, dutch: _Entry) -> None:
        """Take the entry in each language."""
        self.english = english
        self.dutch = dutch

    @overload
    def __get__(self, words: None, table: type[Words]) -> Both[_Entry]: ...
    @overload
    def __get__(self, words: Words, table: type[Words]) -> _Entry: ...
    def __get__(self, words: Words | None, table: type[Words]) -> Both[_Entry] | _Entry:
        """Return the entry in the language of the words; of the table itself, in both."""
        if words is None:
            return self
        return self.dutch if words.code == "nl" else self.english


def both(english: _Entry, dutch: _Entry) -> Both[_Entry]:
    """Return an entry of a table: a sentence or a pair, in English and in Dutch."""
    return Both(english, dutch)


def each(entries: Mapping[_Key, tuple[_Entry, _Entry]]) -> Both[Mapping[_Key, _Entry]]:
    """Return an entry with a name for each of several things, which are given in English and in Dutch."""
    english = {key: words for key, (words, _) in entries.items()}
    return Both(english, {key: words for key, (_, words) in entries.items()})


class Bilingual(Generic[_Table]):
    """A table of words, to be read in either language."""

    def __init__(self, table: type[_Table]) -> None:
        """Take the table."""
        self.english = table("en")
        self.dutch = table("nl")

    def of(self, language: str | None) -> _Table:
        """Return the words for a language code: Dutch for `nl`, English for every other and for None."""
        return self.dutch if language == "nl" else self.english


def counted(pair: tuple[str, str], count: int) -> str:
    """Return the one of a pair that fits the count, with the count filled in."""
    return pair[count != 1].format(count=count)
