"""News made by rule, with a question that it answers or nearly does, and claims with their refutation.

Two subjects of one kind are told of, so that a question about the one must not be answered with the other;
passage and question are each Dutch or English. Subjects, values and sentences are made up.
"""

import random
import re
from dataclasses import dataclass, replace

from corpus.article import Span
from retrieval.lab.training.reader.news_facts import Fact, Told, asides, facts
from retrieval.lab.training.reader.news_forms import FILLING, FORMS, RUNNING, Form, Page
from retrieval.lab.training.reader.news_values import drawn
from retrieval.lab.training.reader.reading_examples import Example
from retrieval.lab.training.reader.shaping import outlet

_FALSE = {
    "nl": ("Dat klopt niet.", "Dat bericht is onjuist.", "Die bewering is niet waar."),
    "en": ("That is not true.", "The claim is false.", "The story is wrong."),
}
_CLAIMED = {"nl": "Op sociale media gaat rond: {}", "en": "A post that is shared widely says: {}"}
_TRUE = {"nl": "Klopt het bericht dat {}?", "en": "Is it true that {}?"}
_UNANSWERED = 0.42  # of the questions: half about another subject, half about what is not told
_ASIDES = 0.6  # of running pieces give another value of the kind that is asked for, in passing
_EARLIER = 0.35  # of them say what was so before
_ASKED_EARLIER = 0.4  # of the questions then ask for that, and some that nothing tells of
_CHANGING = {"money", "count", "small", "percent", "length", "area", "speed", "duration"}
_A_YEAR_EARLIER = {"nl": ("een jaar eerder", "het jaar ervoor"), "en": ("a year earlier", "the year before")}
_DATED = 0.2  # of questions name a year: of the date above the piece, or one that it does not tell of
_TIMES = {"year", "date", "month", "weekday", "clock"}
_NAMELESS = 0.4  # of questions about the only subject that is told of do not name it
_OF = "van|of|bij|at|near|in|on|op|voor|for|to|naar"
_PRONOUN = {"nl": "hij", "en": "he"}
_STRAY = 0.6  # of the pieces tell of another subject what is asked of the first


@dataclass(slots=True)
class _Asked:
    """A question while it is written: its fact, what that is told of whom, and whether that answers."""

    words: str
    wanted: Told
    right: Told | None
    heading: str = ""


def made_news(chance: random.Random) -> Example:
    """Make up a piece of news and a question about it, which it answers or nearly does."""
    topic = chance.choice(sorted(facts()))
    fact, *others = chance.sample(facts()[topic], len(facts()[topic]))
    name, other, third = fact.subjects(chance)
    language, asking = _languages(chance)
    form = chance.choice(FORMS)
    kind = chance.random()
    about_third, answers = kind < _UNANSWERED / 2, kind >= _UNANSWERED
    told = [_told(one, name, chance) for one in others[: chance.randint(1, 4)]]
    wanted = _told(fact, name, chance)
    asked = _Asked(
        fact.asked(third if about_third else name, asking, chance), wanted, wanted if answers else None
    )
    strays = chance.random() < _STRAY
    if answers and not strays and chance.random() < _NAMELESS:
        asked.words = nameless(asked.words, name, asking)
    _dated(asked, form, asking, chance)
    told += [asked.wanted] if about_third or answers else []
    told += [_told(fact, other, chance)] if strays or not told else []
    if form in RUNNING and chance.random() < _ASIDES:
        told += [Told(one, "", drawn(one.value, chance)) for one in _in_passing(fact, chance)]
    chance.shuffle(told)
    page = Page()
    form(page, told, language, chance)
    # Where a live page gives a value twice, the last is right.
    stood = [(piece, span) for one, piece, span in page.stood if one == asked.right][-1:]
    spans, pieces = tuple(span for _, span in stood), tuple(piece for piece, _ in stood)
    return replace(_example(asked.words, page, language, topic, spans, pieces), heading=asked.heading)


def _dated(asked: _Asked, form: Form, language: str, chance: random.Random) -> None:
    """Let some questions ask for a year earlier, or for the year above the piece, told of or not."""
    fact = asked.wanted.fact
    changing = form in RUNNING and fact.value in _CHANGING
    if changing and chance.random() < _EARLIER:
        asked.wanted = replace(asked.wanted, earlier=drawn(fact.value, chance))
        asked.right = asked.right and asked.wanted
    if changing and chance.random() < _ASKED_EARLIER:
        asked.words = f"{asked.words.rstrip('?')} {chance.choice(_A_YEAR_EARLIER[language])}?"
        before = asked.wanted.earlier
        asked.right = replace(asked.wanted, value=before, earlier=None) if asked.right and before else None
    elif fact.value not in _TIMES and chance.random() < _DATED:
        year = chance.randint(2015, 2026)
        asked.heading = f"{outlet(chance)}, {year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        named = chance.choice([year, year, year + chance.choice([-3, -2, -1, 1, 2])])
        asked.words = f"{asked.words.rstrip('?')} in {named}?"
        asked.right = asked.right if named == year else None


def _in_passing(asked: Fact, chance: random.Random) -> list[Fact]:
    kinds = asides()
    found = kinds.get(asked.value, []) or [chance.choice(members) for members in kinds.values()]
    return chance.sample(found, min(len(found), chance.randint(1, 2)))


def nameless(question: str, name: str, language: str) -> str:
    """Ask without the name, as people do who know what they are reading about."""
    if " " in name:
        return question.replace(name, _PRONOUN[language])
    return re.sub(rf"\s+(?:(?:{_OF})\s+)?{name}", "", question)


def claimed(chance: random.Random) -> Example:
    """Make up a claim with its refutation, and ask whether it is true: the refutation answers."""
    fact = chance.choice([one for members in facts().values() for one in members])
    told = Told(fact, fact.subjects(chance)[0], drawn(fact.value, chance))
    language, asking = _languages(chance)
    page = Page()
    page.piece(_CLAIMED[language].format(told.sentence(language)[0]))
    page.piece(chance.choice(_FALSE[language]))
    answer = Span(page.pieces[1].start, page.pieces[1].end - 1)
    page.piece(chance.choice(FILLING[language]))
    question = _TRUE[asking].format(told.sentence(asking)[0].rstrip("."))
    return _example(question, page, language, fact.topic, (answer,), (1,))


def _languages(chance: random.Random) -> tuple[str, str]:
    """Draw the language that is read and the one that is asked in."""
    return chance.choice(["nl", "nl", "en"]), chance.choice(["nl", "en"])


def _told(fact: Fact, name: str, chance: random.Random) -> Told:
    return Told(fact, name, drawn(fact.value, chance))


def _example(
    question: str,
    page: Page,
    language: str,
    topic: str,
    answers: tuple[Span, ...],
    answering: tuple[int, ...],
) -> Example:
    return Example(
        question, "", page.text, language, f"news:{topic}", "news", page.pieces, answers, answering
    )
