"""The command that fits the weights in use to questions: `python -m retrieval.calibration --help`."""

from __future__ import annotations

import argparse
import datetime
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, replace
from pathlib import Path

from corpus.catalogue import articles
from corpus.catalogue.connection import Catalogue
from corpus.dates import PartialDate
from corpus.reading.sources import read as read_articles
from retrieval.bundled_model import bundled_embedder
from retrieval.calibration import choices, ranking, table
from retrieval.calibration.collecting import Collecting
from retrieval.calibration.fitting import fitted, held_out
from retrieval.calibration.table import Sample
from retrieval.calibration.topics import topics
from retrieval.curation import Curator
from retrieval.evaluating.questions import Asked, questions
from retrieval.exact import ExactIndex
from retrieval.kept_vectors import KeepingEmbedder
from retrieval.search import Search

TABLES = sorted(Path(__file__).parent.glob("*.tsv"))
CHOICES = Path(__file__).parent / "sentences.tsv.gz"
_KEPT = 100_000  # vectors of sentences, which come back with every question


def main(arguments: list[str]) -> None:
    """Collect choices of sentences or samples into a table, or fit the weights to tables."""
    asked = _parser().parse_args(arguments)
    if asked.what == "fit":
        _rank(choices.read(CHOICES))
        _fit([sample for path in asked.tables or TABLES for sample in table.read(path)])
        return
    with _collecting(asked) as (collecting, put):
        if asked.what == "choose":
            before = choices.read(CHOICES) if CHOICES.exists() else []
            others = [one for one in before if one.name != asked.name]
            choices.write(CHOICES, [*others, *collecting.choices(put)])
        else:
            known = table.read(asked.table) if asked.table.exists() else []
            collected = collecting.samples(put, hiding=asked.hiding)
            table.write(asked.table, [*(one for one in known if one.name != asked.name), *collected])


@contextmanager
def _collecting(how: argparse.Namespace) -> Iterator[tuple[Collecting, list[Asked]]]:
    asked = questions(how.questions.read_bytes().splitlines())
    with tempfile.TemporaryDirectory() as home:
        embedder = KeepingEmbedder(bundled_embedder(Path(home), threads=2), _KEPT)
        catalogue = Catalogue(f"sqlite:///{home}/catalogue.db")
        curator = Curator(catalogue, embedder, lambda: datetime.datetime.now(datetime.UTC))
        for source in how.articles:
            list(curator.add(read_articles(source), "calibration"))
        with catalogue.reading() as connection:
            of = topics(articles.every(connection), embedder)
        search = Search(catalogue, embedder, ExactIndex(catalogue))
        yield Collecting(search, embedder, how.name, of), [_put(one, how) for one in asked]
        catalogue.close()


def _put(asked: Asked, how: argparse.Namespace) -> Asked:
    """Name the articles of another language, where the same ones exist in several, and the day of asking."""
    old, _, new = how.address.partition("=")
    named = frozenset(url.replace(old, new) for url in asked.relevant) if old else asked.relevant
    return replace(asked, relevant=named, asked=asked.asked or how.day)


def _rank(every: Sequence[choices.Choice]) -> None:
    print(f"WEIGHTS = {ranking.fitted(every)}")  # noqa: T201 - the output
    for one in ranking.held_out(every):
        print(f"  {one.name}: {one.questions} questions, first {one.first:.3f}, any {one.any:.3f}")  # noqa: T201


def _fit(every: Sequence[Sample]) -> None:
    for title, foreign in (("SAME_LANGUAGE", False), ("TWO_LANGUAGES", True)):
        alike = [one for one in every if one.foreign == foreign]
        weights = fitted(alike)
        numbers = ", ".join(map(str, astuple(weights.evidence)))
        print(f"{title} = Weights(Evidence({numbers}), {weights.intercept})")  # noqa: T201 - the output
        for one in held_out(alike):
            print(  # noqa: T201
                f"  {one.name}: {one.samples} samples, AUROC {one.auroc:.3f}, ECE {one.ece:.3f}, "
                f"answered {one.answered:.3f}, refused {one.refused:.3f}"
            )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m retrieval.calibration", description=__doc__)
    what = parser.add_subparsers(dest="what", required=True)
    choose = what.add_parser("choose", help="ask questions and add what speaks for their sentences")
    collect = what.add_parser("collect", help="ask questions and add what was found to a table")
    for one in (choose, collect):
        one.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl")
        one.add_argument("articles", nargs="+", metavar="ARTICLES", help="anything `newsdesk add` takes")
        one.add_argument(
            "--name", required=True, help="of the set, such as en-nl; it is put in place of that"
        )
        one.add_argument("--address", default="", metavar="OLD=NEW", help="swapped in relevant addresses")
        one.add_argument(
            "--day", type=PartialDate.parse, help="of questions without one, where articles have"
        )
    collect.add_argument("--table", type=Path, required=True, help="numbers go here")
    collect.add_argument("--hiding", action="store_true", help="ask again without the articles that answer")
    fit = what.add_parser("fit", help="fit the regressions and print them with what they reach")
    fit.add_argument("tables", nargs="*", type=Path, help="those beside this script if none is named")
    return parser


if __name__ == "__main__":
    main(sys.argv[1:])
