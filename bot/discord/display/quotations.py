"""The quotations of an answer: what answers, each wording once, as much of it as a card has rows for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.cautions import captioned
from bot.discord.display.card_words import CardWords
from bot.discord.display.escape import block_quote, inline, shortened, strike
from bot.discord.display.sources import origin
from bot.discord.display.stretch import WIDTH, Stretch, stretches
from bot.wordings import SHORT, Wording, wordings
from retrieval.search.results import Answer, Citation

_CONTEXT = 200
_FIGURES = 200


@dataclass(frozen=True, slots=True)
class Quotation:
    """One wording on a card; `withheld` where it is too long to be shown.

    `figures` are those of what answers, as readers of the card write them; empty where the article does.
    `stretch` is what is shown of the wording, None for all of it. `doubted` says that it may be no answer,
    `numbered` that its markers stand beside it: other quotations or words rest on it too.
    """

    wording: Wording
    figures: str = ""
    withheld: bool = False
    stretch: Stretch | None = None
    doubted: bool = False
    numbered: bool = False

    @property
    def leads(self) -> bool:
        """Whether the words that answer stand above the quotation, and their figures beside them.

        Words that are most of a sentence are read in it: twice they would fill a phone.
        """
        said = inline(self.wording.headline, SHORT)
        short = len(said) <= WIDTH or 2 * len(said) <= len(self.wording.quoted.quote)
        return bool(said) and short

    @property
    def struck(self) -> bool:
        """Whether a correction or withdrawal has taken back what is quoted."""
        return overtaken(self.wording.quoted)

    def text(self, words: CardWords) -> str:
        """Return what answers, by whom and when, with the block quote that it stands in."""
        markers = " ".join(map(marker, self.wording.numbered)) if self.numbered else ""
        if self.leads:
            signed = " ".join(filter(None, (origin(self.wording.quoted.article.draft, words), markers)))
            said = " · ".join(filter(None, (said_boldly(self.wording, self.figures), signed)))
            below = words.too_long if self.withheld else self._block()
            return f"{captioned(self._cautions(words), said)}\n{below}"
        caution = captioned(self._cautions(words), "").strip()
        if self.withheld:
            return " ".join(filter(None, (caution, words.too_long, markers)))
        block = " ".join(filter(None, (self._block(), markers)))
        return f"{caution}\n{block}".strip()

    def without_wording(self) -> Quotation:
        """Return it without the block quote."""
        return replace(self, withheld=True)

    def without_words(self) -> Quotation:
        """Return it without a word of it."""
        return replace(self, wording=replace(self.wording, reply=None), withheld=True)

    def fuller_first(self) -> Iterator[Quotation]:
        """Yield it with all of its wording, then with less and less of it."""
        cited, reply = self.wording.quoted, self.wording.reply
        language = cited.article.draft.language
        for stretch in stretches(cited.quote, reply.within if reply else None, language):
            yield replace(self, stretch=stretch)

    def _cautions(self, words: CardWords) -> list[str]:
        return [*([words.possibly] if self.doubted else []), *cautioned(self.wording, words)]

    def _block(self) -> str:
        """Return the quotation with what answers in bold, below the line that gives it its sense."""
        wording = self.wording
        shown = self.stretch or Stretch(wording.quoted.quote, wording.reply.within if wording.reply else None)
        quote = block_quote(shown.text, shown.bold, struck=self.struck)
        return f"{block_quote(shortened(wording.context, _CONTEXT))}\n{quote}" if wording.context else quote


def quotations(answer: Answer, words: CardWords) -> tuple[Quotation, ...]:
    """Return the quotations of an answer, in the order of first appearance."""
    return tuple(Quotation(one, figures_of(one, words)) for one in wordings(answer))


def marker(citation: Citation) -> str:
    """Return the number that ties a quotation to its source, in bold."""
    return f"**[{citation.number}]**"


def overtaken(citation: Citation) -> bool:
    """Tell whether a correction or withdrawal in force has taken back what is quoted."""
    return citation.notice is not None and citation.notice.overtakes(citation.article, citation.quote)


def said_boldly(wording: Wording, figures: str, longest: int = SHORT) -> str:
    """Return the words that answer in bold, their figures beside them; struck through where taken back.

    Empty where nothing of them is to be seen.
    """
    seen = inline(wording.reply.words if wording.reply else "", longest)
    if not seen:
        return ""
    said = f"**{seen}** ({inline(figures, _FIGURES)})" if figures else f"**{seen}**"
    return strike(said) if overtaken(wording.quoted) else said


def cautious(answer: Answer, words: CardWords) -> str:
    """Return what to know before words that rest on the quotations of an answer, by their numbers."""
    told = (
        (" ".join(map(marker, one.numbered)), ", ".join(cautioned(replace(one, earlier=False), words)))
        for one in wordings(answer)
    )
    listed = "; ".join(f"{markers} {caution}" for markers, caution in told if caution)
    return words.beware.format(cautions=listed) if listed else ""


def cautioned(wording: Wording, words: CardWords) -> list[str]:
    """Return what to know before a wording, in the bot's words."""
    return [words.cautions[one] for one in wording.cautions]


def figures_of(wording: Wording, words: CardWords) -> str:
    """Return the figures of what answers in another language, as readers of the card write them."""
    quoted_in = wording.quoted.article.draft.language
    return ", ".join(wording.figures(words.code)) if quoted_in else ""
