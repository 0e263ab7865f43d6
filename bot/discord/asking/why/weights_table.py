"""The passages weighed for an answer as a table narrow enough for a phone."""

from __future__ import annotations

from collections.abc import Sequence

from bot.discord.asking.why.words import WhyWords
from bot.discord.display.escape import in_code_block, shortened
from retrieval.search.results import Hit

WIDTH = 40  # columns of a phone's code block
_RANK = 3
_SCORE = 9
# A column this narrow has room for two digits after the point.
_NARROW = 7
_OUTLET = 14
_SOURCE = WIDTH - 1
_RERANKED = "rerank"


def table(hits: Sequence[Hit], words: WhyWords) -> str:
    """Return a code block, two lines for each hit, its scores and its source, and what the scores mean."""
    names = _parts(hits)
    titles = [words.total, *(words.columns.get(name, name) for name in names)]
    wide = min(_SCORE, (WIDTH - _RANK) // len(titles))
    head = " " * _RANK + "".join(title[: wide - 1].rjust(wide) for title in titles)
    rows = [line for hit in hits for line in (_scores(hit, names, wide), f" {_source(hit)}")]
    block = "\n".join(["```", head, *rows, "```"])
    return f"{words.weighed}\n{block}\n{_legend(names, words)}"


def scored(hit: Hit, words: WhyWords) -> str:
    """Return the scores of one hit as words, such as `total 1.24, dense 0.61, lexical 0.63`."""
    named = ((words.columns.get(name, name), score) for name, score in hit.scores.items() if score)
    return ", ".join(f"{name} {score:.3f}" for name, score in ((words.total, hit.score), *named))


def _parts(hits: Sequence[Hit]) -> list[str]:
    # What is zero for all of them says nothing.
    names = dict.fromkeys(name for hit in hits for name in hit.scores)
    return [name for name in names if any(hit.scores.get(name) for hit in hits)]


def _scores(hit: Hit, names: Sequence[str], wide: int) -> str:
    digits = 3 if wide >= _NARROW else 2
    scores = (hit.score, *(hit.scores.get(name, 0.0) for name in names))
    return f"{hit.rank:>{_RANK - 1}}." + "".join(f"{score:{wide}.{digits}f}" for score in scores)


def _source(hit: Hit) -> str:
    draft = hit.article.draft
    outlet = in_code_block(draft.outlet or "", _OUTLET)
    where = ", ".join(part for part in (outlet, str(draft.published or "")) if part)
    line = ": ".join(part for part in (where, draft.title) if part) or hit.article.id
    return in_code_block(shortened(line, _SOURCE), _SOURCE)


def _legend(names: Sequence[str], words: WhyWords) -> str:
    total = words.total_reranked if _RERANKED in names else words.total_means
    return "; ".join([*(words.meanings[name] for name in names if name in words.meanings), total]) + "."
