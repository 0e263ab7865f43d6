"""The quotations of an answer: what answers, each wording once, with all its sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.cautions import captioned
from bot.discord.cards.escape import block_quote, inline, shortened
from bot.discord.cards.notices import beneath
from bot.discord.cards.sources import origin, source
from bot.discord.cards.words import CardWords
from bot.wordings import SHORT, Wording, wordings
from retrieval.results import Answer, Citation

_CONTEXT = 200
_FIGURES = 200


@dataclass(frozen=True, slots=True)
class Quotation:
    """One wording on a card; `withheld` where it is too long to be shown.

    `figures` are those of what answers, as readers of the card write them; empty where the article does.
    """

    wording: Wording
    figures: str = ""
    withheld: bool = False

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations that have the wording."""
        return self.wording.citations

    @property
    def leads(self) -> bool:
        """Whether the words that answer stand above the quotation, and their figures beside them."""
        return bool(inline(self.wording.headline, SHORT))

    def text(self, words: CardWords) -> str:
        """Return what answers, by whom and when, with the block quote that it stands in and its markers."""
        markers = " ".join(map(marker, self.wording.numbered))
        signed = " ".join(filter(None, (origin(self.wording.quoted.article.draft, words), markers)))
        if self.leads:
            said = f"**{inline(self.wording.headline, SHORT)}**{self._beside()} · {signed}"
            below = words.too_long if self.withheld else self._block()
            return f"{captioned(_cautions(self.wording, words), said)}\n{below}"
        caution = captioned(_cautions(self.wording, words), "").strip()
        if self.withheld:
            return f"{caution} {words.too_long} {markers}".strip()
        signature = f"\n{signed}" if self.wording.reply else f" {markers}"
        return f"{caution}\n{self._block()}{signature}".strip()

    def with_sources(self, count: int) -> Quotation:
        """Return it with its first `count` citations alone."""
        return replace(self, wording=self.wording.with_sources(count))

    def without_wording(self) -> Quotation:
        """Return it without the block quote."""
        return replace(self, withheld=True)

    def without_words(self) -> Quotation:
        """Return it as sources alone."""
        return replace(self, wording=replace(self.wording, reply=None), withheld=True)

    def _beside(self) -> str:
        return f" ({inline(self.figures, _FIGURES)})" if self.figures else ""

    def _block(self) -> str:
        """Return the quotation with what answers in bold, below the line that gives it its sense."""
        wording = self.wording
        quote = block_quote(wording.quoted.quote, wording.reply.within if wording.reply else None)
        return f"{block_quote(shortened(wording.context, _CONTEXT))}\n{quote}" if wording.context else quote


def quotations(answer: Answer, words: CardWords) -> tuple[Quotation, ...]:
    """Return the quotations of an answer, in the order of first appearance."""
    return tuple(Quotation(one, _figures(one, words)) for one in wordings(answer))


def marker(citation: Citation) -> str:
    """Return the number that ties a quotation to its source, in bold."""
    return f"**[{citation.number}]**"


def cautious(answer: Answer, words: CardWords) -> str:
    """Return what to know before words that rest on the quotations of an answer, by their numbers."""
    told = (
        (" ".join(map(marker, one.numbered)), ", ".join(_cautions(replace(one, earlier=False), words)))
        for one in wordings(answer)
    )
    listed = "; ".join(f"{markers} {caution}" for markers, caution in told if caution)
    return words.beware.format(cautions=listed) if listed else ""


def source_lines(shown: Iterable[Quotation], words: CardWords, longest_link: int) -> list[str]:
    """Return a numbered line for every source of the quotations, by number."""
    citations = sorted(
        (citation for quotation in shown for citation in quotation.citations),
        key=lambda citation: citation.number,
    )
    return [_source_line(citation, words, longest_link) for citation in citations]


def _cautions(wording: Wording, words: CardWords) -> list[str]:
    return [words.cautions[one] for one in wording.cautions]


def _figures(wording: Wording, words: CardWords) -> str:
    """Return the figures of what answers in another language, as readers of the card write them."""
    quoted_in = wording.quoted.article.draft.language
    return ", ".join(wording.figures(words.code)) if quoted_in else ""


def _source_line(citation: Citation, words: CardWords, longest_link: int) -> str:
    draft = citation.article.draft
    line = f"{marker(citation)} {source(draft, citation.link, words, longest_link)}"
    return "\n".join([line, *beneath(draft, citation.notice, words, kind=False)])
