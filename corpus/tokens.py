"""Words as the word index compares them: folded, without accents, stemmed."""

import re
import threading
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

import Stemmer

from corpus.text import folded

_SNOWBALL = {
    "ca": "catalan", "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish",
    "fr": "french", "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\d+")
_LETTERS = re.compile(r"[^\W_]+")
_LONGEST = 64  # characters; PostgreSQL takes no lexeme of more than 2,046 bytes, and nobody types one
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


def words(text: str) -> list[str]:
    """Return the words and numbers of `text`, folded: `Oekraïne` is `oekraine`, `4.700` is `4700`."""
    return [part for match in _TOKEN.findall(text) for part in _folded(match)]


def tokens(text: str, languages: Iterable[str | None]) -> list[str]:
    """Return the words of `text`, each as stemmed in every one of `languages` (ISO 639-1), once.

    A language without a Snowball stemmer keeps the folded word.
    """
    stemmers = [_stemmer(language) for language in sorted({language or "" for language in languages})]
    said = words(text)
    stemmed = [stem(said) for stem in stemmers] or [said]
    if len(stemmed) == 1:
        return stemmed[0]
    return [token for several in zip(*stemmed, strict=True) for token in sorted(set(several))]


@lru_cache(maxsize=32768)
def _folded(word: str) -> tuple[str, ...]:
    """Return `word` folded and cut: as a rule one word, but a sign like ﷺ is several, a lone accent none.

    A text of 2 MB is written with some tens of thousands of words, each many times.
    """
    if word[0].isdecimal():
        decomposed = unicodedata.normalize("NFKD", word.casefold())
        return (re.sub(r"[.,]", "" if _THOUSANDS.fullmatch(word) else "_", decomposed)[:_LONGEST],)
    return tuple(part[:_LONGEST] for part in _LETTERS.findall(re.sub(r"['\u2019]s?", "", folded(word))))


class _Unstemmed:
    def __call__(self, words: list[str]) -> list[str]:
        return words


class _Snowball:
    """A Snowball stemmer, one for each thread: PyStemmer's are not to be shared."""

    def __init__(self, algorithm: str) -> None:
        self._algorithm = algorithm
        self._of_thread = threading.local()

    def __call__(self, words: list[str]) -> list[str]:
        stemmer = getattr(self._of_thread, "stemmer", None)
        if stemmer is None:
            stemmer = self._of_thread.stemmer = Stemmer.Stemmer(self._algorithm)
        return list(stemmer.stemWords(words))


@cache
def _stemmer(language: str) -> _Snowball | _Unstemmed:
    algorithm = _SNOWBALL.get(language)
    return _Snowball(algorithm) if algorithm else _Unstemmed()
