"""The words of a card that are the bot's own, in English and Dutch."""

from bot.bilingual import Bilingual, both
from bot.telling.answer_words import AnswerWords


class CardWords(AnswerWords):
    """One language's words; a pair is for one and for more, with `{count}`."""

    question = both("Question", "Vraag")
    understood = both("Understood as", "Begrepen als")
    phrased = both(
        "Worded by a language model; every figure was checked against the quotations below.",
        "Verwoord door een taalmodel; elk getal is nagegaan in de citaten hieronder.",
    )
    being_phrased = both(
        "A language model is still wording this; every figure is checked against the quotations below.",
        "Een taalmodel is dit nog aan het verwoorden; elk getal wordt nagegaan in de citaten hieronder.",
    )
    differing = both("The sources differ:", "De bronnen verschillen:")
    figures = both("The figures: {figures}", "De getallen: {figures}")
    abstained = both("I found nothing that answers this.", "Ik vond niets dat dit beantwoordt.")
    unknown = both("No article that I found mentions {names}.", "Geen artikel dat ik vond noemt {names}.")
    either = both("or", "of")
    nearest = both("What comes nearest", "Wat er het dichtst bij komt")
    possibly = both("possibly", "mogelijk")
    article = both("article", "artikel")
    opens = both("open", "openen")
    quotes_left_out = both(
        ("One more quotation did not fit here.", "{count} more quotations did not fit here."),
        ("Nog één citaat paste hier niet.", "Nog {count} citaten pasten hier niet."),
    )
    sources_left_out = both(
        ("One more source did not fit here.", "{count} more sources did not fit here."),
        ("Nog één bron paste hier niet.", "Nog {count} bronnen pasten hier niet."),
    )
    too_long = both(
        "This quotation is too long to show here: its source has it in full.",
        "Dit citaat is te lang om hier te tonen: het staat volledig in de bron.",
    )
    corrected = both("**Corrected** {date}: {note}", "**Gecorrigeerd** {date}: {note}")
    withdrawn = both("**Withdrawn** {date}: {note}", "**Ingetrokken** {date}: {note}")
    only = both("Only articles {filters}.", "Alleen artikelen {filters}.")
    since = both("since {date}", "sinds {date}")
    until = both("until {date}", "tot en met {date}")
    as_of = both("that were there by {date}", "die er waren op {date}")
    outlet = both("of {outlet}", "van {outlet}")
    kind = both("of the kind “{kind}”", "van het soort “{kind}”")


CARD = Bilingual(CardWords)
