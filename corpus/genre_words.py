"""How newspapers head and announce texts that are no reports, in Dutch and English."""

from corpus.article import Genre

# What a section, a rubric or the beginning of a headline calls such a text. The order decides where two fit.
CALLED = {
    Genre.SATIRE: "satires?|satirical|satirisch|parody|parodie",
    Genre.COLUMN: "(?:guest |gast)?columns?|columnisten|columnists?",
    Genre.ADVERTORIAL: (
        "advertorials?|advertiser content|advertisement feature|branded ?content|brand ?stor(?:y|ies)"
        "|sponsored(?: content| posts?| articles?| features?)?|paid (?:content|posts?|partnership)"
        "|partner ?content|partner ?(?:bijdragen?|artikel(?:en)?)|gesponsord(?: artikel| bericht)?"
        "|gesponsorde (?:inhoud|bijdragen?|content)|betaalde (?:inhoud|bijdrage|content|samenwerking)"
        "|commerci(?:e|\u00eb)le (?:bijdrage|content)|ingezonden mededeling"
    ),
    Genre.FACT_CHECK: (
        "fact ?check(?:s|er|ers|ing|ed)?|feiten ?check|feit of (?:fictie|fabel|nep)|facts? or fiction"
        "|reality check|nieuwscheck(?:er|ers)?"
    ),
    Genre.CORRECTION: (
        "corrections?|corrections? (?:and|&) clarifications?|clarifications?|erratum|errata|correcties?"
        "|correcties? (?:en|&) aanvullingen|aanvullingen (?:en|&) (?:correcties|verbeteringen)|rectificaties?"
    ),
    Genre.LIVE_BLOG: (
        "live ?blogs?|live ?verslag|live ?updates?|live coverage|live reporting|as it happened"
    ),
    Genre.OPINION: (
        "opinions?(?: pieces?)?|opinie(?:s|stuk|stukken|artikel|artikelen)?|comment(?: is free)?|commentaar"
        "|commentaren|hoofdredactione(?:el|le)(?: commentaar)?|editorials?|leading articles?|op ?eds?"
        "|viewpoints?|guest essays?|essay|letters?(?: to the editor)?|lezersbrie(?:f|ven)"
        "|brie(?:f|ven) van (?:de dag|lezers)|ingezonden(?: (?:brief|brieven|stuk))?|meningen"
        "|standpunt(?:en)?"
    ),
}
# What stands before who writes: "Column Jan Vos: …", "Opinie van Anna Bos | …".
NAMED = {
    Genre.COLUMN: "(?:,| van| door| by)?",
    Genre.OPINION: "(?:,| van| door| by)",
}
# How the sentence "this article is …" ends.
SAID = {
    Genre.SATIRE: "satir|parod",
    Genre.COLUMN: "column",
    Genre.ADVERTORIAL: (
        "advertorial|advertentie|advertisement|gesponsord|sponsored|betaald door|paid for"
        "|betaalde? (?:inhoud|bijdrage|samenwerking|content)|paid (?:content|post)|mogelijk gemaakt door"
        "|made possible by|aangeboden door|branded content|partner ?(?:content|bijdrage)"
        "|commerci(?:e|\u00eb)le (?:bijdrage|samenwerking)"
    ),
    Genre.FACT_CHECK: "fact.?check|feiten ?check",
    Genre.CORRECTION: "correctie|rectificatie|correction|clarification",
    Genre.LIVE_BLOG: "live.?blog",
    Genre.OPINION: "(?:ingezonden )?opini|op-?ed|(?:ingezonden|lezers) ?brief|ingezonden stuk|letter to the",
}
THIS = (
    r"(?:dit|deze|this)"
    r"(?: (?:artikel|verhaal|bericht|stuk|bijdrage|pagina|article|story|piece|post|page|content))?"
    r" (?:is|was|werd|wordt)(?: (?:een|an?|puur|pure|purely))?"
)
# How a text speaks of itself: "Deze column verschijnt …".
ITSELF = (
    r"(?:deze|dit|this) {words}\w*"
    r" (?:is|was|werd|wordt|verscheen|verschijnt|appear(?:s|ed)|first|eerder|will)\b"
)
PAID_BY = (
    r"(?:sponsored|paid for|gesponsord|betaald|aangeboden|presented) (?:by|door) .{1,60}"
    r"|(?:in samenwerking met|in (?:paid )?partnership with) .{1,60}"
)
# What an outlet calls itself that holds nothing else.
OUTLETS = {
    Genre.SATIRE: r"\b(?:satir(?:e|ical|isch)|parod(?:y|ie))\b",
    Genre.FACT_CHECK: r"\bfact ?-?check|\bfeiten ?check",
}
# Those that hold nothing else and do not say so in their name, without blanks and endings.
SATIRISTS = frozenset(
    "speld despeld nieuwspaal raaskalderij deraaskalderij nordpresse theonion clickhole dailymash"  # noqa: SIM905 - shorter to read
    " thedailymash newsthump babylonbee thebabylonbee waterfordwhispersnews thebeaverton betootaadvocate"
    " thebetootaadvocate derpostillon legorafi elmundotoday".split()
)
