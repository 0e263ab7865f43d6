"""The outlets of the corpus, by what somebody calls them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.catalogue import browsing, kept
from corpus.catalogue.connection import Connection
from corpus.text import folded, normalise
from retrieval.language.function_words import FUNCTION_WORDS
from retrieval.language.spelling import alike, slips
from retrieval.question.names.spellings import Written

_EVERY = 10_000  # outlets compared; no corpus has as many
_NEAREST = 3
_SHORTEST = 5  # letters of a word that is told from its misspellings
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet as it was named: `name` is the corpus's own, None where it has none; then `nearest` helps."""

    name: str | None
    nearest: tuple[str, ...] = ()


def outlet(
    connection: Connection, written: str, guild: str | None, left_out: frozenset[str] = frozenset()
) -> Outlet:
    """Return the outlet that is meant; case, accents and blanks do not matter.

    Args:
        connection: to the catalogue.
        written: the name as somebody wrote it.
        guild: whose articles are seen beside those shared with everybody.
        left_out: case-folded names of outlets that are not used.
    """
    seen = [name for name, _ in browsing.outlets(connection, guild, limit=_EVERY)]
    known = {_compared(name): name for name in seen if name.casefold() not in left_out}
    sought = _compared(written)
    if sought in known:
        return Outlet(known[sought])
    return Outlet(None, tuple(known[name] for name in alike(sought, known, _NEAREST)))


class OutletWords:
    """The words that outlets are called by, as "Oosterblad" of "Het Oosterblad"."""

    def __init__(self, names: Iterable[str]) -> None:
        every = (word for name in names for word in _WORD.findall(name))
        self._words = {folded(word): word for word in every if folded(word) not in FUNCTION_WORDS}

    def __contains__(self, word: str) -> bool:
        """Tell whether a folded word is one of them."""
        return word in self._words

    def meant(self, word: Written) -> str | None:
        """Return the one that a word is but for a slip of the pen; None where that is none or several."""
        near = [
            surface
            for known, surface in self._words.items()
            if len(known) >= _SHORTEST and slips(word.folded, known, name=True)
        ]
        return near[0] if len(near) == 1 else None


def outlet_words(connection: Connection, guild: str | None) -> OutletWords:
    """Return the words of the outlets whose articles a guild sees."""
    return kept.of(
        connection,
        ("outlet words", guild),
        lambda: OutletWords(name for name, _ in browsing.outlets(connection, guild, limit=_EVERY)),
    )


def _compared(name: str) -> str:
    return " ".join(folded(normalise(name)).split())
