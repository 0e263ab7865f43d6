"""The text of markup that holds an article alone, as a Word document or an e-book gives it."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from corpus.reading.page_text import render

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

# The blocks of HTML by the names that an extracted page has for them.
_CALLED = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "head"),
    **dict.fromkeys(("ul", "ol", "dl"), "list"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(
        ("section", "article", "main", "header", "footer", "figure", "figcaption", "aside"), "div"
    ),
    "tr": "row",
    "blockquote": "quote",
    "pre": "code",
    "br": "lb",
}
_NO_TEXT = "//body//*[self::script or self::style or self::nav or self::svg or self::template]"
# The mark of a note in the running text, and the way back from the note: Word's and EPUB's.
_NOTE_MARKS = (
    "//body//sup[a[starts-with(@href, '#')]]|//body//a[@*[contains(name(), 'type')]='noteref']"
    "|//body//a[@role='doc-noteref']|//body//a[starts-with(@href, '#') and contains(@href, 'note-ref')]"
)
_DECLARED = re.compile(r"^\s*<\?xml.*?\?>", re.DOTALL)
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]*;")


def read(markup: str) -> tuple[str | None, str]:
    """Return the heading that a page of XHTML opens with, if it does, and the text below it.

    Paragraphs have a blank line between them; an item of a list is a line with a dash, a row of a table
    a line with bars.
    """
    tree = _parsed(markup)
    body = None if tree is None else tree.find("body")
    if tree is None or body is None:
        return None, ""
    for element in tree.xpath(f"{_NO_TEXT}|{_NOTE_MARKS}|//body//comment()|//body//processing-instruction()"):
        element.drop_tree()
    heading = _heading(tree)
    _flatten(tree)
    for element in tree.iter(*_CALLED):
        element.tag = _CALLED[element.tag]
    return heading, render(body, None)


def _parsed(markup: str) -> HtmlElement | None:
    from lxml.html import XHTMLParser, document_fromstring, xhtml_to_html  # noqa: PLC0415 - loads only for such

    # XML knows five named characters, and a book leaves the others to a definition on the web.
    spelled = _NAMED.sub(lambda name: html.unescape(name[0]), _DECLARED.sub("", markup))
    tree = document_fromstring(spelled, XHTMLParser(recover=True, resolve_entities=False, no_network=True))
    xhtml_to_html(tree)
    return tree


def _heading(tree: HtmlElement) -> str | None:
    first = tree.xpath(
        "//body//*[self::h1 or self::h2 or self::p or self::li or self::td][normalize-space()]"
    )
    if not first or first[0].tag not in {"h1", "h2"}:
        return None
    heading = " ".join(first[0].text_content().split())
    first[0].drop_tree()
    return heading


def _flatten(tree: HtmlElement) -> None:
    """Put the items of a list within a list behind their own, and keep the words of a cell's lines apart."""
    for nested in tree.xpath("//li//*[self::ul or self::ol]"):
        host = next(nested.iterancestors("li"))
        for item in reversed(nested.findall("li")):
            host.addnext(item)
        nested.drop_tree()
    for line in tree.xpath("//*[self::li or self::td or self::th]//*[self::p or self::div or self::br]"):
        line.tail = " " + (line.tail or "")
        line.drop_tag()
