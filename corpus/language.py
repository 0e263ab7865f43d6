"""Which language a text is in: the one door to py3langid."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]  # it ships no types

_ENOUGH_LETTERS = 20
_SURE = 0.6
_SAMPLE = 4_000
_CODE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]+)*", re.IGNORECASE)
_LOADING = threading.Lock()
_CALLED = {
    "nl": "nederlands dutch vlaams flemish",
    "en": "engels english",
    "de": "duits german deutsch",
    "fr": "frans french français",
    "es": "spaans spanish español",
    "ru": "russisch russian русский",
}
_NAMES = {name: language for language, names in _CALLED.items() for name in names.split()}


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, or None where it is too short or unsure."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _ENOUGH_LETTERS:
        return None
    language, probability = _identifier().classify(sample)
    known = len(language) == 2  # noqa: PLR2004 - the letters of ISO 639-1
    return str(language) if known and probability >= _SURE else None


def likeliest(text: str, among: Sequence[str]) -> str | None:
    """Return which of `among` (ISO 639-1 codes) a text, however short, is most likely in."""
    if len(among) < 2:  # noqa: PLR2004 - one language is no choice
        return next(iter(among), None)
    ranked = _identifier().rank(text)
    return next((str(language) for language, _ in ranked if language in among), None)


def probabilities(text: str) -> dict[str, float]:
    """Return how probable each language (ISO 639-1 code, or 639-3 where there is none) is for a text."""
    return {str(language): float(probability) for language, probability in _identifier().rank(text)}


def code(written: str) -> str | None:
    """Return the ISO 639-1 code of a language as people write it: `nl`, `nl-NL`, `Dutch`; else None."""
    cleaned = written.strip().lower()
    match = _CODE.fullmatch(cleaned)
    return match[1] if match else _NAMES.get(cleaned)


def _identifier() -> LanguageIdentifier:
    # Loading takes a second: the first texts of several threads wait for one another, not each for its own.
    with _LOADING:
        return _loaded()


@functools.cache
def _loaded() -> LanguageIdentifier:
    from py3langid.langid import (  # noqa: PLC0415 - numpy and the model load only when a text asks
        MODEL_FILE,
        LanguageIdentifier,
    )

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
