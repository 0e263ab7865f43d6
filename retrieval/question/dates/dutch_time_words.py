"""The words that Dutch questions speak of time with."""

from retrieval.question.dates.periods import Season, Unit
from retrieval.question.dates.time_words import Relation, Vocabulary, numbers

DUTCH = Vocabulary(
    units={
        "uur": Unit.HOUR,
        "dag": Unit.DAY,
        "week": Unit.WEEK,
        "weekend": Unit.WEEKEND,
        "weekeinde": Unit.WEEKEND,
        "maand": Unit.MONTH,
        "kwartaal": Unit.QUARTER,
        "jaar": Unit.YEAR,
    },
    several={
        "uren": Unit.HOUR,
        "dagen": Unit.DAY,
        "weken": Unit.WEEK,
        "weekends": Unit.WEEKEND,
        "weekenden": Unit.WEEKEND,
        "maanden": Unit.MONTH,
        "kwartalen": Unit.QUARTER,
        "jaren": Unit.YEAR,
    },
    seasons={
        **dict.fromkeys(("lente", "voorjaar"), Season.SPRING),
        "zomer": Season.SUMMER,
        **dict.fromkeys(("herfst", "najaar"), Season.AUTUMN),
        "winter": Season.WINTER,
    },
    ranks={"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "1e": 1, "2e": 2, "3e": 3, "4e": 4},
    numbers=numbers("een twee drie vier vijf zes zeven acht negen tien elf twaalf", "paar enkele aantal")
    | {"één": 1},
    days={
        **dict.fromkeys(("eergisteren", "eergisteravond"), 2),
        **dict.fromkeys(("gisteren", "gisteravond", "gisterochtend", "gistermiddag", "vannacht"), 1),
        **dict.fromkeys(("vandaag", "vanochtend", "vanmorgen", "vanmiddag", "vanavond"), 0),
        "morgen": -1,
        "overmorgen": -2,
    },
    last="vorige?|voorgaande?",
    past="afgelopen|laatste|voorbije",
    recent="vorige|afgelopen|laatste|voorbije|recente",
    this="dit|deze|het huidige|de huidige|het lopende|de lopende",
    next="volgende?|komende?|aankomende?|eerstvolgende?",
    ago="geleden|terug",
    of="van",
    ordinal="e|ste|de",
    relations={
        Relation.SINCE: "sinds|sedert|sindsdien",
        Relation.FROM: "vanaf|met ingang van",
        Relation.AFTER: "na|later dan",
        Relation.BEFORE: "vóór|eerder dan",
        Relation.BEFORE_OR_FOR: "voor",
        Relation.UNTIL: "tot en met|t/m|tot aan|tot",
        Relation.OF: "van|uit",
        Relation.BETWEEN: "tussen",
        Relation.ABOUT: "over|per|uiterlijk|tegen|rond|omstreeks|richting|om de|elke|ieder|iedere",
        Relation.IN: "in|tijdens|gedurende|op|binnen|aan",
    },
    fillers=(
        "de|het|een|begin|eind|einde|medio|midden|half|halverwege|loop van|vroege|late|jaar|maand|week van|"
        "weekend van|(?:eerste|tweede|derde|vierde|laatste) (?:helft|kwartaal|maanden|weken|dagen) van|"
        "einde? van|begin van|eerder"
    ),
    alone="begin|eind|einde|medio|half|halverwege|eerder|(?:het )?(?:begin|midden|einde?) van",
    joining="en|of|dan|noch|en in|of in|dan in|dan op|dan tijdens",
    to="tot en met|tot|t/m",
)
