"""The figures of a contest: for each contestant the median over the rounds of what each round gave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

import numpy as np

from retrieval.models import bundled_embedder
from tests.benchmarks.side_by_side.contest import MANY, Contest, Measured
from tests.benchmarks.side_by_side.coverage import share_read
from tests.benchmarks.side_by_side.phases import Asking
from tests.benchmarks.side_by_side.quality import held, hits, reciprocal_rank
from tests.benchmarks.side_by_side.rivals import Rival, teacher

Figures = dict[str, float | None]


def figures(contest: Contest) -> dict[str, Figures]:
    """Return what was measured of each contestant, by its title and then by the name of the figure."""
    return {rival.title: _of(contest, rival, seen) for rival, seen in contest.measured.items()}


def _of(contest: Contest, rival: Rival, seen: Measured) -> Figures:
    count, characters = len(contest.material.articles), contest.material.characters
    share = _share_read(contest, rival, seen)
    seconds = median(one.seconds for one in seen.adding)
    found = seen.searching[0].every
    quoted = seen.answering[0].every if seen.answering else []
    asked = contest.material.asked
    return {
        "pieces": len(seen.adding[0].pieces),
        "articles a second": count / seconds,
        "share read": share,
        "characters read a second": characters * share / seconds,
        "share of the encoder": _median(
            one.encoder / one.seconds if one.encoder else None for one in seen.adding
        ),
        "cold, s": median(seen.cold),
        **_times("search", seen.searching),
        **_times("answer", seen.answering),
        "the same again, ms": _median(one.again for one in seen.answering),
        "memory adding, MB": _median(one.memory for one in seen.adding),
        "memory asking, MB": _median(one.memory for one in seen.answering or seen.searching),
        "disk, MB": seen.adding[0].disk,
        "hits@1": hits(asked, found),
        "MRR@10": reciprocal_rank(asked, found),
        **_in_english(contest, seen),
        "answer in the first piece": held(asked, found),
        "answer in the first quotation": held(asked, quoted) if quoted else None,
    }


def _share_read(contest: Contest, rival: Rival, seen: Measured) -> float:
    texts = {str(one.url): one.text for one in contest.material.articles}
    folder = bundled_embedder.FOLDER if rival.answers else teacher()
    adding = seen.adding[0]
    return share_read(texts, adding.pieces, adding.longest, folder / "tokenizer.json")


def _times(what: str, rounds: Sequence[Asking]) -> Figures:
    """Return p50 and p95 of a question alone, and the rates with 1 and more at once."""
    times = [[reply.milliseconds for reply in one.replies] for one in rounds]
    return {
        f"{what} p50, ms": _median(float(np.percentile(one, 50)) for one in times),
        f"{what} p95, ms": _median(float(np.percentile(one, 95)) for one in times),
        f"{what}, 1 at once, a second": _median(1000 * len(one) / sum(one) for one in times),
        **{
            f"{what}, {many} at once, a second": _median(one.at_once.get(many) for one in rounds)
            for many in MANY
        },
    }


def _in_english(contest: Contest, seen: Measured) -> Figures:
    """Return the ranking of English questions to English articles: the peers' model knows no other."""
    languages = {str(one.url): one.language for one in contest.material.articles}
    asked = [
        one
        for one in contest.material.asked
        if "en" in one.tags and {languages.get(url) for url in one.relevant} == {"en"}
    ]
    found = seen.searching[0].every
    return {"hits@1 in English": hits(asked, found), "MRR@10 in English": reciprocal_rank(asked, found)}


def _median(values: Iterable[float | None]) -> float | None:
    known = [one for one in values if one is not None]
    return median(known) if known else None
