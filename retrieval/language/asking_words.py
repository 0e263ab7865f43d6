"""What a question asks for, by the words that ask for it in Dutch and English."""

from collections.abc import Mapping
from enum import Enum, auto


class Sought(Enum):
    """What a question wants to be told."""

    ANYTHING = auto()
    NUMBER = auto()
    AMOUNT = auto()
    DURATION = auto()
    DATE = auto()
    PLACE = auto()
    PERSON = auto()
    REASON = auto()
    ONE_OF_SEVERAL = auto()


_FORMS: Mapping[Sought, Mapping[str, tuple[str, ...]]] = {
    Sought.ANYTHING: {"en": ("what", "how"), "nl": ("wat", "hoe")},
    Sought.NUMBER: {"en": ("how many",), "nl": ("hoeveel",)},
    Sought.AMOUNT: {"en": ("how much",), "nl": ("hoeveel",)},
    Sought.DURATION: {"en": ("how long",), "nl": ("hoelang",)},
    Sought.DATE: {"en": ("when",), "nl": ("wanneer",)},
    Sought.PLACE: {"en": ("where",), "nl": ("waar",)},
    Sought.PERSON: {"en": ("who", "whom", "whose"), "nl": ("wie",)},
    Sought.REASON: {"en": ("why",), "nl": ("waarom",)},
    Sought.ONE_OF_SEVERAL: {"en": ("which",), "nl": ("welk", "welke")},
}


def forms(sought: Sought, language: str | None = None) -> tuple[str, ...]:
    """Return how a question asks for something, folded, as `how many`.

    Args:
        sought: what it asks for.
        language: ISO 639-1, `nl` or `en`; both where it is None.
    """
    by_language = _FORMS[sought]
    if language is not None:
        return by_language[language]
    return tuple(form for each in by_language.values() for form in each)


def asking_words(language: str | None = None) -> frozenset[str]:
    """Return the words that begin a question, as `how` of `how many`: of one language, or of both."""
    return frozenset(form.split()[0] for sought in Sought for form in forms(sought, language))
