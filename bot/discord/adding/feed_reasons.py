"""Why there is no feed or no article in what was read, in the language of whoever reads it."""

from corpus.errors import SourceUnreadable
from corpus.reading.listings import Listing, ListsArticles
from corpus.reading.not_a_feed import NotAFeed, Reason, sentence
from corpus.reading.parsing.stopped import ParserMissing, ParsingStopped, Stop
from corpus.reading.too_long import TooLong

# The English sentences are those of the errors themselves, which the terminal shows too.
_NO_FEED = {
    Reason.NOTHING: "Op dit adres staat geen feed, of een kapotte: "
    "zoek de link van de site naar RSS, Atom of JSON Feed.",
    Reason.OFFERED: "Op dit adres staat een webpagina en geen feed; "
    "ze noemt {address} als haar feed: voeg die toe.",
    Reason.OPML: "Dit is een OPML-bestand, een lijst van feeds, en geen feed: "
    "geef het adres van een van de feeds die erin staan{example}.",
    Reason.SITEMAP: "Dit is een sitemap, een lijst van de pagina's van een site voor zoekmachines, en geen "
    "feed: geef het adres van de feed van de site, of van haar voorpagina{example}.",
    Reason.DAMAGED: "Op dit adres staat een JSON-feed, maar hij is beschadigd: "
    "probeer het later opnieuw, of zoek de RSS- of Atom-feed van de site.",
    Reason.TOO_LARGE: "De feed is groter dan 5 MB, meer dan een lijst van nieuws ooit is: "
    "zoek een kleinere feed van de site.",
    Reason.NO_ADDRESS: "Alleen http- en https-adressen kunnen worden gevolgd: "
    "schrijf het adres voluit, zoals https://example.org/feed.",
}
_NO_ARTICLE = {
    Listing.FEED: "Het is een feed, een lijst van artikelen, en geen artikel: volg hem in Discord met "
    "`/corpus feed add`, of voeg de adressen toe van de artikelen die erin staan.",
    Listing.OPML: "Het is een OPML-bestand, een lijst van feeds, en geen artikel: volg elk van die feeds in "
    "Discord met `/corpus feed add`, of voeg adressen van artikelen toe.",
    Listing.SITEMAP: "Het is een sitemap, een lijst van pagina's voor zoekmachines, en geen artikel: voeg "
    "adressen van artikelen toe, of volg de feed van de site in Discord met `/corpus feed add`.",
}
_TOO_LONG = (
    "Het is {size} MB, en hier kan hooguit 2 MB tekst worden toegevoegd: voeg het toe in de terminal met "
    "`newsdesk add BESTAND`, of in delen."
)
_INSTEAD = "voeg de tekst van het artikel toe als .txt-bestand."
_STOPPED = {
    Stop.CRASH: "Het programma dat het leest ging eraan stuk, zoals bij beschadigde bestanden: sla het "
    f"opnieuw op, of {_INSTEAD}",
    Stop.TIME: f"Het lezen duurde te lang en is gestopt: het is heel groot of beschadigd; {_INSTEAD}",
    Stop.MEMORY: "Het lezen kostte te veel geheugen en is gestopt: het is heel groot of beschadigd; "
    f"{_INSTEAD}",
}
_MISSING = (
    "Het proces dat pagina's en documenten leest, start niet: kijk of deze machine nog geheugen en processen "
    "heeft, en probeer het opnieuw."
)


def in_words(error: SourceUnreadable, language: str) -> str:
    """Return the sentence of an error, in Dutch for `nl` where there is one, else as it stands."""
    return (_dutch(error) if language == "nl" else None) or str(error)


def _dutch(error: SourceUnreadable) -> str | None:
    match error:
        case NotAFeed():
            return sentence(_NO_FEED[error.reason], error.address)
        case ListsArticles():
            return _NO_ARTICLE[error.listing]
        case TooLong():
            return _TOO_LONG.format(size=f"{error.megabytes:.1f}".replace(".", ","))
        case ParsingStopped():
            return _STOPPED[error.stop]
        case ParserMissing():
            return _MISSING
    return None
