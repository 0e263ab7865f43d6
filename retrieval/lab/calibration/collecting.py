"""Asking the reader's held-out questions of their texts, and noting what is seen of every quote."""

import datetime
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.article import Draft
from corpus.catalogue.connection import Catalogue
from corpus.filters import Filters
from retrieval.answering.considering import FOUND
from retrieval.answering.quoting import Quote, read
from retrieval.curating.curator import Curator
from retrieval.index.exact import ExactIndex
from retrieval.lab.calibration.fitting import Seen
from retrieval.lab.evaluating.questions import holds_one
from retrieval.lab.training.gloss import Glossary
from retrieval.lab.training.reader import negatives
from retrieval.lab.training.reader.code_switching import switched
from retrieval.lab.training.reader.reading_examples import Example
from retrieval.models.bundled_embedder import bundled_embedder
from retrieval.models.reader import bundled_reader
from retrieval.search.search import Search

_KINDS = (
    *("squad_train_flan", "squad_train_routerlens", "unansq_train_part", "unansq_train_matched"),
    *("qed_dev", "selqa_devtest"),
)
_ABSENT_EVERY = 4  # groups whose texts are left out, so that nothing answers what is asked of them
_CHANGED_EVERY = 3  # answerable questions that are asked again with another name or number
_SHARE = 0.8  # of the words that are known, replaced where the other language is stood in for
_KEPT = 8  # quotes of a question that are kept, the most promising
_NEVER = 2.0  # a probability from which no more is read
_THREADS = 2
_SETS = {"one language": ("", ""), "question switched": ("question", ""), "texts switched": ("", "passage")}


def collected(examples: Sequence[Example], words: Glossary, most: int) -> Iterator[Seen]:
    """Yield what is seen of the quotes of each question.

    Dutch has no questions of its own to fit to: English ones, or texts, with their words replaced stand in.

    Args:
        examples: held out from training.
        words: replaces English words by Dutch ones.
        most: how many questions of each set to ask.
    """
    chance = random.Random(1)  # noqa: S311 - draws of data, no secret
    chosen = [one for one in examples if one.kind in _KINDS]
    names = negatives.names_of(chosen)
    answered = [one for one in chosen if one.answers]
    made = [
        negatives.another_value(one, chance) or negatives.another_name(one, names, chance)
        for one in answered[::_CHANGED_EVERY]
    ]
    asked = [*chosen, *(one for one in made if one is not None)]
    chance.shuffle(asked)
    for name, (question, passage) in _SETS.items():
        some = [_switched(one, question, passage, words) for one in asked[:most]]
        yield from _asked(name, some, [_switched(one, "", passage, words) for one in chosen])


def _switched(example: Example, question: str, passage: str, words: Glossary) -> Example:
    for side in filter(None, (question, passage)):
        # The same text must come out for each question about it.
        example = switched(example, words, side, _SHARE, random.Random(example.group))  # noqa: S311
    return replace(example, language="nl") if passage else example


def _asked(name: str, asked: Sequence[Example], texts: Sequence[Example]) -> Iterator[Seen]:
    groups = sorted({one.group for one in texts})
    absent = set(groups[::_ABSENT_EVERY])
    passages = {one.passage: one.language for one in texts if one.group not in absent}
    with tempfile.TemporaryDirectory() as home:
        catalogue = Catalogue(f"sqlite:///{home}/newsdesk.db")
        embedder, reader = bundled_embedder(Path(home), _THREADS), bundled_reader(Path(home), _THREADS)
        drafts = [
            Draft(text, f"{number}", url=f"https://example.org/{number}", language=language)
            for number, (text, language) in enumerate(passages.items())
        ]
        for _ in Curator(catalogue, embedder, _now).add(drafts, "calibration"):
            pass
        search = Search(catalogue, embedder, ExactIndex(catalogue), _now)
        for number, one in enumerate(asked):
            for quote in read(search.find(one.question, FOUND, Filters()), reader, enough=_NEVER)[:_KEPT]:
                yield Seen(name, one.group, number, _answers(quote, one), quote.signs)
        catalogue.close()


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _answers(quote: Quote, example: Example) -> bool:
    if quote.article.draft.text != example.passage or not example.answerable:
        return False
    if example.answers:
        return holds_one(quote.text, {one.of(example.passage) for one in example.answers})
    return any(
        one.start < quote.span.end and quote.span.start < one.end
        for one in (example.sentences[number] for number in example.answering)
    )
