"""The words about an answer that the terminal and the cards in Discord share, in English and Dutch."""

from __future__ import annotations

from bot.bilingual import Words, both, each
from bot.cautions import KINDS, Caution
from bot.marks import kind_named


class AnswerWords(Words):
    """One language's words; `cautions` stand before what they are about."""

    beware = both("Mind: {cautions}.", "Let op: {cautions}.")
    cautions = each(
        {
            Caution.EARLIER: ("earlier", "eerder"),
            **{caution: (kind_named(kind, "en"), kind_named(kind, "nl")) for kind, caution in KINDS.items()},
            Caution.REFUTED: ("untrue, the article says", "onwaar, zegt het artikel"),
            Caution.PASSED: ("now past", "inmiddels voorbij"),
        }
    )
