"""What people change in a question so that the passage no longer answers it, learnt from pairs of questions.

SQuAD 2.0's writers were asked for questions near to those that are answered (Rajpurkar et al. 2018); the
pairs are UnAnsQ's (Zhu et al. 2019), of the training part. Where the two of a pair differ in one place, what
stood there and what stands there now is an edit: "most" to "least", "opened" to "closed", "2005" to "2015".
"""

import gzip
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from retrieval.lab.training.reader.negatives import near
from retrieval.lab.training.reader.reading_examples import Example

_LONGEST = 3  # words on either side; longer ones fit no other question
_MATTERS = re.compile(r"(?!(?:wh\w+|from|that|this|with|into|have|does)$).*(?:[^\W\d_]{4}|\d)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")  # noqa: RUF001 - the typeset apostrophe

Edits = dict[str, Counter[str]]


def read_edits(path: Path) -> Edits:
    """Learn from pairs of questions, lower case and in tokens, what is changed to what, and how often."""
    found: Edits = defaultdict(Counter)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for pair in json.load(file):
            before, after = (pair[side].rstrip(" ?").split() for side in ("answerable", "unanswerable"))
            changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
            changed = [one for one in changes if one[0] != "equal"]
            if len(changed) == 1 and changed[0][0] == "replace":
                _, start, end, other, last = changed[0]
                was = " ".join(before[start:end])
                if max(end - start, last - other) <= _LONGEST and _MATTERS.match(was):
                    found[was][" ".join(after[other:last])] += 1
    return dict(found)


def edited(example: Example, edits: Edits, chance: random.Random) -> Example | None:
    """Change one thing of the question as people did; None where nothing they changed stands in it.

    What is put in does not stand in the sentences that answer.
    """
    if not example.answers:
        return None
    answering = " ".join(example.sentences[one].of(example.passage) for one in example.answering).lower()
    found = [
        (place, after, count**0.5)
        for place in _stretches(example.question)
        for after, count in edits.get(example.question[place[0] : place[1]].lower(), {}).items()
        if after not in answering
    ]
    if not found:
        return None
    place, after, _ = chance.choices(found, [one[2] for one in found])[0]
    return near(example, place, _as_before(example.question[place[0] : place[1]], after), "edited")


def _stretches(question: str) -> Iterator[tuple[int, int]]:
    """Yield where one, two or three words in a row stand."""
    words = [match.span() for match in _WORD.finditer(question)]
    for first in range(len(words)):
        for last in range(first, min(first + _LONGEST, len(words))):
            yield words[first][0], words[last][1]


def _as_before(before: str, after: str) -> str:
    """Write names and first words large, as what stood there was written."""
    capitals: Sequence[bool] = [one[:1].isupper() for one in before.split()]
    if all(capitals):
        return " ".join(one[:1].upper() + one[1:] for one in after.split())
    return after[:1].upper() + after[1:] if capitals[0] else after
