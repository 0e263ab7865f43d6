"""What the values that questions ask for are called, by names that mean the same in Dutch and English."""

from __future__ import annotations

import re

# A sentence gives what is asked only where it calls it so too; the names are whole words.
_SAME = {
    "cost": r"costs?|costing|prices?|priced|pays?|paid|bill|estimated?|expensive|fares?|tickets?|charges?"
    r"|admission|total"
    r"|kost|kosten|kostte|prijs|prijzen|betaalt|betaald|betaalde|betalen|rekening|raming|geraamd|duur|duurder"
    r"|tarief|tarieven|totaal|kaartje|kaartjes|toegangskaartje|vraagt|vragen|rekent",
    "ticket": r"fares?|tickets?|admission|kaartjes?|toegangskaartjes?|toegang|overtocht|ride|rit",
    "budget": r"budgets?|budgeted|begroting|begroot",
    "bonus": r"\w*bonus(?:es)?|one-off payment|welkomstpremie|eenmalig\w*",
    "pay": r"salary|salaries|wages?|salaris|salarissen|\w*loon|maandsalaris|monthly pay",
    "repaid": r"repays?|repaid|repayment|terugbeta\w+",
    "prison": r"prison|jail|jailed|gevangenis\w*|cel|celstraf",
    "wait": r"wait(?:s|ed|ing)?|wacht(?:en|te|tijd)?",
    "height": r"tall|height|hoogte",
    "length": r"metres long|meter lang|lengte",
    "use": r"uses?|used|using|takes|needs?|consum\w+|gebruik\w*|verbruik\w*|nodig",
}
# Where a sentence calls its value so and the question does not, or the other way about, they are two things.
_APART = {
    "depth": r"deep|depth|diep|diepte",
    "compensation": r"compensation|schadevergoeding|schadeloos\w*",
    "parking": r"parking|parkeren|parkeer\w*",
    "ban": r"ban|bans|banned|verbod|beroepsverbod|verboden",
    "demand": r"demand(?:s|ed)?|seek|seeks|sought|prosecutors?|eis|eist|eisen|ge\u00ebist\w*|eiste|officier",
    "fine": r"fines?|fined|boetes?|beboet",
    "reward": r"rewards?|beloning|uitgeloofd|tipgeld",
    "severance": r"severance|pay-off|afkoopsom|ontslagvergoeding",
    "loss": r"loss|losses|loses|lost|verlies|verliezen|verloor",
    "subsidy": r"subsid\w+|\w*subsidie",
    "fund": r"(?:emergency )?funds?|\w*fonds|grant",
    "share": r"contributions?|contributes?|bijdrage|bijdragen|put aside|set aside",
    "room": r"room for|capacity|seats|plaats|plaatsen|capaciteit|zitplaatsen",
    "loan": r"loans?|lening|leningen|leent",
    "tax": r"tax|taxes|levy|\w*belasting|heffing",
    "worth": r"worth|valued?|insured|waard|waarde|getaxeerd|verzekerd",
    "yield": r"revenue|turnover|profit|earned|omzet|opbrengst|opgebracht|winst|auction\w*|geveild",
    "surcharge": r"surcharge|toeslag|connection fee|aansluitkosten|storage|opslag",
    "fixed": r"standing charge|vastrecht",
    "pass": r"annual pass|season ticket|jaarkaart|abonnement",
    "strike": r"strikes?|strikers|on strike|walked out|staking|stakers|staakten|neergelegd",
    "share price": r"shares?|aandeel|aandelen",
    "car": r"cars?|auto|personenauto|motorist",
    "bicycle": r"bicycles?|bikes?|fiets|fietsen|fietser",
}

# What articles often count.
_COUNTED = {
    "passengers": r"passengers?|travellers?|reizigers?|passagiers?",
    "visitors": r"visitors?|bezoekers?",
    "spectators": r"spectators?|toeschouwers?",
    "soldiers": r"soldiers?|troops|militair(?:en)?|soldaat|soldaten",
    "homes": r"homes?|houses?|dwellings?|woning(?:en)?|huizen",
    "jobs": r"jobs?|baan|banen",
    "cases": r"cases?|gevallen",
    "patients": r"patients?|pati\u00ebnt(?:en)?",
    "prisoners": r"prisoners?|krijgsgevangenen?|gevangenen",
    "wolves": r"wol(?:f|ves|ven)",
    "babies": r"bab(?:y|ies)|baby's|zuigelingen",
    "people": r"people|persons?|employees|staff|workers|cases|mensen|personen|werknemers|medewerkers"
    r"|gevallen",
    "seals": r"seals?|zeehond(?:en)?",
}


def _compiled(names: dict[str, str]) -> list[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile(rf"\b(?:{said})\b", re.IGNORECASE)) for name, said in names.items()]


_SAME_PATTERNS, _APART_PATTERNS, _COUNTED_PATTERNS = map(_compiled, (_SAME, _APART, _COUNTED))
NAMES = re.compile(
    "|".join(pattern.pattern for _, pattern in _SAME_PATTERNS + _APART_PATTERNS), re.IGNORECASE
)


def called(text: str) -> frozenset[str]:
    """Return by which of the names a text calls a value."""
    return frozenset(name for name, pattern in _SAME_PATTERNS if pattern.search(text))


def set_apart(text: str) -> frozenset[str]:
    """Return those of the names in a text that part a value from every other."""
    return frozenset(name for name, pattern in _APART_PATTERNS if pattern.search(text))


def counted(text: str) -> frozenset[str]:
    """Return which of the things that are often counted a text names."""
    return frozenset(name for name, pattern in _COUNTED_PATTERNS if pattern.search(text))
