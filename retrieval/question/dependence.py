"""Whether a question leans on the one before it: by rules for Dutch and English that can be explained.

It leans when it goes on ("and the salary?", "en in Moskou?"), points back ("how much is that?", "wie
leidde het?"), counts what it does not name ("how many were born?") or is too short to be about anything
("waarom?", "per month?"). It does not lean when it goes on with a full question about something new.
"""

import re
from collections.abc import Sequence
from itertools import dropwhile

from corpus.tokens import words
from retrieval.language.asking_words import Sought, asking_words, forms
from retrieval.language.function_words import FUNCTION_WORDS
from retrieval.language.proper_names import holds_name


def _set(written: str) -> frozenset[str]:
    return frozenset(written.split())


_COURTESIES = _set(
    "ok okay oke thanks thank you very much bedankt dank je u wel zeer hartelijk ah oh hm hmm ja yes nee no"
    " hi hello hey hallo hoi dag please alsjeblieft"
)
_OPENINGS = _set("and but also or so en maar ook of dus")
_PHRASES = ("what about", "how about", "hoe zit het met", "hoe zit dat met", "wat betreft", "en hoe zit")
_PHRASE_WORDS = _set(" ".join(_PHRASES))
_ASKING = asking_words()
_SAME_AGAIN = frozenset(forms(Sought.ANYTHING))  # "how was it then?", "what about": no other question
_INDEFINITE = _set("a an een")
_ARTICLES = _INDEFINITE | _set("the de het")
_PREPOSITIONS = _set(
    "after at before by during for from in on per since to under until with without"
    " aan bij door met na naar onder op sinds tijdens tot uit van vanaf volgens voor zonder"
)
_VERBS = _set(
    "is are was were do does did has have had can could will would should er"
    " zijn waren wordt worden werd werden heeft hebben hadden kan kunnen kon zal zullen wil moet mag gaat"
)
_POINTING = re.compile(
    r"it|its|they|them|their|he|him|his|she|her|hers|those|these|deze|hij|hem|zij|haar|ze|hun|else|too"
    r"|(?:er|daar|hier)(?:aan|achter|bij|door|in|mee|naar|na|om|onder|op|over|tegen|uit|van|voor)"
)
# Words that point back, or else join: "the wolf that lives there", "zegt dat", "toen de brug openging".
_JOINING = _set("that this there then dat dit die daar toen")
_NOW = _set("this these dit deze")
_TIMES = _set("year month week day spring summer autumn winter jaar maand dag voorjaar zomer najaar")
_POINTED_AT = 8  # words; a longer question mostly names what its pronouns stand for
_CLAUSE = 3  # words that a joined clause has at least
_FULL = 3  # words of matter with which a question is about something of its own
_SHORT = 4  # words of a question that leaves out its verb


def leans(question: str) -> bool:
    """Tell whether a question is understood only from the one before it."""
    said = list(dropwhile(_COURTESIES.__contains__, words(question)))
    if not said:
        return False
    if " ".join(said).startswith(_PHRASES) or points(question):
        return True
    if said[0] in _OPENINGS:
        return not _asks_of_its_own(said, question)
    return _counts_the_unnamed(said) or _is_elliptic(said, question)


def points(question: str) -> bool:
    """Tell whether a question points back at something with a pronoun or the like."""
    said = words(question)
    if " ".join(said).startswith(_PHRASES):  # "hoe zit het met" points at nothing
        return False
    return len(said) <= _POINTED_AT and any(_points_at(said, place) for place in range(len(said)))


def is_courtesy(said: str) -> bool:
    """Tell whether somebody says no more than hello or thanks, or no word at all."""
    return _COURTESIES.issuperset(words(said))


def circumstance(question: str) -> bool:
    """Tell whether a question goes on with another circumstance alone: "and for foreigners?"."""
    return preposition(question) is not None


def only_goes_on(said: Sequence[str], before: Sequence[str]) -> bool:
    """Tell whether folded words say no more than that the question before goes on: "and how was it"."""
    asks_else = _ASKING.intersection(said).difference(before, _SAME_AGAIN)
    known = _COURTESIES | _OPENINGS | _PHRASE_WORDS | FUNCTION_WORDS
    return not asks_else and known.issuperset(said)


def asks(said: Sequence[str]) -> bool:
    """Tell whether folded words hold one that asks, as "and in Moscow?" does not."""
    return not _ASKING.isdisjoint(said)


def preposition(question: str) -> str | None:
    """Return the preposition of a question that goes on with another circumstance alone; None for others."""
    said = list(dropwhile((_COURTESIES | _OPENINGS).__contains__, words(question)))
    return said[0] if said and said[0] in _PREPOSITIONS else None


def is_pronoun(word: str) -> bool:
    """Tell whether a folded word only points at something."""
    return _POINTING.fullmatch(word) is not None


def matter(said: Sequence[str]) -> list[str]:
    """Return those of folded words that carry the matter of a question."""
    return [word for word in said if word not in FUNCTION_WORDS]


def _points_at(said: Sequence[str], place: int) -> bool:
    word, after = said[place], said[place + 1 :]
    if word in _NOW and after and after[0] in _TIMES:
        return False
    if word == "het":  # an article before a noun, a pronoun elsewhere
        return not after or after[0] in FUNCTION_WORDS
    if word in _JOINING:
        return not _joins(said[:place], word, after)
    return _POINTING.fullmatch(word) is not None


def _joins(before: Sequence[str], word: str, after: Sequence[str]) -> bool:
    if word == "there" and before and before[-1] in _VERBS and after:
        return True  # "are there wolves"
    return bool(matter(before[-1:])) and len(after) >= _CLAUSE


def _asks_of_its_own(said: Sequence[str], question: str) -> bool:
    """Tell whether it asks in full about something named or new: "and what does a heat pump cost?"."""
    full = asks(said) and len(matter(said)) >= _FULL
    return full and (holds_name(question) or not _INDEFINITE.isdisjoint(said))


def _counts_the_unnamed(said: Sequence[str]) -> bool:
    begun = (form.split() for form in forms(Sought.NUMBER))
    counted = [said[len(form)] for form in begun if len(said) > len(form) and list(said[: len(form)]) == form]
    return not _VERBS.isdisjoint(counted) and "er" not in said[1:2] and len(matter(said)) < _FULL


def _is_elliptic(said: Sequence[str], question: str) -> bool:
    if len(said) > _SHORT or said[0] not in FUNCTION_WORDS | _PREPOSITIONS:
        return False
    if not matter(said):
        return True
    most = 2 if said[0] in _ARTICLES | _PREPOSITIONS else 1
    named = holds_name(question) and said[0] not in _PREPOSITIONS
    return len(matter(said)) <= most and _VERBS.isdisjoint(said) and not named
