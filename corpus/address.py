"""Web addresses: which spellings lead to one page, and which one an article goes by."""

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from w3lib.url import canonicalize_url

# What senders of links add to count who follows them: the names that Firefox strips, and those that
# the makers of newsletters and of statistics document. None of them chooses what a page shows: courlan's list
# has `cid`, `uid`, `source` and all that begins as they do, by which some sites number their articles.
_TRACKING = re.compile(
    r"(?:utm|mtm|pk|piwik|matomo|itm|at|vero|hsa|ns|bsft)_\w+|(?:fb|g|d|y|tw|tt|sc|rd)clid|msclkid|[gw]braid"
    r"|mc_[ce]id|igshid|igsh|_ga|_gl|_hs(?:enc|mi)|hsctatracking|mkt_tok|oly_\w{1,20}_id|li_fat_id|s_cid|epik"
    r"|wt[._]z?mc(?:[._]\w+)?|xtor|xts|cmp|cmpid|ocid|smid|smtyp|ref|ref_src|ref_url|guccounter"
    r"|guce_referrer\w*|__twitter_impression|__s|ss_email_id|rb_clickid|_openstat|soc_(?:src|trk)|shared?",
    re.IGNORECASE,
)
_AS_AMP = re.compile(r"amp|outputtype", re.IGNORECASE)
_HOST_FORMS = re.compile(r"(?:(?:www\d?|m|mobile|mobiel|amp)\.)+(?=[^.]+\.)", re.IGNORECASE)
_PATH_FORMS = re.compile(
    r"^/amp(?=/)|;jsessionid=[^/]*|(?:/amp|\.amp)(?=\.html?$|/?$)|/(?:index|default)\.(?:html?|php|aspx?)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)  # asked several times of each article that comes in
def identity(address: str) -> str:
    """Return what all spellings of the address of one page have in common, itself such a spelling.

    It is https, without `www.`, `m.` or `amp.`, without the default port, fragment, parameters that count
    visitors, and what asks for the form for phones; the other parameters stand in order. Percent signs,
    dots and letters beyond ASCII are as `w3lib`, the library of Scrapy, makes addresses canonical.
    What is no address stays as it is.
    """
    try:
        parts = urlsplit(canonicalize_url(address.strip()))
        host = _host(parts)
    except ValueError:
        return address
    if not host or parts.scheme not in {"http", "https"}:
        return address
    path = _PATH_FORMS.sub("", re.sub("/{2,}", "/", parts.path)).rstrip("/")
    return urlunsplit(("https", host, path, _query(parts.query, _TRACKING, _AS_AMP), ""))


def clean(address: str) -> str:
    """Return an address without its fragment and without the parameters that only count visitors."""
    parts = urlsplit(address)
    query = _query(parts.query, _TRACKING)
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path, query, ""))


def is_address(written: str) -> bool:
    """Tell whether something is an http or https address with a host and without blanks."""
    try:
        parts = urlsplit(written)
        named = bool(parts.hostname) and parts.port != 0  # looking at the port tells whether it is one
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and named and len(written.split()) == 1


def of_page(fetched: str | None, canonical: str | None) -> str | None:
    """Return the address of a page: the one that it calls canonical, where that can be believed.

    A page on disk has only that one. A fetched page may name another on its own host, be it with or
    without `www.`, `m.` or `amp.`: whoever writes for one paper of a domain must not take the place of
    another's article. It may not name the site's front page either: a careless template does that on every
    page, and all would then be one article.
    """
    named = _joined(fetched or "", (canonical or "").strip())
    believed = is_address(named) and bool(urlsplit(named).path.strip("/"))
    if fetched is None:
        return clean(named) if believed else None
    return clean(named if believed and _host(urlsplit(named)) == _host(urlsplit(fetched)) else fetched)


def _joined(base: str, reference: str) -> str:
    try:
        return urljoin(base, reference)
    except ValueError:
        return base


def _host(parts: SplitResult) -> str:
    """Return the host, and the port where it is not the usual one.

    Raises:
        ValueError: the port is none.
    """
    host = _HOST_FORMS.sub("", (parts.hostname or "").rstrip("."))
    host = f"[{host}]" if ":" in host else host
    return host if parts.port in {None, 80, 443} else f"{host}:{parts.port}"


def _query(query: str, *left_out: re.Pattern[str]) -> str:
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [pair for pair in pairs if not any(names.fullmatch(pair[0]) for names in left_out)]
    return query if kept == pairs else urlencode(kept)
