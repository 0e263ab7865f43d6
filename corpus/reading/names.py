"""Which names that a page states can be those of an author and of an outlet."""

import re
from collections.abc import Iterable, Sequence

from corpus.reading.fields import one_line

# What forms and content systems put where a name should be.
_LABELS = (
    "name naam username user gebruiker gebruikersnaam author auteur autor human admin administrator "
    "beheerder webmaster root email e-mail mail website comment reactie anonymous anoniem guest gast "
    "unknown onbekend none null undefined editor staff default test by door von posted login search "
    "zoeken password wachtwoord subject onderwerp message bericht first last voornaam achternaam "
    "required verplicht super superuser wordpress wp "
)
_NOBODY = frozenset(_LABELS.split())
_MAIL = re.compile(r"[<(\[]?\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+\b[>)\]]?")
_BY = re.compile(
    r"^(?:door|by|von|tekst|text|auteur|author|geschreven door|written by)(?:\s*:)?\s+(?=\S)", re.IGNORECASE
)
_VAN = re.compile(r"^van\s+(?:on(?:ze|s)\s|:)", re.IGNORECASE)
_SPOKEN = re.compile(
    r"\b(?:zegt|zei|schreef|schrijft|says|said|wrote|sagt|schrieb|reageert|replied)\b|\d{4}", re.IGNORECASE
)
_LOGIN = re.compile(r"[\d_]")
_LONGEST = 80  # characters of one name; more is a sentence
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
_NO_NAME = re.compile(
    r"^[\d.]+$|^[\w.-]+:\d+$|://|^@|^\W*$|^(?:www\.)?(?:twitter|facebook|x)\.com\b", re.IGNORECASE
)
_RIGHTS = re.compile(r"©|\(c\)|copyright|all rights|alle rechten", re.IGNORECASE)
_COMPANY = re.compile(
    r"(?:\b(?:B\.?V|N\.?V|A\.?G|V\.?O\.?F|GmbH|Ltd|Limited|Inc|LLC|PLC|plc|Corp|Corporation|S\.?A|S\.?p\.?A|S\.?r\.?l|"
    r"S\.?L|Oy|AB|ApS|Pty|KG|SE|SAS|SARL)\b\.?|\bA/S)(?:\s*&\s*Co\.?(?:\s*KG)?)?\W*$"
    r"|^(?:Stichting|Vereniging|Foundation)\s|(?i:\b(?:uitgeverij|uitgevers|publishers?|holding|verlag(?:sgesellschaft)?)\b)"
)
# Who writes a blog on these has named its own site elsewhere, or nowhere.
_PLATFORMS = {"blogger", "wordpress", "wordpress.com", "tumblr", "medium", "substack", "squarespace", "wix"}
_DOMAIN = re.compile(r"\.[a-z]{2,4}(?:\.uk)?$")
_BAR = re.compile(r"(?<!\s)\s+[|•–—-]\s+")  # noqa: RUF001 - typeset dashes
_ARTICLE = re.compile(r"^(?:de|het|the|der|die|das)\s+", re.IGNORECASE)


def authors(names: Iterable[str], outlet: str | None) -> str | None:
    """Return those of the names that can be an author's, with commas between them, or None."""
    found = (_person(name, outlet) for name in names)
    return ", ".join(dict.fromkeys(filter(None, found))) or None


def outlet(names: Sequence[str | None], host: str | None) -> str | None:
    """Return the best name for an outlet: its own, else its host, else the company behind it.

    Args:
        names: what the page states, the likeliest first.
        host: where the page came from, without `www.`.
    """
    stated = [one_line(name) for name in names if name and name.strip()]
    usable = [name for name in stated if not _NO_NAME.search(name) and not _RIGHTS.search(name)]
    found = min((*usable, *filter(None, [host])), key=_rank, default=None)
    return _without_slogan(found, [*usable, host or ""]) if found else None


def same(one: str, other: str) -> bool:
    """Tell whether two names are one but for capitals, blanks, a leading article and a domain's ending."""
    return _bare(one) == _bare(other)


def _without_slogan(name: str, others: Sequence[str]) -> str:
    parts = _BAR.split(name)
    known = (part for part in parts if any(same(part, other) for other in others))
    return name if len(parts) == 1 else next(known, name)


def _rank(name: str) -> int:
    if name.casefold() in _PLATFORMS or _COMPANY.search(name):
        return 2
    return 1 if _HOST.fullmatch(name) else 0


def _person(name: str, of_outlet: str | None) -> str | None:
    name = one_line(_BY.sub("", _MAIL.sub("", one_line(name)))).strip(" ,;|-()<>")
    if not _can_be_a_person(name) or _VAN.match(name):
        return None
    # A byline may close with the paper: "Nora Lee, The Skelby Times".
    parts = [part.strip() for part in name.split(",")]
    people = [part for part in parts if not _is_outlet(part, of_outlet)]
    return ", ".join(people) or None if people[:1] == parts[:1] else None


def _is_outlet(name: str, of_outlet: str | None) -> bool:
    if _COMPANY.search(name) or _HOST.fullmatch(name):
        return True
    return of_outlet is not None and same(name, of_outlet)


def _can_be_a_person(name: str) -> bool:
    words = re.findall(r"[\w-]+", name.casefold())
    if not any(map(str.isalpha, name)) or len(name) > _LONGEST or _NO_NAME.search(name):
        return False
    login = len(name.split()) == 1 and _LOGIN.search(name) is not None
    return not login and not set(words) <= _NOBODY and _SPOKEN.search(name) is None


def _bare(name: str) -> str:
    host = _DOMAIN.sub("", name.casefold().removeprefix("www."))
    return re.sub(r"\W+", "", _ARTICLE.sub("", host))
