"""The web addresses that a message names."""

from __future__ import annotations

import re

from corpus.address import identity, is_address

_ADDRESS = re.compile(r"https?://[^\s<>\"|`\\^]+", re.IGNORECASE)
_AFTER = ".,;:!?…'’”\"*_~"  # noqa: RUF001 - typeset quotes close sentences too
_PAIRS = {")": "(", "]": "[", "}": "{"}


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
