"""Pages that are no article: consent walls, scripts, and nothing at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

CONSENT = (
    "The page shows only a consent wall for cookies: "
    "open it in a browser, accept or refuse, save the page and add the file."
)
SCRIPT = (
    "The page holds no article, only a script that would load one: "
    "open it in a browser, save what you see as a page or text, and add the file."
)
NOTHING = "The page holds no article text: check the address, or save the article as text and add the file."
BROKEN = "The page is written in a way that cannot be read: save the article as text and add the file."
_SHORT = 1_200
_TINY = 200
_COOKIES = re.compile(
    r"\bcookies?\b|\bconsent\b|\bprivacy\b|\bGDPR\b|\bAVG\b|persoonsgegevens", re.IGNORECASE
)
_CHOICE = re.compile(
    r"\baccept|akkoord|toestemming|toestaan|\bagree|\bconsent|\breject|weiger|manage (?:options|preferences)|"
    r"voorkeuren|instellingen|cookies? (?:settings|policy)|cookiebeleid",
    re.IGNORECASE,
)
_WALL_ADDRESS = re.compile(
    r"^https?://(?:consent|myprivacy|cmp|cookie-?wall|privacy-?gate)[\w.-]*\."
    r"|/(?:consent|cookie-?wall|privacy-?(?:gate|wall))(?:[/?#]|$)",
    re.IGNORECASE,
)
_NEEDS_SCRIPT = re.compile(r"javascript|^\W*(?:loading|laden|please wait|even geduld)\b", re.IGNORECASE)


def find(text: str, tree: HtmlElement, fetched: str | None, *, dated: bool = False) -> str | None:
    """Return the sentence for a page whose text is no article, or None for an article.

    A page that declares when it was published is believed: articles may be about cookies too.
    """
    shown = text or " ".join(tree.xpath("//body//text()[not(ancestor::script or ancestor::style)]"))
    if fetched and _WALL_ADDRESS.search(fetched):
        return CONSENT
    if not dated and len(shown) < _SHORT and _COOKIES.search(shown) and _CHOICE.search(shown):
        return CONSENT
    if len(text) < _TINY and _is_script(tree, shown):
        return SCRIPT
    return None if any(map(str.isalpha, text)) else NOTHING


def _is_script(tree: HtmlElement, shown: str) -> bool:
    if not tree.xpath("//script[not(@type='application/ld+json')]"):
        return False
    asked = " ".join(tree.xpath("//noscript//text()"))
    return not shown.strip() or any(map(_NEEDS_SCRIPT.search, (shown, asked)))
