"""What the search finds when the same articles are there in two languages, or only in one of them.

Run with `python tests/benchmarks/two_languages.py FOLDER`, where FOLDER holds `NAME.LL.articles.jsonl` and
`NAME.LL.questions.jsonl` for the languages en and nl, parallel by the last part of their addresses.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import fmean

from bot.assembly import Desk
from bot.settings import settings_from
from corpus.article import Draft
from corpus.filters import Filters
from corpus.reading.sources import read

DEPTH = 10  # articles that count
NAME = "xquad_dev"
_OTHER = {"en": "nl", "nl": "en"}


def main(folder: Path) -> None:
    """Print how questions in each language fare on stores of both languages."""
    drafts = {
        language: [
            one for one in read(str(folder / f"{NAME}.{language}.articles.jsonl")) if isinstance(one, Draft)
        ]
        for language in _OTHER
    }
    with _desk([*drafts["en"], *drafts["nl"]]) as desk:
        for asked, other in _OTHER.items():
            either, first, left, bare = _both(desk, folder, asked, other)
            print(f"{asked} question, every passage in {asked} and in {other}")  # noqa: T201 - a report
            print(f"  best rank of either version             {either:.3f}")  # noqa: T201
            print(f"  the {asked} version before the {other} one      {first:.3f}")  # noqa: T201
            print(f"  the {other} passage, its {asked} twin removed   {left:.3f}")  # noqa: T201
            print(f"  the same without what is given for words of another language {bare:.3f}")  # noqa: T201
    for asked, ranks in _parted(folder, drafts).items():
        for there, found in ranks.items():
            hits = fmean(one == 1 for one in found)
            print(f"{asked} question, each passage in one language, the right one in {there}")  # noqa: T201
            print(f"  hits@1 {hits:.3f}, MRR@10 {fmean(found):.3f}")  # noqa: T201


def _both(desk: Desk, folder: Path, asked: str, other: str) -> tuple[float, float, float, float]:
    either, first, left, bare = [], [], [], []
    for question, own in _questions(folder, asked):
        twins = {url.replace(f"/{asked}/", f"/{other}/") for url in own}
        scored = _found(desk, question)
        either.append(_reciprocal((url for url, _, _ in scored), own | twins))
        met = [url for url, _, _ in scored if url in own | twins]
        first.append(bool(met) and met[0] in own)
        kept = [one for one in scored if one[0] not in own]
        left.append(_reciprocal((url for url, _, _ in kept), twins))
        unaided = sorted(kept, key=lambda one: one[2] - one[1])
        bare.append(_reciprocal((url for url, _, _ in unaided), twins))
    return fmean(either), fmean(first), fmean(left), fmean(bare)


def _parted(folder: Path, drafts: dict[str, list[Draft]]) -> dict[str, dict[str, list[float]]]:
    """Return reciprocal ranks by the languages of question and passage, every second passage in the other.

    Each question is asked of two stores, so that its passage is there in either language once.
    """
    ranks: dict[str, dict[str, list[float]]] = {asked: {there: [] for there in _OTHER} for asked in _OTHER}
    for even, odd in (("en", "nl"), ("nl", "en")):
        held = [*drafts[even][::2], *drafts[odd][1::2]]
        with _desk(held) as desk:
            urls = {str(one.url) for one in held}
            for asked, other in _OTHER.items():
                for question, own in _questions(folder, asked):
                    twins = {url.replace(f"/{asked}/", f"/{other}/") for url in own}
                    there = asked if own & urls else other
                    found = (url for url, _, _ in _found(desk, question))
                    ranks[asked][there].append(_reciprocal(found, own | twins))
    return ranks


@contextmanager
def _desk(drafts: Sequence[Draft]) -> Iterator[Desk]:
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(settings_from({"NEWSDESK_HOME": home, "DATABASE_URL": ""}))
        list(desk.curator.add(drafts, "benchmark"))
        try:
            yield desk
        finally:
            desk.close()


def _questions(folder: Path, language: str) -> Iterator[tuple[str, set[str]]]:
    for line in (folder / f"{NAME}.{language}.questions.jsonl").read_text(encoding="utf-8").splitlines():
        question = json.loads(line)
        yield question["question"], {str(url) for url in question["relevant"]}


def _found(desk: Desk, question: str) -> list[tuple[str, float, float]]:
    """Return of each passage found the address, the score and what it has for words it cannot share."""
    hits = desk.search.find(question, 100, Filters()).hits
    return [(hit.article.draft.url or "", hit.score, hit.scores["translated"]) for hit in hits]


def _reciprocal(found: Iterable[str], wanted: set[str]) -> float:
    articles = list(dict.fromkeys(found))[:DEPTH]
    return next((1 / rank for rank, url in enumerate(articles, start=1) if url in wanted), 0.0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
