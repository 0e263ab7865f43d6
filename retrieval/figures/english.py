"""What English words mean in figures."""

from decimal import Decimal

from corpus.calendar_names import calendar_names
from retrieval.figures import numerals
from retrieval.figures.english_units import OTHER_WAYS, UNITS
from retrieval.figures.named_units import with_cldr
from retrieval.figures.units import names, units
from retrieval.figures.vocabulary import Vocabulary, complete

_CALENDAR = calendar_names("en")
_NAMED = with_cldr("en", UNITS)
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "mln": 10**6, "billion": 10**9, "bn": 10**9,
           "trillion": 10**12, "quadrillion": 10**15, "dozen": 12}  # fmt: skip
_SUFFIXES = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
_SHARES = {"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
           "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
           "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "twentieth": 20, "twentieths": 20,
           "hundredth": 100}  # fmt: skip
_FACTORS = {
    "0.5": "half halve halved halving",
    "2": "twice double doubled doubles doubling twofold",
    "3": "thrice triple tripled triples tripling treble trebled threefold",
    "4": "quadruple quadrupled quadruples fourfold",
    "5": "fivefold quintupled",
    "6": "sixfold",
    "10": "tenfold",
    "20": "twentyfold",
    "100": "hundredfold",
}
_ABOUT = (
    "about|around|roughly|approximately|approx|nearly|almost|close to|over|under|above|below|more than|"
    "less than|fewer than|at least|at most|up to|an estimated|estimated|some|just over|just under|"
    "well over|as many as|as much as|circa|in the region of|or so|no more than|not quite|upwards of|"
    "close on"
)
_YEARS = """
in since of for until till from by before after year late early mid spring summer autumn fall winter
than to and during around between through throughout
"""
_LABELS = """
article articles art page pages p pp version paragraph section chapter number no nos room line bus
platform flight gate group formula phase category class table figure appendix highway route channel
interstate stage step level grade type model rule part verse act
"""
ENGLISH = complete(Vocabulary(
    language="en",
    decimal=".",
    numerals=numerals.english(),
    ones=frozenset({"one", "a", "an"}),
    scales={word: Decimal(n) for word, n in _SCALES.items()},
    suffixes={word: Decimal(n) for word, n in _SUFFIXES.items()},
    units=units(_NAMED + OTHER_WAYS),
    names=names(_NAMED),
    halves=frozenset({"half"}),
    shares=_SHARES,
    factors={word: Decimal(n) for n, words in _FACTORS.items() for word in words.split()},
    months={**_CALENDAR.months, **_CALENDAR.short_months},
    abbreviated=frozenset(_CALENDAR.short_months) | {"may", "march"},
    ordinals=numerals.english_ordinals(),
    endings=frozenset({"st", "nd", "rd", "th"}),
    about=frozenset(_ABOUT.split("|")),
    years=frozenset(_YEARS.split()),
    labels=frozenset(_LABELS.split()),
    links=frozenset({"to", "-", "–", "through"}),  # noqa: RUF001 - as newspapers set it
    pairs=frozenset({"and", "or"}),
    between=frozenset({"between"}),
    of=frozenset({"in", "in every", "out of", "out of every", "of every"}),
    fillers=frozenset({"the", "a", "an"}),
    clock=frozenset({"half", "quarter", "noon", "midnight"}),
    minus=frozenset({"minus"}),
    points=frozenset({"point"}),
))  # fmt: skip
