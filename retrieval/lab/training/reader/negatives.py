"""Examples made so that they nearly answer: another number or name in the question, the answer taken out.

Each function returns None where the example does not lend itself; what it returns does not answer.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Span
from retrieval.lab.training.reader.reading_examples import Example

_YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d\b")
_CODE = re.compile(r"\b([A-Z]{1,3}-?)(\d{1,4})\b")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]\d+)?(?![\w.,]*\d)")
_NAME = re.compile(r"(?<=\s)[A-Z][\w'’-]*[a-z](?:\s+[A-Z][\w'’-]*[a-z])*")  # noqa: RUF001 - typeset names
_NEGATED = re.compile(
    r"\b(is|was|are|were|did|does|do|has|had|have|can|could|will|would|heeft|werd|wordt|hebben|kan)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|no|niet|geen|nooit)\b|n't")
_LONGEST_YEARS = 12


def another_value(example: Example, chance: random.Random) -> Example | None:
    """Change a year, a code or a number of the question that stands in the passage to another."""
    changes = [
        (match, value)
        for pattern, draw in ((_YEAR, _another_year), (_CODE, _another_code), (_NUMBER, _another_number))
        for match in pattern.finditer(example.question)
        if match[0] in example.passage or match[0] in example.heading
        for value in [draw(match, chance)]
        if value not in example.passage and value not in example.heading
    ]
    if not changes:
        return None
    match, value = chance.choice(changes)
    return near(example, match.span(), value, "another-value")


def another_name(example: Example, names: Sequence[str], chance: random.Random) -> Example | None:
    """Change a name of the question that stands in the passage to one of `names` that does not."""
    found = [
        match
        for match in _NAME.finditer(example.question)
        if match[0] in example.passage and not _answers(example, match[0])
    ]
    if not found:
        return None
    match = chance.choice(found)
    words = len(match[0].split())
    for _ in range(20):
        name = chance.choice(names)
        if len(name.split()) == words and not set(name.split()) & set(example.passage.split()):
            return near(example, match.span(), name, "another-name")
    return None


def names_of(examples: Sequence[Example]) -> list[str]:
    """Return the names that stand in questions, each once."""
    return sorted({match[0] for one in examples for match in _NAME.finditer(one.question)})


def taken_out(example: Example) -> Example | None:
    """Take the sentences that answer out of the passage; None where the words stand elsewhere too."""
    kept = [number for number in range(len(example.sentences)) if number not in example.answering]
    if not example.answers or not kept:
        return None
    text, spans = "", []
    for number in kept:
        sentence = example.sentences[number].of(example.passage)
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += f"{sentence} "
    if any(one.of(example.passage).lower() in text.lower() for one in example.answers):
        return None
    return replace(
        example, passage=text.rstrip(), sentences=tuple(spans), answers=(), answering=(), kind="taken-out"
    )


def negated(example: Example) -> Example | None:
    """Ask for what is not so, where the passage says what is."""
    match = _NEGATED.search(example.question)
    if match is None or _DENIED.search(example.question + example.passage):
        return None
    following = re.match(r"\s+\S+(?:\s+[A-Z]\S+)*", example.question[match.end() :])
    at = match.end() + (following.end() if following else 0)
    if at >= len(example.question) - 1:
        return None
    word = "niet" if example.language == "nl" else "not"
    return near(example, (at, at), f" {word}", "negated")


def near(example: Example, place: tuple[int, int], value: str, kind: str) -> Example:
    """Put `value` in a place of the question, so that the passage no longer answers it."""
    question = example.question[: place[0]] + value + example.question[place[1] :]
    return replace(example, question=question, answers=(), answering=(), kind=kind)


def _answers(example: Example, name: str) -> bool:
    return any(name in one.of(example.passage) for one in example.answers)


def _another_year(match: re.Match[str], chance: random.Random) -> str:
    moved = chance.choice([step for step in range(-_LONGEST_YEARS, _LONGEST_YEARS + 1) if step])
    return str(int(match[0]) + moved)


def _another_code(match: re.Match[str], chance: random.Random) -> str:
    changed = int(match[2])
    while changed == int(match[2]):
        changed = chance.randrange(1, 10 ** len(match[2]))
    return f"{match[1]}{changed}"


def _another_number(match: re.Match[str], chance: random.Random) -> str:
    digits = [chance.choice("123456789") if one.isdigit() else one for one in match[0]]
    return "".join(digits)
