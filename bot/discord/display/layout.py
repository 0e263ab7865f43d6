"""What stands where on a card: notices, what is said, the quotations, the articles, small remarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.discord.display.card_words import CardWords
from bot.discord.display.cited import Cited
from bot.discord.display.quotations import Quotation

# A link may take this part of the room, so that three of them always leave half of it to the words.
_LINK_SHARE = 6
# Characters of a title: two rows of a phone, or one where there are few.
_TITLES = (76, 36)


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a card, all but `quotations` and `cited` finished Markdown.

    `notices` say what was corrected or withdrawn, `notes` what was left out. `figures` are small lines, one
    for each quotation or none at all, empty where there is nothing to say; so is `lead` empty. `differing`
    stands above what other articles say where values differ.
    """

    quotations: tuple[Quotation, ...]
    cited: tuple[Cited, ...]
    notices: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    lead: str = ""
    differing: str = ""
    figures: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    longest_title: int = _TITLES[0]

    def led_by(self, said: str) -> Layout:
        """Return it with something said above the quotations."""
        return replace(self, lead=said)

    def with_figures(self, figures: Sequence[str]) -> Layout:
        """Return it with a small line under each quotation, or none where one is empty."""
        return replace(self, figures=tuple(figures))

    def with_remark(self, remark: str) -> Layout:
        """Return it with one more small line at the end, if it says anything."""
        return replace(self, remarks=(*self.remarks, remark)) if remark else self

    def fuller_first(self) -> Iterator[Layout]:
        """Yield it with shorter and shorter titles and, where one is quoted alone, less and less of that."""
        alone = self.quotations[0] if len(self.quotations) == 1 and not self.lead else None
        for quotation in alone.fuller_first() if alone else (None,):
            quoted = (quotation,) if quotation else self.quotations
            yield from (replace(self, quotations=quoted, longest_title=longest) for longest in _TITLES)

    def text(self, words: CardWords, room: int) -> str:
        """Return it as Markdown; `room` characters decide how long a link may be."""
        above = "\n".join(filter(None, (*self.notices, self.lead)))
        below = "\n".join(filter(None, (*self.notes, *self._listed(words, room), *self.remarks)))
        quoted = "\n\n".join(self._quoted(words))
        opened = filter(None, (above, quoted))
        told = ("\n\n" if self.lead else "\n").join(opened)
        return ("\n" if len(self.quotations) == 1 else "\n\n").join((told, below))

    def _quoted(self, words: CardWords) -> list[str]:
        below = self.figures or ("",) * len(self.quotations)
        return [
            "\n".join(filter(None, (quotation.text(words), figures)))
            for quotation, figures in zip(self.quotations, below, strict=True)
        ]

    def _listed(self, words: CardWords, room: int) -> list[str]:
        lines = [one.line(words, room // _LINK_SHARE, self.longest_title) for one in self.cited]
        return [*lines[:1], f"\n{self.differing}", *lines[1:]] if self.differing else lines
