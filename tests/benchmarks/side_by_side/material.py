"""What all are given: articles as lines of JSON, and questions whose answers are known."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Draft
from corpus.errors import SourceUnreadable
from corpus.reading.sources import read
from retrieval.lab.evaluating.questions import Asked, questions
from tests.benchmarks.side_by_side.rivals import ROOT

SAMPLES = ROOT / "corpus" / "samples"
QUESTIONS = ROOT / "tests" / "evaluation" / "questions.jsonl"


@dataclass(frozen=True, slots=True)
class Material:
    """The articles, and the questions that stand alone and that one of them answers."""

    articles: tuple[Draft, ...]
    asked: tuple[Asked, ...]

    @property
    def characters(self) -> int:
        """How long the articles are, together."""
        return sum(len(one.text) for one in self.articles)

    def write(self, folder: Path) -> Path:
        """Write the articles for everybody to read, and return the file."""
        file = folder / "articles.jsonl"
        file.write_text("".join(f"{json.dumps(_line(one))}\n" for one in self.articles), encoding="utf-8")
        return file


def material(articles: Path, asked: Path) -> Material:
    """Read both from files.

    What follows from an earlier question, or is asked as of a day, is left out: not everybody takes those.

    Raises:
        SourceUnreadable: an article cannot be read, or has no address to be known by.
        QuestionsUnreadable: a line is no question.
    """
    drafts = []
    for one in read(str(articles)):
        if isinstance(one, SourceUnreadable):
            raise one
        if one.url is None:
            raise SourceUnreadable(one.source, "It has no url, by which questions would name it: add one.")
        drafts.append(one)
    every = questions(asked.read_bytes().splitlines())
    return Material(tuple(drafts), tuple(one for one in every if _stands_alone(one)))


def _stands_alone(asked: Asked) -> bool:
    return bool(asked.relevant) and not asked.follows and asked.asked is None


def _line(draft: Draft) -> dict[str, str]:
    said = {
        "url": draft.url,
        "title": draft.title,
        "outlet": draft.outlet,
        "published": str(draft.published) if draft.published else None,
        "language": draft.language,
        "text": draft.text,
    }
    return {name: value for name, value in said.items() if value is not None}
