"""The command that fits how sure an answer is: `python -m retrieval.calibration --help`."""

from __future__ import annotations

import argparse
import datetime
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import astuple, replace
from pathlib import Path

from corpus.catalogue.connection import Catalogue
from corpus.reading.sources import read as read_articles
from retrieval.bundled_model import bundled_embedder
from retrieval.calibration import table
from retrieval.calibration.collecting import samples
from retrieval.calibration.fitting import fitted, held_out
from retrieval.calibration.table import Sample
from retrieval.curation import Curator
from retrieval.evaluating.questions import Asked, questions
from retrieval.exact import ExactIndex
from retrieval.kept_vectors import KeepingEmbedder
from retrieval.search import Search

TABLES = sorted(Path(__file__).parent.glob("*.tsv"))
_KEPT = 100_000  # vectors of sentences, which come back with every question


def main(arguments: list[str]) -> None:
    """Collect samples into a table, or fit the regressions to tables."""
    asked = _parser().parse_args(arguments)
    if asked.what == "collect":
        collected = _collected(asked.questions, asked.articles, asked)
        before = table.read(asked.table) if asked.table.exists() else []
        table.write(asked.table, [*(one for one in before if one.name != asked.name), *collected])
    else:
        _fit([sample for path in asked.tables or TABLES for sample in table.read(path)])


def _collected(questions_file: Path, sources: Sequence[str], how: argparse.Namespace) -> list[Sample]:
    asked = questions(questions_file.read_bytes().splitlines())
    with tempfile.TemporaryDirectory() as home:
        embedder = KeepingEmbedder(bundled_embedder(Path(home), threads=2), _KEPT)
        catalogue = Catalogue(f"sqlite:///{home}/catalogue.db")
        curator = Curator(catalogue, embedder, lambda: datetime.datetime.now(datetime.UTC))
        for source in sources:
            list(curator.add(read_articles(source), "calibration"))
        search = Search(catalogue, embedder, ExactIndex(catalogue))
        moved = [_moved(one, how.address) for one in asked]
        found = list(samples(search, embedder, moved, how.name, _topic, hiding=how.hiding))
        catalogue.close()
    return found


def _moved(asked: Asked, address: str) -> Asked:
    """Name the articles of another language, where the same ones exist in several."""
    old, _, new = address.partition("=")
    return (
        replace(asked, relevant=frozenset(url.replace(old, new) for url in asked.relevant)) if old else asked
    )


def _topic(asked: Asked) -> str:
    """Passages of one text are numbered: `a12p03` is of text 12. Elsewhere every article is its own topic."""
    url = min(asked.relevant, default=asked.question)
    name = url.rstrip("/").rpartition("/")[2]
    return name[:3] if name[:1] == "a" and name[1:3].isdecimal() else name


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
    collect = what.add_parser("collect", help="ask questions and add what was found to a table")
    collect.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl")
    collect.add_argument("articles", nargs="+", metavar="ARTICLES", help="anything `newsdesk add` takes")
    collect.add_argument("--table", type=Path, required=True, help="numbers go here, in place of that set's")
    collect.add_argument("--name", required=True, help="of the set, such as en-nl")
    collect.add_argument("--address", default="", metavar="OLD=NEW", help="swapped in relevant addresses")
    collect.add_argument("--hiding", action="store_true", help="ask again without the articles that answer")
    fit = what.add_parser("fit", help="fit the regressions and print them with what they reach")
    fit.add_argument("tables", nargs="*", type=Path, help="those beside this script if none is named")
    return parser


if __name__ == "__main__":
    main(sys.argv[1:])
