"""The words of a card that are the bot's own, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass

from bot.discord.words import Bilingual


@dataclass(frozen=True, slots=True)
class CardWords:
    """One language's words; a pair is for one and for more, with `{count}`."""

    question: str
    understood: str
    sources: str
    abstained: str
    article: str
    opens: str
    quotes_left_out: tuple[str, str]
    sources_left_out: tuple[str, str]
    too_long: str
    corrected: str
    withdrawn: str
    months: tuple[str, ...]


CARD = Bilingual(
    english=CardWords(
        question="Question",
        understood="Understood as",
        sources="Sources",
        abstained="I found no sentence that answers this.",
        article="article",
        opens="open",
        quotes_left_out=("One more quotation did not fit here.", "{count} more quotations did not fit here."),
        sources_left_out=("One more source did not fit here.", "{count} more sources did not fit here."),
        too_long="This quotation is too long to show here: its source has it in full.",
        corrected="**Corrected** {date}: {note}",
        withdrawn="**Withdrawn** {date}: {note}",
        months=(
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
    ),
    dutch=CardWords(
        question="Vraag",
        understood="Begrepen als",
        sources="Bronnen",
        abstained="Ik vond geen zin die dit beantwoordt.",
        article="artikel",
        opens="openen",
        quotes_left_out=("Nog één citaat paste hier niet.", "Nog {count} citaten pasten hier niet."),
        sources_left_out=("Nog één bron paste hier niet.", "Nog {count} bronnen pasten hier niet."),
        too_long="Dit citaat is te lang om hier te tonen: het staat volledig in de bron.",
        corrected="**Gecorrigeerd** {date}: {note}",
        withdrawn="**Ingetrokken** {date}: {note}",
        months=(
            *("januari", "februari", "maart", "april", "mei", "juni"),
            *("juli", "augustus", "september", "oktober", "november", "december"),
        ),
    ),
)
