"""Addresses that may stand behind a title: http or https, and nothing that ends the link early."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

# What an address may hold as it is; `%` is among them so that what is encoded already stays so.
_PLAIN = "!#$%&'*+,-./:;=?@_~"
_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)


def web_link(address: str | None) -> str | None:
    """Return the address encoded for a masked link; None for anything that is no web address."""
    if address is None or not _WEB.match(address.strip()):
        return None
    return quote(address.strip(), safe=_PLAIN, errors="replace")


def host(address: str | None) -> str | None:
    """Return the site's name, such as `example.org`, of a web address."""
    if web_link(address) is None:
        return None
    try:
        name = urlsplit((address or "").strip()).hostname
    except ValueError:
        return None
    return (name or "").removeprefix("www.") or None
