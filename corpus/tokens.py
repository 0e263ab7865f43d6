"""Words as the word index compares them: folded, without accents, stemmed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

import Stemmer

_SNOWBALL = {
    "ca": "catalan", "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish",
    "fr": "french", "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\d+")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


def words(text: str) -> list[str]:
    """Return the words and numbers of `text`, folded: `Oekraïne` is `oekraine`, `4.700` is `4700`."""
    return [_folded(match) for match in _TOKEN.findall(text)]


def tokens(text: str, languages: Iterable[str | None]) -> list[str]:
    """Return the words of `text`, each as stemmed in every one of `languages` (ISO 639-1), once.

    A language without a Snowball stemmer keeps the folded word.
    """
    stemmers = [_stemmer(language) for language in sorted({language or "" for language in languages})]
    if not stemmers:
        return words(text)
    return [token for word in words(text) for token in sorted({stem(word) for stem in stemmers})]


def _folded(word: str) -> str:
    if word[0].isdigit():
        return re.sub(r"[.,]", "", word) if _THOUSANDS.fullmatch(word) else re.sub(r"[.,]", "_", word)
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    folded = "".join(character for character in decomposed if not unicodedata.combining(character))
    return re.sub(r"['\u2019]s?", "", folded)


class _Unstemmed:
    def __call__(self, word: str) -> str:
        return word


class _Snowball:
    def __init__(self, algorithm: str) -> None:
        self._stemmer = Stemmer.Stemmer(algorithm)

    def __call__(self, word: str) -> str:
        return str(self._stemmer.stemWord(word))


@cache
def _stemmer(language: str) -> _Snowball | _Unstemmed:
    algorithm = _SNOWBALL.get(language)
    return _Snowball(algorithm) if algorithm else _Unstemmed()
