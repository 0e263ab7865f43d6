"""News made by rule, with a question that it answers or nearly does, and claims with their refutation.

Two subjects of one kind are told of, so that a question about the one must not be answered with the other;
passage and question are each Dutch or English. Subjects, values and sentences are made up.
"""

from __future__ import annotations

import random
from dataclasses import replace

from corpus.article import Span
from retrieval.training.reader.examples import Example
from retrieval.training.reader.news_facts import Fact, Told, asides, facts
from retrieval.training.reader.news_forms import FILLING, FORMS, RUNNING, Page
from retrieval.training.reader.news_values import drawn

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
_STRAY = 0.6  # of the pieces tell of another subject what is asked of the first


def made_news(chance: random.Random) -> Example:
    """Make up a piece of news and a question about it, which it answers or nearly does."""
    topic = chance.choice(sorted(facts()))
    asked, *others = chance.sample(facts()[topic], len(facts()[topic]))
    name, other, third = asked.subjects(chance)
    language, asking = _languages(chance)
    told = [_told(one, name, chance) for one in others[: chance.randint(1, 4)]]
    wanted, stray = _told(asked, name, chance), _told(asked, other, chance)
    kind = chance.random()
    about_third, answers = kind < _UNANSWERED / 2, kind >= _UNANSWERED
    form = chance.choice(FORMS)
    if form in RUNNING and asked.value in _CHANGING and chance.random() < _EARLIER:
        wanted = replace(wanted, earlier=drawn(asked.value, chance))
    question = asked.asked(third if about_third else name, asking, chance)
    earlier = form in RUNNING and asked.value in _CHANGING and chance.random() < _ASKED_EARLIER
    if earlier:
        question = f"{question.rstrip('?')} {chance.choice(_A_YEAR_EARLIER[asking])}?"
    if about_third or answers:
        told.append(wanted)
    if chance.random() < _STRAY or not told:
        told.append(stray)
    if form in RUNNING and chance.random() < _ASIDES:
        told += [Told(one, "", drawn(one.value, chance)) for one in _in_passing(asked, chance)]
    chance.shuffle(told)
    page = Page()
    form(page, told, language, chance)
    right = wanted if not earlier else wanted.earlier and replace(wanted, value=wanted.earlier, earlier=None)
    # Where a live page gives a value twice, the last is right.
    stood = [(piece, span) for one, piece, span in page.stood if answers and one == right][-1:]
    spans, pieces = tuple(span for _, span in stood), tuple(piece for piece, _ in stood)
    return _example(question, page, language, topic, spans, pieces)


def _in_passing(asked: Fact, chance: random.Random) -> list[Fact]:
    kinds = asides()
    found = kinds.get(asked.value, []) or [chance.choice(members) for members in kinds.values()]
    return chance.sample(found, min(len(found), chance.randint(1, 2)))


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
