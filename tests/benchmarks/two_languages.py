"""What the search finds when the same articles are there in two languages, or only in the other one.

Run with `python tests/benchmarks/two_languages.py FOLDER`, where FOLDER holds `NAME.LL.articles.jsonl` and
`NAME.LL.questions.jsonl` for the languages en and nl, parallel by the last part of their addresses.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from statistics import fmean

from bot.assembly import Desk
from bot.settings import settings_from
from corpus.filters import Filters
from corpus.reading.sources import read

DEPTH = 10  # articles that count
NAME = "xquad_dev"


def main(folder: Path) -> None:
    """Print mean reciprocal ranks at 10 for questions in each language on a store of both."""
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(settings_from({"NEWSDESK_HOME": home, "DATABASE_URL": ""}))
        for language in ("en", "nl"):
            list(desk.curator.add(read(str(folder / f"{NAME}.{language}.articles.jsonl")), "benchmark"))
        for asked, other in (("en", "nl"), ("nl", "en")):
            either, left, bare = _measured(desk, folder, asked, other)
            print(f"{asked} question, {asked} and {other} passages in one store")  # noqa: T201 - a report
            print(f"  best rank of either version             {either:.3f}")  # noqa: T201
            print(f"  the {other} passage, its {asked} twin removed   {left:.3f}")  # noqa: T201
            print(f"  the same without what is given for words of another language {bare:.3f}")  # noqa: T201
        desk.close()


def _measured(desk: Desk, folder: Path, asked: str, other: str) -> tuple[float, float, float]:
    either, left, bare = [], [], []
    lines = (folder / f"{NAME}.{asked}.questions.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines:
        question = json.loads(line)
        own = {str(url) for url in question["relevant"]}
        twins = {url.replace(f"/{asked}/", f"/{other}/") for url in own}
        hits = desk.search.find(question["question"], 100, Filters()).hits
        scored = [(hit.article.draft.url or "", hit.score, hit.scores["translated"]) for hit in hits]
        either.append(_reciprocal((url for url, _, _ in scored), own | twins))
        kept = [one for one in scored if one[0] not in own]
        left.append(_reciprocal((url for url, _, _ in kept), twins))
        unaided = sorted(kept, key=lambda one: one[2] - one[1])
        bare.append(_reciprocal((url for url, _, _ in unaided), twins))
    return fmean(either), fmean(left), fmean(bare)


def _reciprocal(found: Iterable[str], wanted: set[str]) -> float:
    articles = list(dict.fromkeys(found))[:DEPTH]
    return next((1 / rank for rank, url in enumerate(articles, start=1) if url in wanted), 0.0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
