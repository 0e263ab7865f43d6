"""What Dutch words mean in figures."""

from decimal import Decimal

from corpus.calendar_names import calendar_names
from retrieval.figures import numerals
from retrieval.figures.dutch_units import OTHER_WAYS, UNITS
from retrieval.figures.named_units import with_cldr
from retrieval.figures.units import names, units
from retrieval.figures.vocabulary import Vocabulary, complete

_CALENDAR = calendar_names("nl")
_NAMED = with_cldr("nl", UNITS)
_SMALL = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
          "twaalf": 12, "vijftien": 15, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50,
          "honderd": 100, "duizend": 1000}  # fmt: skip
_SCALES = {"duizend": 10**3, "miljoen": 10**6, "mln": 10**6, "mio": 10**6, "miljard": 10**9, "mld": 10**9,
           "mrd": 10**9, "biljoen": 10**12, "biljard": 10**15, "dozijn": 12, "honderd": 100}  # fmt: skip
_SHARES = {"derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8, "negende": 9,
           "tiende": 10, "kwart": 4, "twintigste": 20, "honderdste": 100}  # fmt: skip
_FACTORS = {
    "driekwart": Decimal("0.75"), "tweederde": Decimal(2) / 3, "dubbel": Decimal(2),
    "tweemaal": Decimal(2), "anderhalfmaal": Decimal("1.5"), "verdubbelen": Decimal(2),
    "verdubbeling": Decimal(2), "driedubbel": Decimal(3), "helft": Decimal("0.5"),
}  # fmt: skip
_MADE_INTO = {
    2: "verdubbelt verdubbeld verdubbelde verdubbelden",
    3: "verdrievoudigt verdrievoudigd verdrievoudigde verdrievoudigden verdrievoudigen verdrievoudiging",
    4: "verviervoudigt verviervoudigd verviervoudigde verviervoudigden verviervoudigen verviervoudiging",
    5: "vervijfvoudigt vervijfvoudigd vervijfvoudigde vervijfvoudigden",
    10: "vertienvoudigt vertienvoudigd vertienvoudigde vertienvoudigden",
}
_HALVED = "halveert gehalveerd halveerde halveerden halveren halvering"
_ABOUT = (
    "ongeveer|circa|ca|zo'n|rond|rondom|bijna|haast|ruim|krap|dik|pakweg|grofweg|omstreeks|naar schatting|"
    "meer dan|minder dan|minstens|ten minste|tenminste|zeker|hooguit|hoogstens|ten hoogste|om en nabij|"
    "tegen|nog geen|boven|onder|geschat|geschatte|maximaal|minimaal|in de buurt van|iets meer dan|"
    "net geen"
)
_FACTOR_WORDS = (
    _FACTORS
    | {word: Decimal(n) for n, words in _MADE_INTO.items() for word in words.split()}
    | dict.fromkeys(_HALVED.split(), Decimal("0.5"))
    | {
        f"{word}{ending}": Decimal(n)
        for word, n in _SMALL.items()
        for ending in ("maal", "voud", "voudig", "voudige")
    }
)
_YEARS = """
in sinds van voor na tot vanaf eind begin medio jaar zomer winter herfst voorjaar najaar lente t/m en
uit over dan per tegen rond omstreeks tussen
"""
_LABELS = """
artikel artikelen art pagina blz p pp versie paragraaf hoofdstuk nummer nr nrs lid kamer lijn bus perron
spoor vlucht zaal groep tarief rijksweg snelweg formule fase categorie klasse tabel figuur bijlage
postbus huisnummer rugnummer wijk blok gate jaren top route kanaal
"""
DUTCH = complete(Vocabulary(
    language="nl",
    decimal=",",
    numerals=numerals.dutch(),
    ones=frozenset({"een", "één", "eén"}),
    scales={word: Decimal(n) for word, n in _SCALES.items()},
    suffixes={"k": Decimal(1000), "mln": Decimal(10**6), "mld": Decimal(10**9), "mrd": Decimal(10**9)},
    units=units(_NAMED + OTHER_WAYS),
    names=names(_NAMED),
    halves=frozenset({"half", "halve"}),
    shares=_SHARES,
    factors=_FACTOR_WORDS,
    months={**_CALENDAR.months, **_CALENDAR.short_months},
    abbreviated=frozenset(_CALENDAR.short_months),
    ordinals=numerals.dutch_ordinals(),
    endings=frozenset({"e", "de", "ste"}),
    about=frozenset(_ABOUT.split("|")),
    years=frozenset(_YEARS.split()),
    labels=frozenset(_LABELS.split()),
    links=frozenset({"tot", "à", "-", "–", "t/m", "naar"}),  # noqa: RUF001 - as newspapers set it
    pairs=frozenset({"en", "of"}),
    between=frozenset({"tussen"}),
    of=frozenset({"op de", "op"}),
    fillers=frozenset({"de", "het", "een"}),
    clock=frozenset({"half", "kwart", "middernacht"}),
    minus=frozenset({"min"}),
    points=frozenset({"komma"}),
    rounded=numerals.dutch_rounded(),
))  # fmt: skip
