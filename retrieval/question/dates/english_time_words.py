"""The words that English questions speak of time with."""

from retrieval.question.dates.periods import Season, Unit
from retrieval.question.dates.time_words import Relation, Vocabulary, numbers

ENGLISH = Vocabulary(
    units={unit.value: unit for unit in Unit},
    several={f"{unit.value}s": unit for unit in Unit},
    seasons={
        "spring": Season.SPRING,
        "summer": Season.SUMMER,
        "autumn": Season.AUTUMN,
        "fall": Season.AUTUMN,
        "winter": Season.WINTER,
    },
    ranks={"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4},
    numbers=numbers("one two three four five six seven eight nine ten eleven twelve", "few several")
    | {"a": 1, "an": 1, "couple of": 3},
    days={
        "the day before yesterday": 2,
        "yesterday": 1,
        "last night": 1,
        **dict.fromkeys(("today", "this morning", "this afternoon", "this evening", "tonight"), 0),
        "tomorrow": -1,
        "the day after tomorrow": -2,
    },
    last="last|previous",
    past="past",
    recent="last|past|previous|recent",
    this="this|the current",
    next="next|coming|upcoming|following",
    ago="ago|back",
    of="of",
    ordinal="st|nd|rd|th",
    relations={
        Relation.SINCE: "ever since|since",
        Relation.FROM: "starting from|starting|from|as of",
        Relation.AFTER: "after|later than",
        Relation.BEFORE: "before|prior to|earlier than",
        Relation.UNTIL: "up until|until|till|up to|through|to",
        Relation.OF: "of",
        Relation.BETWEEN: "between",
        Relation.ABOUT: "for|about|by|around|per|towards",
        Relation.IN: "in|during|on|over|throughout|at|within",
    },
    fillers=(
        "the|a|early|earlier|late|mid|middle of|beginning of|start of|end of|course of|year|month of|week of|"
        "weekend of|(?:first|second|third|fourth|last) (?:half|quarter|months|weeks|days) of"
    ),
    alone="early|earlier|late|mid|(?:the )?(?:beginning|start|middle|end) of",
    joining="and|or|than|nor|and in|or in|than in|than on|than during",
    to="to|until|till|through",
)
