"""Questions with what answers them, as a `.jsonl` file gives them."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from corpus.dates import PartialDate
from corpus.errors import CorpusError
from corpus.text import normalise
from retrieval.figures.reading import figures
from retrieval.figures.sameness import covers

_TAGS = ("language", "kind", "about")


class QuestionsUnreadable(CorpusError):
    """A file of questions has a line that is none."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what is known of its answer.

    `relevant` are ids or addresses of the articles that answer it, `answers` the accepted wordings.
    `asked` is its date: what was published later must not be used. `follows` are the questions of the
    same conversation before it, oldest first. `tags` name the groups that it belongs to.
    """

    question: str
    relevant: frozenset[str] = frozenset()
    answers: tuple[str, ...] = ()
    said_answerable: bool | None = None
    asked: PartialDate | None = None
    follows: tuple[str, ...] = ()
    guild: str | None = None
    tags: tuple[str, ...] = ()

    @property
    def answerable(self) -> bool | None:
        """Whether an article answers it, as said or as follows from what is relevant; None: not known."""
        known = True if self.relevant or self.answers else None
        return known if self.said_answerable is None else self.said_answerable


def questions(lines: Iterable[bytes]) -> list[Asked]:
    """Read questions from the lines of a `.jsonl` file; empty lines are passed over.

    Raises:
        QuestionsUnreadable: a line is no question, which is named, or there is none.
    """
    read = [_question(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    if not read:
        raise QuestionsUnreadable('The file holds no question: write one a line, such as {"question": "…"}.')
    return read


def _question(number: int, line: bytes) -> Asked:
    try:
        return _asked(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise QuestionsUnreadable(
            f'Line {number} is no question: write {{"question": "…", "relevant": ["an address or id"], '
            '"answers": ["…"], "answerable": true, "asked": "YYYY-MM-DD"}; only the question is required.'
        ) from error


def _asked(read: Mapping[str, Any]) -> Asked:
    asked = read.get("asked")
    follows = _strings(read, "follows")
    tags = [str(read[name]) for name in _TAGS if read.get(name)]
    return Asked(
        question=_words(read["question"]),
        relevant=frozenset(_strings(read, "relevant")),
        answers=_strings(read, "answers"),
        said_answerable=_yes_or_no(read.get("answerable")),
        # A moment, such as 2024-05-01T12:00, is of its day.
        asked=PartialDate.parse(_words(asked).partition("T")[0]) if asked else None,
        follows=follows,
        guild=_words(read["guild"]) if read.get("guild") else None,
        tags=(*tags, *(["follow-up"] if follows else []), *(["dated"] if asked else [])),
    )


def _words(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError(said)
    if not said.strip():
        raise ValueError(said)
    return said


def _strings(read: Mapping[str, Any], name: str) -> tuple[str, ...]:
    given = read.get(name) or []
    if not isinstance(given, list):
        raise TypeError(name)
    return tuple(map(str, given))


def _yes_or_no(said: object) -> bool | None:
    if said is not None and not isinstance(said, bool):
        raise TypeError(said)
    return said


def holds_one(quote: str, accepted: Iterable[str]) -> bool:
    """Tell whether any accepted answer stands in the quote, whatever the case of its letters.

    A number is not found within a longer one: `39` does not stand in `1939`, nor `4` in `4.7`. One that is
    written otherwise is found: `12` stands in "twaalf doden".
    """
    text = normalise(quote).casefold()
    wanted = [answer for answer in accepted if answer.strip()]
    literally = any(_pattern(normalise(answer).casefold()).search(text) for answer in wanted)
    return literally or any(_is_given(answer.strip(), quote) for answer in wanted)


def _is_given(answer: str, quote: str) -> bool:
    """Tell whether an answer that is one number, with its unit, is one of a quote's."""
    told = figures(answer, None)
    alone = len(told) == 1 and told[0].end - told[0].start == len(answer)
    return alone and isinstance(told[0].value, Decimal) and covers(figures(quote, None), told[0])


def _pattern(answer: str) -> re.Pattern[str]:
    before = r"(?<!\d)(?<!\d[.,])" if answer[0].isdigit() else ""
    after = r"(?!\d)(?![.,]\d)" if answer[-1].isdigit() else ""
    return re.compile(before + re.escape(answer) + after)
