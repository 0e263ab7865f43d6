"""The story of an answer as blocks of Markdown: in words, then question, confidence, quotes and weights."""

from collections.abc import Iterator, Sequence

from bot.discord.asking.why.paragraph import paragraph
from bot.discord.asking.why.words import WhyWords
from bot.discord.connection.pages import packed
from bot.discord.display.article_notices import beneath
from bot.discord.display.card import DESCRIPTION
from bot.discord.display.card_words import CardWords
from bot.discord.display.escape import block_quote, in_code_block, inline, shortened
from bot.discord.display.quotations import marker
from bot.discord.display.remarks import filtered
from bot.discord.display.sources import source
from bot.wordings import Wording, wordings
from corpus.filters import Filters
from retrieval.answering.explaining import Explanation
from retrieval.search.results import Citation, Hit

WIDTH = 40  # columns of a phone's code block
_RANK = 3
_SCORE = 9
# A column this narrow has room for two digits after the point.
_NARROW = 7
_OUTLET_IN_TABLE = 14
_SOURCE = WIDTH - 1
_RERANKED = "rerank"
_QUESTION = 600
_OUTLET = 60
_LINK = 400
_WORDS = 200


def pages(explained: Explanation, words: WhyWords, card: CardWords) -> list[str]:
    """Return the story as pages within the limit of an embed, no quote cut; what was weighed comes last."""
    told = packed(_blocks(explained, words, card))
    return [*told, table(explained.hits, words)] if explained.hits else told


def _blocks(explained: Explanation, words: WhyWords, card: CardWords) -> Iterator[str]:
    yield paragraph(explained, words, card)
    yield "\n".join(_question(explained, words, card))
    yield _sure(explained, words)
    for wording in wordings(explained.answer):
        for citation in wording.numbered:
            yield _quoted(citation, wording, explained, words, card)


def _question(explained: Explanation, words: WhyWords, card: CardWords) -> Iterator[str]:
    if explained.standalone != explained.answer.question:
        yield words.understood.format(question=inline(explained.standalone, _QUESTION))
    yield words.asked.format(moment=f"<t:{int(explained.asked.timestamp())}:f>")
    narrowed = ", ".join(_narrowed(explained.filters, words, card))
    if narrowed:
        yield words.narrowed.format(filters=narrowed)


def _narrowed(filters: Filters, words: WhyWords, card: CardWords) -> Iterator[str]:
    chosen = filtered(filters, card)
    if chosen:
        yield chosen
    if filters.outlets_left_out:
        names = ", ".join(inline(name, _OUTLET) for name in filters.outlets_left_out)
        yield words.left_out.format(outlets=names)


def _sure(explained: Explanation, words: WhyWords) -> str:
    # Whole percents are rounded down, so that what is below the threshold never reads as being at it.
    sure, threshold = int(explained.answer.confidence * 100), round(explained.threshold * 100)
    meaning = words.abstained if explained.answer.abstained else words.answered
    figures = words.confidence.format(sure=sure, threshold=threshold)
    return f"{figures}\n{meaning.format(sure=sure)}"


def _quoted(
    citation: Citation, wording: Wording, explained: Explanation, words: WhyWords, card: CardWords
) -> str:
    below = [f"{marker(citation)} {source(citation.article.draft, citation.link, card, _LINK)}"]
    reply = wording.reply if citation is wording.quoted else None
    if reply is not None:
        sure = int(reply.confidence * 100)
        below.append(words.read.format(words=inline(reply.words, _WORDS), sure=sure))
    hit = _passage(citation, explained)
    if hit is not None:
        below.append(words.passage.format(rank=hit.rank, scores=scored(hit, words)))
    below += beneath(citation.article.draft, citation.notice, card)
    quote, told = block_quote(citation.quote, reply.within if reply else None), "\n".join(below)
    shown = quote if len(quote) + 1 + len(told) <= DESCRIPTION else card.too_long
    return f"{shown}\n{told}"


def _passage(citation: Citation, explained: Explanation) -> Hit | None:
    """Return the passage weighed that the quote was taken from."""
    span = citation.span
    return next(
        (
            hit
            for hit in explained.hits
            if hit.article.version == citation.article.version
            and hit.span.start <= span.start
            and span.end <= hit.span.end
        ),
        None,
    )


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
    outlet = in_code_block(draft.outlet or "", _OUTLET_IN_TABLE)
    where = ", ".join(part for part in (outlet, str(draft.published or "")) if part)
    line = ": ".join(part for part in (where, draft.title) if part) or hit.article.id
    return in_code_block(shortened(line, _SOURCE), _SOURCE)


def _legend(names: Sequence[str], words: WhyWords) -> str:
    total = words.total_reranked if _RERANKED in names else words.total_means
    return "; ".join([*(words.meanings[name] for name in names if name in words.meanings), total]) + "."
