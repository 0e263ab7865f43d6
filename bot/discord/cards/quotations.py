"""The quotations of an answer: each wording once, with all its sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.discord.cards.escape import block_quote
from bot.discord.cards.notices import noticed
from bot.discord.cards.sources import source
from bot.discord.cards.words import CardWords
from retrieval.results import Citation


@dataclass(frozen=True, slots=True)
class Quotation:
    """One wording and the citations that have it; `withheld` where it is too long to be shown."""

    citations: tuple[Citation, ...]
    withheld: bool = False

    def text(self, words: CardWords) -> str:
        """Return it as a block quote that ends with its markers."""
        markers = " ".join(marker(citation) for citation in self.citations)
        if self.withheld:
            return f"{words.too_long} {markers}"
        return f"{block_quote(self.citations[0].quote)} {markers}"

    def with_sources(self, count: int) -> Quotation:
        """Return it with its first `count` citations alone."""
        return replace(self, citations=self.citations[:count])

    def without_wording(self) -> Quotation:
        """Return it as sources alone."""
        return replace(self, withheld=True)


def quotations(citations: Iterable[Citation]) -> tuple[Quotation, ...]:
    """Return each wording once, in the order of first appearance; case and spacing make no other wording."""
    groups: dict[str, list[Citation]] = {}
    for citation in citations:
        groups.setdefault(" ".join(citation.quote.split()).casefold(), []).append(citation)
    return tuple(Quotation(tuple(group)) for group in groups.values())


def marker(citation: Citation) -> str:
    """Return the number that ties a quotation to its source; bold, which no article's text can be."""
    return f"**[{citation.number}]**"


def source_lines(shown: Iterable[Quotation], words: CardWords, longest_link: int) -> list[str]:
    """Return a numbered line for every source of the quotations, by number."""
    citations = sorted(
        (citation for quotation in shown for citation in quotation.citations),
        key=lambda citation: citation.number,
    )
    return [_source_line(citation, words, longest_link) for citation in citations]


def _source_line(citation: Citation, words: CardWords, longest_link: int) -> str:
    line = f"{marker(citation)} {source(citation.article.draft, citation.link, words, longest_link)}"
    return f"{line}\n{noticed(citation.notice, words)}" if citation.notice else line
