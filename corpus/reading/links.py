"""The web addresses that a message, a page or a feed names."""

import re
from urllib.parse import quote, urljoin

from corpus.address import identity, is_address

_ADDRESS = re.compile(r"https?://[^\s<>\"|`\\^]+", re.IGNORECASE)
_AFTER = ".,;:!?…'’”\"*_~"  # noqa: RUF001 - typeset quotes close sentences too
_PAIRS = {")": "(", "]": "[", "}": "{"}
# Line breaks with what indents the next line, which is all that some parsers leave of them.
_WRAPPED = re.compile(r"[\t\r\n][\t\r\n ]*| {2,}")
_BLANK = re.compile(r"\s")


def addresses_in(text: str) -> list[str]:
    """Return the http and https addresses in a text, each page once, in order.

    Punctuation after one belongs to the sentence; a closing bracket belongs to the address only where the
    address opens it, so that Markdown's `[words](address)` gives the address.
    """
    found = (_without_tail(match[0]) for match in _ADDRESS.finditer(text))
    pages: dict[str, str] = {}
    for address in filter(is_address, found):
        pages.setdefault(identity(address), address)
    return list(pages.values())


def _without_tail(address: str) -> str:
    for at, character in enumerate(address):
        opening = _PAIRS.get(character)
        if opening and address.count(character, 0, at + 1) > address.count(opening, 0, at + 1):
            return address[:at].rstrip(_AFTER)
    return address.rstrip(_AFTER)


def address_of(reference: str, *bases: str) -> str | None:
    """Return the http or https address that a link leads to, or None where it leads to none.

    Line breaks inside it go and other blanks are encoded, as the URL standard of the WHATWG has it.

    Args:
        reference: the link as it is written.
        bases: what it is relative to, the outermost first.
    """
    written = _encoded(reference)
    if not written:
        return None
    try:
        base = ""
        for step in bases:
            base = urljoin(base, _encoded(step))
        address = urljoin(base, written)
    except ValueError:
        return None
    return address if is_address(address) else None


def _encoded(reference: str) -> str:
    return _BLANK.sub(lambda blank: quote(blank[0]), _WRAPPED.sub("", reference.strip()))
