"""The question sets, read into examples: what each file says, and nothing made."""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from corpus.article import Span
from corpus.sentences import sentences
from retrieval.lab.training.reader.detokenising import is_cut, joined
from retrieval.lab.training.reader.reading_examples import Example, answered

# Sets to measure by; a run that finds them among what it trains on stops.
_HELD_BACK = ("squad11_dev", "squad20_dev", "xquad_dev")
_LONGEST_ANSWER = 160  # characters; a longer one is no short answer

Row = dict[str, Any]


class HeldBack(ValueError):
    """A set that is there to measure by was about to be trained on."""


def refuse_held_back(kinds: Iterable[str]) -> None:
    """Stop where one of the kinds of example comes from a set to measure by.

    Raises:
        HeldBack: one does.
    """
    for kind in kinds:
        if _is_held_back(kind):
            raise HeldBack(f"{kind} is there to measure by: take it out of what is trained on")


def read(folder: Path) -> Iterator[Example]:
    """Read every set that is there to train on."""
    for name, make in _SETS.items():
        for row in _rows(folder / f"{name}.jsonl.gz"):
            example = make(row, name)
            if example is not None and example.sentences:
                yield example


def texts(folder: Path) -> Iterator[str]:
    """Give the questions of every set that is not there to measure by, and their passages."""
    before = ""
    for path in sorted(folder.glob("*.jsonl.gz")):
        for row in () if _is_held_back(path.name) else _rows(path):
            yield row["question"]
            text = row.get("context") or row["sentence"]
            if text != before:
                yield text
            before = text


def _is_held_back(name: str) -> bool:
    return name.startswith(_HELD_BACK)


def _rows(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _passage(row: Row, kind: str) -> Example | None:
    """Make an example of a question on a passage, with the words that answer, or with none."""
    found = tuple(Span(one["start"], one["start"] + len(one["text"])) for one in row["answers"])
    text, spans = _whole(row["context"], found)
    if any(span.end - span.start > _LONGEST_ANSWER for span in spans) or any(
        not span.of(text).strip() for span in spans
    ):
        return None
    example = Example(
        _asked(row["question"]),
        "",
        text,
        row["language"],
        f"{kind}:{row['group']}",
        kind,
        tuple(sentences(text, row["language"])),
    )
    return answered(example, tuple(dict.fromkeys(spans))) if spans else example


def _spanned(row: Row, kind: str) -> Example | None:
    """Leave out a question that is answerable but whose words the set does not name."""
    return _passage(row, kind) if row["answers"] or not row["answerable"] else None


def _labelled(row: Row, kind: str) -> Example | None:
    """Make an example of sentences, some of which answer; no words are named."""
    text, spans = "", []
    for sentence in map(str.strip, row["sentences"]):
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += f"{sentence} "
    answering = tuple(number for number, label in enumerate(row["labels"]) if label)
    asked, group = row["question"], f"{kind}:{row['group']}"
    return Example(asked, "", text.rstrip(), row["language"], group, kind, tuple(spans), (), answering)


def _one_sentence(row: Row, kind: str) -> Example | None:
    """Make an example of a question with one sentence, which answers or does not."""
    text, _ = _whole(row["sentence"].strip(), ())
    group = f"{kind}:{row['group']}"
    return Example(
        _asked(row["question"]),
        "",
        text,
        row["language"],
        group,
        kind,
        (Span(0, len(text)),),
        (),
        (0,) if row["label"] else (),
    )


def _whole(text: str, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    return joined(text, spans) if is_cut(text) else (text, spans)


def _asked(question: str) -> str:
    cleaned = question.replace("\\'", "'").replace('""', '"').strip()
    written, _ = joined(cleaned)
    return written if written.endswith("?") else f"{written}?"


_SETS: dict[str, Callable[[Row, str], Example | None]] = {
    "squad_train_flan": _passage,
    "squad_train_routerlens": _passage,
    "unansq_train_part": _passage,
    "unansq_train_matched": _passage,
    "nq_swap": _passage,
    "qed_dev": _passage,
    "fairytaleqa": _spanned,
    "qamr_unique": _passage,
    "qadiscourse": _spanned,
    "squad_train_nearest_negatives": _passage,
    "selqa_devtest": _labelled,
    "unansq_nqg_sentence_pairs": _one_sentence,
    "nqg_sentence_question": _one_sentence,
}
