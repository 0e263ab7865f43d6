"""The bot's own words about timelines, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass

from bot.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class TimelineWords:
    """One language's words; a pair is for one and for more, with `{count}`."""

    timeline: str
    nothing: str
    earlier: tuple[str, str]
    sources_left_out: tuple[str, str]
    other_units: str
    dark: str
    light: str


TIMELINE = Bilingual(
    english=TimelineWords(
        timeline="Timeline",
        nothing="I found no article with a date that says anything of this: ask with fewer filters, or see in `/sources` what there is.",
        earlier=("One earlier value did not fit here.", "{count} earlier values did not fit here."),
        sources_left_out=("and one more article", "and {count} more articles"),
        other_units="Values in another unit are not drawn.",
        dark="For a dark screen",
        light="For a light screen",
    ),
    dutch=TimelineWords(
        timeline="Tijdlijn",
        nothing="Ik vond geen artikel met een datum dat hier iets over zegt: vraag het met minder filters, of kijk in `/sources` wat er is.",
        earlier=("Eén eerdere waarde paste hier niet.", "{count} eerdere waarden pasten hier niet."),
        sources_left_out=("en nog één artikel", "en nog {count} artikelen"),
        other_units="Waarden in een andere eenheid zijn niet getekend.",
        dark="Voor een donker scherm",
        light="Voor een licht scherm",
    ),
)
