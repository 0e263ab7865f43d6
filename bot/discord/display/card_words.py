"""The words of a card that are the bot's own, in English and Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.bilingual import Bilingual
from bot.cautions import KINDS, Caution
from bot.marks import DUTCH, kind_named


@dataclass(frozen=True, slots=True)
class CardWords:
    """One language's words, and its ISO 639-1 code; a pair is for one and for more, with `{count}`.

    `cautions` stand before what they are about.
    """

    code: str
    question: str
    understood: str
    phrased: str
    being_phrased: str
    differing: str
    figures: str
    abstained: str
    unknown: str
    unread: str
    either: str
    nearest: str
    cautions: Mapping[Caution, str]
    beware: str
    possibly: str
    article: str
    opens: str
    quotes_left_out: tuple[str, str]
    sources_left_out: tuple[str, str]
    too_long: str
    corrected: str
    withdrawn: str
    only: str
    since: str
    until: str
    as_of: str
    outlet: str
    kind: str


CARD = Bilingual(
    english=CardWords(
        code="en",
        question="Question",
        understood="Understood as",
        phrased="Worded by a language model; every figure was checked against the quotations below.",
        being_phrased="A language model is still wording this; every figure is checked against the quotations below.",
        differing="The sources differ:",
        figures="The figures: {figures}",
        abstained="I found nothing that answers this.",
        unknown="No article that I found mentions {names}.",
        unread="I read questions in Dutch and English, and this seems to be neither. Please ask in one of them.",
        either="or",
        nearest="What comes nearest",
        cautions={one: one.value for one in Caution},
        beware="Mind: {cautions}.",
        possibly="possibly",
        article="article",
        opens="open",
        quotes_left_out=("One more quotation did not fit here.", "{count} more quotations did not fit here."),
        sources_left_out=("One more source did not fit here.", "{count} more sources did not fit here."),
        too_long="This quotation is too long to show here: its source has it in full.",
        corrected="**Corrected** {date}: {note}",
        withdrawn="**Withdrawn** {date}: {note}",
        only="Only articles {filters}.",
        since="since {date}",
        until="until {date}",
        as_of="that were there by {date}",
        outlet="of {outlet}",
        kind="of the kind “{kind}”",
    ),
    dutch=CardWords(
        code="nl",
        question="Vraag",
        understood="Begrepen als",
        phrased="Verwoord door een taalmodel; elk getal is nagegaan in de citaten hieronder.",
        being_phrased="Een taalmodel is dit nog aan het verwoorden; elk getal wordt nagegaan in de citaten hieronder.",
        differing="De bronnen verschillen:",
        figures="De getallen: {figures}",
        abstained="Ik vond niets dat dit beantwoordt.",
        unknown="Geen artikel dat ik vond noemt {names}.",
        unread="Ik lees vragen in het Nederlands en het Engels, en dit lijkt geen van beide. Stel je vraag in een ervan.",
        either="of",
        nearest="Wat er het dichtst bij komt",
        cautions={
            Caution.EARLIER: "eerder",
            **{caution: kind_named(kind, DUTCH) for kind, caution in KINDS.items()},
            Caution.REFUTED: "onwaar, zegt het artikel",
            Caution.PASSED: "inmiddels voorbij",
        },
        beware="Let op: {cautions}.",
        possibly="mogelijk",
        article="artikel",
        opens="openen",
        quotes_left_out=("Nog één citaat paste hier niet.", "Nog {count} citaten pasten hier niet."),
        sources_left_out=("Nog één bron paste hier niet.", "Nog {count} bronnen pasten hier niet."),
        too_long="Dit citaat is te lang om hier te tonen: het staat volledig in de bron.",
        corrected="**Gecorrigeerd** {date}: {note}",
        withdrawn="**Ingetrokken** {date}: {note}",
        only="Alleen artikelen {filters}.",
        since="sinds {date}",
        until="tot en met {date}",
        as_of="die er waren op {date}",
        outlet="van {outlet}",
        kind="van het soort “{kind}”",
    ),
)
