"""An answer on the terminal while it is being phrased: each verified sentence on a line as it comes."""

from __future__ import annotations

from bot.terminal.console import output, print_text
from bot.terminal.words import TERMINAL, spoken
from retrieval.search.results import Answer


class Shown:
    """What a terminal shows of an answer that still grows."""

    def __init__(self) -> None:
        self._text = ""

    def show(self, answer: Answer) -> None:
        """Show the sentences that have come since the last time."""
        print_text(answer.text[len(self._text) :].strip())
        self._text = answer.text

    def all_of(self, answer: Answer) -> bool:
        """Tell whether the terminal shows the whole text; where quotations replaced it, say so."""
        if self._text and self._text != answer.text:
            output().print(f"{TERMINAL.of(spoken(answer.question)).quotations_instead}\n", style="dim")
        return bool(self._text) and self._text == answer.text
