"""What stands where on a card: what is said, the quotations, values that differ, sources, small remarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.discord.cards.quotations import Quotation, source_lines
from bot.discord.cards.words import CardWords

# A link may take this part of the room, so that three of them always leave half of it to the words.
_LINK_SHARE = 6


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a card, all but `quotations` finished Markdown.

    `notes` say what was left out. `figures` are small lines, one for each quotation or none at all, empty
    where there is nothing to say; so are `values` and `lead` empty.
    """

    quotations: tuple[Quotation, ...]
    notes: tuple[str, ...] = ()
    lead: str = ""
    values: str = ""
    figures: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    def led_by(self, said: str) -> Layout:
        """Return it with something said above the quotations."""
        return replace(self, lead=said)

    def with_values(self, values: str) -> Layout:
        """Return it with a list of values that differ."""
        return replace(self, values=values)

    def with_figures(self, figures: Sequence[str]) -> Layout:
        """Return it with a small line under each quotation, or none where one is empty."""
        return replace(self, figures=tuple(figures))

    def with_remark(self, remark: str) -> Layout:
        """Return it with one more small line at the end, if it says anything."""
        return replace(self, remarks=(*self.remarks, remark)) if remark else self

    def text(self, words: CardWords, room: int) -> str:
        """Return it as Markdown; `room` characters decide how long a link may be."""
        below = self.figures or ("",) * len(self.quotations)
        quoted = [
            "\n".join(filter(None, (quotation.text(words), figures)))
            for quotation, figures in zip(self.quotations, below, strict=True)
        ]
        sources = source_lines(self.quotations, words, room // _LINK_SHARE)
        listed = "\n".join([f"**{words.sources}**", *sources, *self.remarks])
        blocks = [self.lead, *quoted, *self.notes, self.values, listed]
        return "\n\n".join(filter(None, blocks))
