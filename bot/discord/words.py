"""The bot's own words, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; a pair is for one and for more, with `{count}`."""

    question: str
    sources: str
    abstained: str
    nearest: str
    article: str
    opens: str
    quotes_left_out: tuple[str, str]
    sources_left_out: tuple[str, str]
    too_long: str
    not_a_date: str
    dates_swapped: str
    apology: str
    too_slow: str
    stopping: str
    busy: str
    months: tuple[str, ...]


ENGLISH = Words(
    question="Question",
    sources="Sources",
    abstained="I found no sentence that answers this.",
    nearest="Nearest articles",
    article="article",
    opens="open",
    quotes_left_out=("One more quotation did not fit here.", "{count} more quotations did not fit here."),
    sources_left_out=("One more source did not fit here.", "{count} more sources did not fit here."),
    too_long="This quotation is too long to show here: its source has it in full.",
    not_a_date="“{written}” is not a date I can read: write YYYY, YYYY-MM or YYYY-MM-DD, such as 2023-09.",
    dates_swapped="No article can be both since {since} and until {until}: swap the two dates.",
    apology="Something went wrong and I have no answer; if it persists, give the operator this: {incident}.",
    too_slow="I could not find an answer in time: please ask again in a few minutes.",
    stopping="I am being restarted and could not finish this: please ask again in a minute.",
    busy="Too many questions are waiting: please ask again in a minute.",
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
)

DUTCH = Words(
    question="Vraag",
    sources="Bronnen",
    abstained="Ik vond geen zin die dit beantwoordt.",
    nearest="Dichtstbijzijnde artikelen",
    article="artikel",
    opens="openen",
    quotes_left_out=("Nog één citaat paste hier niet.", "Nog {count} citaten pasten hier niet."),
    sources_left_out=("Nog één bron paste hier niet.", "Nog {count} bronnen pasten hier niet."),
    too_long="Dit citaat is te lang om hier te tonen: het staat volledig in de bron.",
    not_a_date="“{written}” kan ik niet als datum lezen: schrijf JJJJ, JJJJ-MM of JJJJ-MM-DD, zoals 2023-09.",
    dates_swapped="Geen artikel is zowel van sinds {since} als van tot {until}: draai de twee datums om.",
    apology="Er ging iets mis en ik heb geen antwoord; blijft dat zo, geef de beheerder dan dit: {incident}.",
    too_slow="Ik vond niet op tijd een antwoord: vraag het over een paar minuten opnieuw.",
    stopping="Ik word herstart en kon dit niet afmaken: vraag het over een minuut opnieuw.",
    busy="Er wachten te veel vragen: vraag het over een minuut opnieuw.",
    months=(
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
)


def words_for(locale: str) -> Words:
    """Return the words for a Discord language code: Dutch for `nl`, English for every other."""
    return DUTCH if locale == "nl" else ENGLISH


def counted(pair: tuple[str, str], count: int) -> str:
    """Return the one of a pair that fits the count, with the count filled in."""
    return pair[count != 1].format(count=count)
