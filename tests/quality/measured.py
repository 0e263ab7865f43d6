"""Asking what the quality page is made of: the own questions, and a parallel set where it is at hand."""

from __future__ import annotations

import gzip
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import corpus
from bot.assembly import Desk
from bot.settings import settings_from
from corpus.article import Draft
from corpus.dates import PartialDate
from corpus.errors import SourceUnreadable
from corpus.reading.sources import read
from retrieval.lab.evaluating.asking import Outcome, outcomes
from retrieval.lab.evaluating.questions import Asked, questions
from retrieval.lab.evaluating.run import Run, run
from retrieval.models.bundled_embedder import bundled_embedder
from retrieval.models.embedding import Embedder
from retrieval.models.kept import KeepingEmbedder, KeepingReader
from retrieval.models.reader import Reader, bundled_reader

OWN = Path(__file__).parents[1] / "evaluation" / "questions.jsonl"
SAMPLES = Path(corpus.__file__).parent / "samples"
NAME = "xquad_dev"
NEAR = "squad20_dev_nonheldout.jsonl.gz"
_ASKED = PartialDate(2026, 11, 22)  # the day of questions that name none: newer articles count more
_KEPT = 100_000  # vectors and readings: the same passages come back with every question
_LANGUAGES = {"en": "English", "nl": "Dutch"}
PAIRS = (("en", "en"), ("nl", "nl"), ("en", "nl"), ("nl", "en"))


@dataclass(frozen=True, slots=True)
class Pair:
    """Questions of one language on articles of one: all articles there, and half of them hidden in turn."""

    name: str
    whole: Run
    hidden: Run


def own() -> Run:
    """Ask the own questions of the sample articles, timed as people would wait."""
    asked = [replace(one, asked=one.asked or _ASKED) for one in questions(OWN.read_bytes().splitlines())]
    with _desk(read(str(SAMPLES))) as desk:
        desk.embedder.load()
        return run("own questions", list(_asked(desk, asked)))


def parallel(folder: Path, every: int, told: Callable[[str], None]) -> Iterator[Pair]:
    """Ask every so-many-th question of a parallel set, in each pair of languages."""
    with tempfile.TemporaryDirectory() as home:
        threads = settings_from({}).embedding_threads
        kept = KeepingEmbedder(bundled_embedder(Path(home), threads), _KEPT)
        reader = KeepingReader(bundled_reader(Path(home), threads), _KEPT)
        for asked_in, written_in in PAIRS:
            name = f"{_LANGUAGES[asked_in]} on {_LANGUAGES[written_in]}"
            told(name)
            drafts = list(read(str(folder / f"{NAME}.{written_in}.articles.jsonl")))
            asked = _questions(folder, asked_in, written_in)[::every]
            whole = _of(drafts, asked, kept, reader)
            hidden = [*_of(drafts[::2], asked, kept, reader), *_of(drafts[1::2], asked, kept, reader)]
            yield Pair(name, run(name, whole), run(name, hidden))


def near(folder: Path, every: int) -> Run:
    """Ask every so-many-th question of SQuAD 2.0, half of them near to a paragraph that does not answer."""
    with gzip.open(folder / NEAR, "rt", encoding="utf-8") as lines:
        read_lines = [json.loads(line) for line in lines]
    places = {
        context: number for number, context in enumerate(dict.fromkeys(one["context"] for one in read_lines))
    }
    drafts = [
        Draft(context, f"{number}", url=f"https://example.org/squad/{number}", language="en")
        for context, number in places.items()
    ]
    asked = [
        Asked(
            one["question"],
            answers=tuple(answer["text"] for answer in one["answers"]),
            said_answerable=one["answerable"],
        )
        for one in read_lines[::every]
    ]
    with _desk(drafts) as desk:
        return run("SQuAD 2.0", list(_asked(desk, asked)))


def _of(
    drafts: Sequence[Draft | SourceUnreadable], asked: Iterable[Asked], kept: Embedder, reader: Reader
) -> list[Outcome]:
    """Ask questions of some articles: those of the others cannot be answered."""
    there = {one.url for one in drafts if isinstance(one, Draft)}
    known = [one if there & one.relevant else _unanswerable(one) for one in asked]
    with _desk(drafts, kept, reader) as desk:
        return list(_asked(desk, known))


def _unanswerable(asked: Asked) -> Asked:
    return replace(asked, relevant=frozenset(), answers=(), said_answerable=False)


def _questions(folder: Path, asked_in: str, written_in: str) -> list[Asked]:
    """Read the questions of one language with the articles and answers of the other; they are parallel."""
    own_words = _lines(folder / f"{NAME}.{asked_in}.questions.jsonl")
    answered = {line["id"]: line for line in _lines(folder / f"{NAME}.{written_in}.questions.jsonl")}
    joined = [{**answered[line["id"]], "question": line["question"]} for line in own_words]
    return questions(json.dumps(line).encode() for line in joined)


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def _asked(desk: Desk, asked: Sequence[Asked]) -> Iterator[Outcome]:
    return outcomes(desk.search, desk.answerer, desk.catalogue, asked)


@contextmanager
def _desk(
    drafts: Iterable[Draft | SourceUnreadable],
    embedder: Embedder | None = None,
    reader: Reader | None = None,
) -> Iterator[Desk]:
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(settings_from({"NEWSDESK_HOME": home}))
        if embedder is not None:
            desk.embedder = embedder
        if reader is not None:
            desk.reader = reader
        list(desk.curator.add(drafts, "quality"))
        try:
            yield desk
        finally:
            desk.close()
