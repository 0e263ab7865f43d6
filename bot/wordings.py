"""What an answer quotes: each wording once, with all its sources and the words in it that answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.cautions import Caution, cautions
from corpus.article import Genre
from corpus.live_entries import entry_of
from retrieval.answering.differences import figure_of
from retrieval.figures.repeating import repeated
from retrieval.search.repetition import one_holds_the_other, says_the_same
from retrieval.search.results import Answer, Citation, Reply

SHORT = 120  # characters of words that stand alone above their quotation


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording and the citations that have it; the first is the one that is shown.

    `reply` are the words in it that answer; None in answers of before there were any. `earlier` says that
    they stand in an older article than the first words of the answer, and answer otherwise.
    """

    citations: tuple[Citation, ...]
    reply: Reply | None = None
    earlier: bool = False

    @property
    def quoted(self) -> Citation:
        """The citation whose quote is shown."""
        return self.citations[0]

    @property
    def numbered(self) -> tuple[Citation, ...]:
        """Its citations by their numbers."""
        return tuple(sorted(self.citations, key=lambda one: one.number))

    @property
    def context(self) -> str | None:
        """What stands before the quote and gives it sense, in answers that say which words answer."""
        context = self.quoted.context if self.reply else None
        return context.of(self.quoted.article.draft.text) if context else None

    @property
    def headline(self) -> str:
        """The words that answer on one line; empty where they are most of the quote, or no few words."""
        if self.reply is None:
            return ""
        within, quote = self.reply.within, self.quoted.quote
        words = " ".join(self.reply.words.split())
        rest = quote[: within.start] + quote[within.end :]
        return words if len(words) <= SHORT and any(map(str.isalnum, rest)) else ""

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """What to know before the words."""
        return cautions(self.quoted, self.reply, earlier=self.earlier)

    def figures(self, language: str | None) -> tuple[str, ...]:
        """Return the figures of the words that answer, as readers of `language` write them.

        None where the article writes them so, or where so much answers that its figures alone do not.
        """
        if self.reply is None or len(self.reply.words) > SHORT:
            return ()
        cited = self.quoted
        return repeated(cited.quote, cited.article.draft.language, language, self.reply.within)


def wordings(answer: Answer) -> tuple[Wording, ...]:
    """Return each wording once, in the order of first appearance.

    Case and spacing make no other wording; nor does what leaves nearly the same words, where it is known
    which words answer.
    """
    groups: dict[str, list[Citation]] = {}
    for citation in answer.citations:
        groups.setdefault(_key(citation, answer.answers), []).append(citation)
    return tuple(_wording(group, answer) for group in groups.values())


def _key(citation: Citation, replies: Sequence[Reply]) -> str:
    quotes = (one.citation.quote for one in replies)
    quote = next((one for one in quotes if says_the_same(one, citation.quote)), citation.quote)
    return " ".join(quote.split()).casefold()


def _wording(group: Sequence[Citation], answer: Answer) -> Wording:
    numbers = {one.number for one in group}
    reply = next((one for one in answer.answers if one.citation.number in numbers), None)
    if reply is None:
        return Wording(tuple(group))
    first = reply.citation.number
    return Wording(
        tuple(sorted(group, key=lambda one: one.number != first)), reply, _is_earlier(reply, answer)
    )


def _is_earlier(reply: Reply, answer: Answer) -> bool:
    first = answer.answers[0]
    if reply.citation.article.id == first.citation.article.id:
        return _stands_below(reply, first)
    written, newest = (one.citation.article.draft.published for one in (reply, first))
    older = written is not None and newest is not None and written.last() < newest.first()
    return older and _differ(reply, first, answer)


def _stands_below(reply: Reply, first: Reply) -> bool:
    """Tell whether a reply stands in an older entry of the same live blog."""
    draft = reply.citation.article.draft
    if draft.genre is not Genre.LIVE_BLOG:
        return False
    entry, newest = (entry_of(draft.text, one.span.start) for one in (reply, first))
    return entry is not None and newest is not None and entry.minute < newest.minute


def _differ(one: Reply, other: Reply, answer: Answer) -> bool:
    """Tell whether two replies answer otherwise: with values that differ, or in other words without any."""
    if answer.values:
        both = {one.citation.number, other.citation.number}
        return not any(both <= numbers for numbers in _numbers(answer))
    if figure_of(one) is not None and figure_of(other) is not None:
        return False
    languages = (each.citation.article.draft.language for each in (one, other))
    return not one_holds_the_other(one.words, other.words, *languages)


def _numbers(answer: Answer) -> Iterator[set[int]]:
    return ({cited.number for cited in value.citations} for value in answer.values)
