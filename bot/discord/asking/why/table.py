"""The passages weighed for an answer as a table narrow enough for a phone."""

from __future__ import annotations

from collections.abc import Sequence

from bot.discord.asking.why.words import WhyWords
from bot.discord.cards.escape import in_code_block
from retrieval.results import Hit

_RANK = 3
_SCORE = 9
_OUTLET = 16
_SOURCE = 47
_RERANKED = "rerank"


def table(hits: Sequence[Hit], words: WhyWords) -> str:
    """Return a code block, two lines for each hit, its scores and its source, and what the scores mean."""
    names = _parts(hits)
    titles = [words.total, *(words.columns.get(name, name) for name in names)]
    head = " " * _RANK + "".join(title[: _SCORE - 1].rjust(_SCORE) for title in titles)
    rows = [line for hit in hits for line in (_scores(hit, names), f" {_source(hit)}")]
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


def _scores(hit: Hit, names: Sequence[str]) -> str:
    scores = (hit.score, *(hit.scores.get(name, 0.0) for name in names))
    return f"{hit.rank:>{_RANK - 1}}." + "".join(f"{score:{_SCORE}.3f}" for score in scores)


def _source(hit: Hit) -> str:
    draft = hit.article.draft
    outlet = in_code_block(draft.outlet or "", _OUTLET)
    where = ", ".join(part for part in (outlet, str(draft.published or "")) if part)
    line = ": ".join(part for part in (where, draft.title) if part) or hit.article.id
    return in_code_block(line, _SOURCE)


def _legend(names: Sequence[str], words: WhyWords) -> str:
    total = words.total_reranked if _RERANKED in names else words.total_means
    return "; ".join([*(words.meanings[name] for name in names if name in words.meanings), total]) + "."
