"""The links that pages and feeds write, made whole addresses as browsers make them."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin

from corpus.address import is_address

# Line breaks with what indents the next line, which is all that some parsers leave of them.
_WRAPPED = re.compile(r"[\t\r\n][\t\r\n ]*| {2,}")
_BLANK = re.compile(r"\s")


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
