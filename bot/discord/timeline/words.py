"""The bot's own words about timelines, in English and Dutch."""

from bot.bilingual import Bilingual, Words, both


class TimelineWords(Words):
    """One language's words; a pair is for one and for more, with `{count}`."""

    timeline = both("Timeline", "Tijdlijn")
    nothing = both(
        "I found no article with a date that says anything of this: ask with fewer filters, or see in `/sources` what there is.",
        "Ik vond geen artikel met een datum dat hier iets over zegt: vraag het met minder filters, of kijk in `/sources` wat er is.",
    )
    earlier = both(
        ("One earlier value did not fit here.", "{count} earlier values did not fit here."),
        ("Eén eerdere waarde paste hier niet.", "{count} eerdere waarden pasten hier niet."),
    )
    sources_left_out = both(
        ("and one more article", "and {count} more articles"),
        ("en nog één artikel", "en nog {count} artikelen"),
    )
    other_units = both(
        "Values in another unit are not drawn.", "Waarden in een andere eenheid zijn niet getekend."
    )
    dark = both("For a dark screen", "Voor een donker scherm")
    light = both("For a light screen", "Voor een licht scherm")


TIMELINE = Bilingual(TimelineWords)
