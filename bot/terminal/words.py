"""The terminal's own words about what was asked, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass

from bot.bilingual import Bilingual
from bot.discord.display.card_words import CARD, CardWords
from corpus.tokens import words
from retrieval.language import function_words


@dataclass(frozen=True, slots=True)
class TerminalWords:
    """One language's words. What the cards in Discord say too is theirs, in `card`."""

    card: CardWords
    none: str
    none_for_everyone: str
    no_passage: str
    nearest: str
    answer: str
    quotations_instead: str
    differing: str
    unsure: str
    beware: str
    corrected: str
    withdrawn: str
    understood_aside: str
    understood: str
    asked: str
    narrowed: str
    nothing: str
    confidence: str
    threshold: str
    weighed: str
    score: str
    article: str
    source: str
    no_timeline: str
    published: str
    value: str
    outlet: str
    quote: str
    link: str
    other_units: str


TERMINAL = Bilingual(
    english=TerminalWords(
        card=CARD.english,
        none="There are no articles yet: `newsdesk add --samples` adds some to try, `newsdesk add` with an address, file or folder your own.",
        none_for_everyone="No article is here for everyone: name a Discord server with --guild, or add some with `newsdesk add`.",
        no_passage="No passage is found: see `newsdesk list`, or ask with fewer filters.",
        nearest="The nearest passages:",
        answer="answer",
        quotations_instead="The quotations take its place:",
        differing="The articles give different values, newest first:",
        unsure="I am not sure that this answers the question ({sure}%).",
        beware="Mind: {cautions}.",
        corrected="corrected",
        withdrawn="withdrawn",
        understood_aside="(understood as: {question})",
        understood="understood as",
        asked="asked",
        narrowed="narrowed to",
        nothing="nothing",
        confidence="confidence",
        threshold="{sure}; from {threshold} on a question is answered",
        weighed="The passages weighed, best first:",
        score="score",
        article="article",
        source="source",
        no_timeline="No article with a date says anything of this: ask with fewer filters, or see `newsdesk list`.",
        published="published",
        value="value",
        outlet="outlet",
        quote="quote",
        link="link",
        other_units="Not drawn, being in another unit: {values}.",
    ),
    dutch=TerminalWords(
        card=CARD.dutch,
        none="Er zijn nog geen artikelen: `newsdesk add --samples` voegt er een paar toe om te proberen, `newsdesk add` met een adres, bestand of map die van jezelf.",
        none_for_everyone="Er is geen artikel voor iedereen: noem een Discord-server met --guild, of voeg er een toe met `newsdesk add`.",
        no_passage="Geen passage gevonden: zie `newsdesk list`, of vraag het met minder filters.",
        nearest="De dichtstbijzijnde passages:",
        answer="antwoord",
        quotations_instead="In plaats daarvan de citaten:",
        differing="De artikelen geven verschillende waarden, de nieuwste eerst:",
        unsure="Ik weet niet zeker of dit de vraag beantwoordt ({sure}%).",
        beware="Let op: {cautions}.",
        corrected="gecorrigeerd",
        withdrawn="ingetrokken",
        understood_aside="(begrepen als: {question})",
        understood="begrepen als",
        asked="gevraagd",
        narrowed="beperkt tot",
        nothing="niets",
        confidence="zekerheid",
        threshold="{sure}; vanaf {threshold} wordt een vraag beantwoord",
        weighed="De gewogen passages, de beste eerst:",
        score="score",
        article="artikel",
        source="bron",
        no_timeline="Geen artikel met een datum zegt hier iets over: vraag het met minder filters, of zie `newsdesk list`.",
        published="datum",
        value="waarde",
        outlet="medium",
        quote="citaat",
        link="link",
        other_units="Niet getekend, want in een andere eenheid: {values}.",
    ),
)


def spoken(question: str) -> str:
    """Return the language to answer a question in: Dutch where its words tell that, else English.

    Messages in Discord go by the same words; a guess from few letters would be wrong too often.
    """
    return function_words.language(words(question), function_words.LANGUAGES) or "en"
