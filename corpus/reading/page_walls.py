"""Pages that are no article: consent walls, scripts, and nothing at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.consent_wall import is_consent_wall

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
_TINY = 200
_WALL_ADDRESS = re.compile(
    r"^https?://(?:consent|myprivacy|cmp|cookie-?wall|privacy-?gate)[\w.-]*\."
    r"|/(?:consent|cookie-?wall|privacy-?(?:gate|wall))/?(?:[?#]|$)",
    re.IGNORECASE,
)
_HEADINGS = "//h1 | //h2[not(//h1)]"
_BUTTONS = "//button | //input[@type='submit' or @type='button'] | //*[@role='button']"
_SHOWN = "//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]"
_NEEDS_SCRIPT = re.compile(r"javascript|^\W*(?:loading|laden|please wait|even geduld)\b", re.IGNORECASE)


def find(text: str, tree: HtmlElement, fetched: str | None, *, dated: bool = False) -> str | None:
    """Return the sentence for a page whose text is no article, or None for an article.

    Articles may be about cookies too: a page that declares when it was published is believed the sooner.
    """
    shown = text or "\n".join(map(str, tree.xpath(_SHOWN)))
    if fetched and _WALL_ADDRESS.search(fetched):
        return CONSENT
    heading = "\n".join(_said(tree, _HEADINGS))
    if is_consent_wall(heading, shown, _said(tree, _BUTTONS), dated=dated):
        return CONSENT
    if len(text) < _TINY and _is_script(tree, shown):
        return SCRIPT
    return None if any(map(str.isalpha, text)) else NOTHING


def _said(tree: HtmlElement, path: str) -> list[str]:
    """Return what elements of a page say that trafilatura leaves out of the text, each wording once."""
    said = (" ".join((one.get("value") or one.text_content()).split()) for one in tree.xpath(path))
    return list(dict.fromkeys(filter(None, said)))


def _is_script(tree: HtmlElement, shown: str) -> bool:
    if not tree.xpath("//script[not(@type='application/ld+json')]"):
        return False
    asked = " ".join(tree.xpath("//noscript//text()"))
    return not shown.strip() or any(map(_NEEDS_SCRIPT.search, (shown, asked)))
