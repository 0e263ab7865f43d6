"""Examples as the reader meets them: a passage of an article's size, under a heading, asked by anybody."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Span
from retrieval.lab.training.reader.reading_examples import Example, window

_MOST_WORDS = 150  # as corpus.passages cuts them
_FEWEST_WORDS = 25
_LOWERED = 0.3  # of questions; those written to be near are lower case, and case must not tell
_UNMARKED = 0.15  # of questions lose their question mark
_UNHEADED, _UNTITLED = 0.3, 0.3  # of passages: without a heading, with outlet and date alone
_NAME = re.compile(r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*")  # noqa: RUF001 - the typeset apostrophe
_OUTLETS = (
    *(
        "The Harbour Times",
        "Morning Ledger",
        "Northern Dispatch",
        "City Herald",
        "Wire Service",
        "The Record",
    ),
    *("De Kustbode", "Het Ochtendblad", "Stadskrant", "De Courier", "Regionieuws", "Het Journaal"),
)


def shaped(example: Example, chance: random.Random) -> Example:
    """Cut the passage to a stretch of its sentences, head it, and write the question as people do."""
    cut = _cut(example, chance)
    return replace(cut, heading=cut.heading or _heading(cut, chance), question=_asked(cut.question, chance))


def outlet(chance: random.Random) -> str:
    """Draw the name of an outlet."""
    return chance.choice(_OUTLETS)


def among(example: Example, others: Sequence[str], chance: random.Random) -> Example:
    """Put an example of one sentence among `others`, which come from the same article."""
    place = chance.randrange(len(others) + 1)
    before, after = " ".join(others[:place]), " ".join(others[place:])
    shift = len(before) + 1 if before else 0
    text = f"{before} {example.passage} {after}".strip()
    spans, at = [], 0
    for sentence in [*others[:place], example.passage, *others[place:]]:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return replace(
        example,
        passage=text,
        sentences=tuple(spans),
        answers=tuple(Span(one.start + shift, one.end + shift) for one in example.answers),
        answering=(place,) if example.answerable else (),
    )


def _cut(example: Example, chance: random.Random) -> Example:
    """Take the sentences around one that answers, or around any, up to a size drawn anew each time."""
    wanted = chance.randint(_FEWEST_WORDS, _MOST_WORDS)
    sizes = [len(one.of(example.passage).split()) for one in example.sentences]
    first = last = chance.choice(example.answering or range(len(sizes)))
    total = sizes[first]
    while (first > 0 or last < len(sizes) - 1) and total < wanted:
        forward = first == 0 or (last < len(sizes) - 1 and chance.random() < 0.5)  # noqa: PLR2004
        first, last = (first, last + 1) if forward else (first - 1, last)
        total += sizes[last if forward else first]
        if total > _MOST_WORDS:
            first, last = (first, last - 1) if forward else (first + 1, last)
            break
    return window(example, first, last)


def _heading(example: Example, chance: random.Random) -> str:
    """Write a heading as passages of articles have it: headline, outlet, date, or nothing."""
    drawn = chance.random()
    date = f"{chance.randint(2015, 2026)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    byline = f"{outlet(chance)}, {date}"
    if drawn < _UNHEADED:
        return ""
    if drawn < _UNHEADED + _UNTITLED:
        return byline
    names = _NAME.findall(example.passage)
    return f"{max(names, key=names.count)}, {byline}" if names else byline


def _asked(question: str, chance: random.Random) -> str:
    written = question.lower() if chance.random() < _LOWERED else question
    return written.rstrip("? ") if chance.random() < _UNMARKED else written
