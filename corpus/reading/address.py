"""Web addresses: which one an article goes by."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from corpus.reading.fields import is_address

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|at_medium|at_campaign")


def clean(address: str) -> str:
    """Return an address without its fragment and without the parameters that only count visitors."""
    parts = urlsplit(address)
    query = parts.query
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [pair for pair in pairs if not _TRACKING.fullmatch(pair[0])]
    if kept != pairs:
        query = urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path, query, ""))


def of_page(fetched: str | None, canonical: str | None) -> str | None:
    """Return the address of a page: the one that it calls canonical, where that can be believed.

    A page on disk has only that one. A fetched page may name another on its own site, but not the
    site's front page: a careless template does that on every page, and all would then be one article.
    """
    named = _joined(fetched or "", (canonical or "").strip())
    believed = is_address(named) and bool(urlsplit(named).path.strip("/"))
    if fetched is None:
        return clean(named) if believed else None
    return clean(named if believed and _site(named) == _site(fetched) else fetched)


def _joined(base: str, reference: str) -> str:
    try:
        return urljoin(base, reference)
    except ValueError:
        return base


def _site(address: str) -> str:
    host = urlsplit(address).hostname or ""
    # The last two labels tell a site well enough here: a wrong match needs a page that lies about itself.
    return host if host.replace(".", "").isdigit() else ".".join(host.split(".")[-2:])
