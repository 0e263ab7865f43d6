"""The terminal's own words about what was asked, in English and Dutch."""

from bot.bilingual import Bilingual, both
from bot.telling.answer_words import AnswerWords
from corpus.tokens import words
from retrieval.language import function_words


class TerminalWords(AnswerWords):
    """One language's words."""

    none = both(
        "There are no articles yet: `newsdesk add --samples` adds some to try, `newsdesk add` with an address, file or folder your own.",
        "Er zijn nog geen artikelen: `newsdesk add --samples` voegt er een paar toe om te proberen, `newsdesk add` met een adres, bestand of map die van jezelf.",
    )
    none_for_everyone = both(
        "No article is here for everyone: name a Discord server with --guild, or add some with `newsdesk add`.",
        "Er is geen artikel voor iedereen: noem een Discord-server met --guild, of voeg er een toe met `newsdesk add`.",
    )
    no_passage = both(
        "No passage is found: see `newsdesk list`, or ask with fewer filters.",
        "Geen passage gevonden: zie `newsdesk list`, of vraag het met minder filters.",
    )
    nearest = both("The nearest passages:", "De dichtstbijzijnde passages:")
    answer = both("answer", "antwoord")
    quotations_instead = both("The quotations take its place:", "In plaats daarvan de citaten:")
    differing = both(
        "The articles give different values, newest first:",
        "De artikelen geven verschillende waarden, de nieuwste eerst:",
    )
    unsure = both(
        "I am not sure that this answers the question ({sure}%).",
        "Ik weet niet zeker of dit de vraag beantwoordt ({sure}%).",
    )
    corrected = both("corrected", "gecorrigeerd")
    withdrawn = both("withdrawn", "ingetrokken")
    understood_aside = both("(understood as: {question})", "(begrepen als: {question})")
    understood = both("understood as", "begrepen als")
    asked = both("asked", "gevraagd")
    narrowed = both("narrowed to", "beperkt tot")
    nothing = both("nothing", "niets")
    confidence = both("confidence", "zekerheid")
    threshold = both(
        "{sure}; from {threshold} on a question is answered",
        "{sure}; vanaf {threshold} wordt een vraag beantwoord",
    )
    weighed = both("The passages weighed, best first:", "De gewogen passages, de beste eerst:")
    score = both("score", "score")
    article = both("article", "artikel")
    source = both("source", "bron")
    no_timeline = both(
        "No article with a date says anything of this: ask with fewer filters, or see `newsdesk list`.",
        "Geen artikel met een datum zegt hier iets over: vraag het met minder filters, of zie `newsdesk list`.",
    )
    published = both("published", "datum")
    value = both("value", "waarde")
    outlet = both("outlet", "medium")
    quote = both("quote", "citaat")
    link = both("link", "link")
    other_units = both(
        "Not drawn, being in another unit: {values}.", "Niet getekend, want in een andere eenheid: {values}."
    )


TERMINAL = Bilingual(TerminalWords)


def spoken(question: str) -> str:
    """Return the language to answer a question in: Dutch where its words tell that, else English.

    Messages in Discord go by the same words; a guess from few letters would be wrong too often.
    """
    return function_words.language(words(question), function_words.LANGUAGES) or "en"
