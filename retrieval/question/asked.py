"""What somebody asks in a message: its questions, apart from the remarks around them.

A message of one sentence is taken as it is. Of several, those are asked that end with a question mark and are
meant as questions; where none is, those that are hardly to be doubted. Who marks one question marks them all.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.sentences import sentences
from corpus.text import normalise
from corpus.tokens import words
from retrieval.question.dependence import asks
from retrieval.question.utterances.kinds import Kind, Utterance

Tell = Callable[[str], Utterance]

_MARKED = re.compile(r"\?[^\w]*$")
_ENDED = re.compile(r"[.!?:;\u2026][^\w.!?:;\u2026]*$")
# Where a sentence ends though a small letter follows; after a short word, which may be an abbreviation, only
# where what follows asks.
_END = re.compile(r"(?:(?<![?!])[?!]+|(?<=[^\W\d_]{5})\.|(?P<short>\.))\s+")
# A pause within a sentence, after which a question may begin.
_PAUSE = re.compile(r"[,;:\u2013\u2014]\s+|\s-\s")
_EITHER_END = 20  # sentences; to tell what one is meant as takes some 4 ms
# Of a message without a question, what it is meant as: what asks for most goes first.
_TELLING = (Kind.REQUEST, Kind.ABUSE, Kind.THANKS, Kind.GREETING)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is written; `before` is what its writer said just before it, if anything."""

    text: str
    before: str = ""

    @property
    def marked(self) -> bool:
        """Whether it ends with a question mark."""
        return _MARKED.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a message says, on one line, what it is meant as, and what it asks.

    `questions` are those that are likely meant so, in order, each once; `surely` those of them that are
    hardly to be doubted. `kind` is QUESTION where there are any questions.
    """

    text: str
    kind: Kind
    questions: tuple[Question, ...] = ()
    surely: tuple[Question, ...] = ()


def asked_in(text: str, tell: Tell) -> Asked:
    """Return what a text asks, line by line; `tell` says what each sentence is meant as.

    Raises:
        ModelUnavailable: as `tell` does.
    """
    said = [one for line in _lines(text) for one in _said_in(line)]
    line = " ".join(said)
    if len(said) > 2 * _EITHER_END:
        said = [*said[:_EITHER_END], *said[-_EITHER_END:]]
    if not said:
        return Asked(line, Kind.REMARK)
    if len(said) == 1:
        return _of_one(said[0], tell(said[0]))
    marked = {one: tell(one) for one in said if _MARKED.search(one)}
    found = _questions(said, [one for one, told in marked.items() if told.likeliest is Kind.QUESTION])
    if found:
        sure = [one for one in found if marked[one.text].kind is Kind.QUESTION]
        return Asked(line, Kind.QUESTION, found, tuple(sure))
    return _unmarked(line, said, {one: marked.get(one) or tell(one) for one in said})


def within(question: str, longest: int) -> str | None:
    """Return a question; of one that is too long what follows a pause in it, or None."""
    if len(question) <= longest:
        return question
    ends = (question[pause.end() :] for pause in _PAUSE.finditer(question))
    return next((end for end in ends if len(end) <= longest and words(end)), None)


def _of_one(said: str, told: Utterance) -> Asked:
    if told.likeliest is not Kind.QUESTION:
        return Asked(said, told.likeliest)
    asked = (Question(said),)
    return Asked(said, Kind.QUESTION, asked, asked if told.kind is Kind.QUESTION else ())


def _unmarked(line: str, said: Sequence[str], told: dict[str, Utterance]) -> Asked:
    found = _questions(said, [one for one, meant in told.items() if meant.kind is Kind.QUESTION])
    if found:
        return Asked(line, Kind.QUESTION, found, found)
    kinds = {meant.likeliest for meant in told.values()}
    return Asked(line, next((kind for kind in _TELLING if kind in kinds), Kind.REMARK))


def _questions(said: Sequence[str], asked: Iterable[str]) -> tuple[Question, ...]:
    before = {one: earlier for earlier, one in reversed(list(pairwise(said)))}
    once: dict[str, str] = {}
    for one in asked:
        once.setdefault(normalise(one).casefold(), one)
    return tuple(Question(one, before.get(one, "")) for one in once.values())


def _lines(text: str) -> list[str]:
    """Return the lines of a text; one that only goes on with the line before it is joined to that."""
    lines: list[str] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        if lines and _goes_on(lines[-1], line):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines


def _goes_on(before: str, line: str) -> bool:
    return line[0].islower() and not _ENDED.search(before) and not asks(words(line)[:1])


def _said_in(line: str) -> list[str]:
    """Return the sentences of a line that have words."""
    found = (part for span in sentences(line, None) for part in _parts(span.of(line)))
    return [one for part in found if words(one := " ".join(part.split()))]


def _parts(sentence: str) -> list[str]:
    """Part what news would go on with and chat does not: "it is closed. when does it open? and why?"."""
    edges = [0, *(end.end() for end in _END.finditer(sentence) if _ends(sentence, end)), len(sentence)]
    return [sentence[start:stop] for start, stop in pairwise(edges)]


def _ends(sentence: str, end: re.Match[str]) -> bool:
    return end["short"] is None or asks(words(sentence[end.end() :])[:1])
