"""Which of the quotes that answer are shown, and in which order: no filler, the newest first."""

from collections.abc import Sequence

from corpus.article import Genre
from corpus.dates import newest_first
from corpus.live_entries import entry_of
from retrieval.answering.confidence import THRESHOLD
from retrieval.answering.differences import kinds_in
from retrieval.answering.quoting import Quote
from retrieval.search.repetition import one_holds_the_other, says_the_same

MOST = 3  # quotes in an answer


def shown(quotes: Sequence[Quote], *, dated: bool, threshold: float = THRESHOLD) -> list[Quote]:
    """Return one to three quotes that answer, in the order in which they are shown; none where none is sure.

    Beside the best, a quote is shown as far as it competes with it, or where another article answers with a
    figure of the same kind, or a newer one in words: that may be what is so now, or was before; as articles
    count the entries of a live blog. Of one article further quotes are shown only where they answer in other
    words. What different articles answer stands newest first, unless the question is `dated`: then the surest
    stands first.

    Args:
        quotes: what was read, the most promising first.
        dated: whether the question names a time.
        threshold: the probability from which a quote answers.
    """
    kept: list[Quote] = []
    for quote in quotes:
        competes = quote.probability * quote.share >= threshold
        alike = bool(kept) and quote.probability >= threshold and _is_alike(quote, kept[0])
        adds = not (kept and quote.echoes)
        if adds and (competes or alike) and not any(_adds_nothing(quote, one) for one in kept):
            kept.append(quote)
    if dated or not kept:
        return kept[:MOST]
    newest = sorted(kept, key=_age)[:MOST]
    # The surest is never left out for newer ones.
    return newest if kept[0] in newest else sorted([*newest[:-1], kept[0]], key=_age)


def _is_alike(quote: Quote, best: Quote) -> bool:
    """Tell whether another article or entry answers with a figure of the best's kind, or newer without."""
    kinds, others = (kinds_in(one.text, one.within, one.language) for one in (quote, best))
    newer = not (kinds or others) and _age(quote)[0] < _age(best)[0]
    elsewhere = quote.article.id != best.article.id or (_is_live(quote) and _minute(quote) != _minute(best))
    return elsewhere and (bool(kinds & others) or newer)


def _is_live(quote: Quote) -> bool:
    return quote.article.draft.genre is Genre.LIVE_BLOG


def _adds_nothing(quote: Quote, other: Quote) -> bool:
    if says_the_same(quote.text, other.text):
        return True
    languages = quote.language, other.language
    return quote.article.id == other.article.id and one_holds_the_other(quote.words, other.words, *languages)


def _age(quote: Quote) -> tuple[int, int]:
    """Order the newest first, of one live page too; what has no date stands last."""
    return newest_first(quote.article.draft.published), -_minute(quote)


def _minute(quote: Quote) -> int:
    """Return the minute that its entry opens with; -1 where it opens with none.

    Outside of a live blog that is only the paragraph that it stands in: below an hour may stand anything.
    """
    text, start = quote.article.draft.text, quote.span.start
    above = 0 if _is_live(quote) else text.rfind("\n\n", 0, start + 1) + 1
    entry = entry_of(text[above : None if _is_live(quote) else quote.span.end], start - above)
    return entry.minute if entry else -1
