"""The clients that read the web: one for what strangers name, one for what the operator names."""

from urllib.request import getproxies, proxy_bypass

import httpx

from corpus.reading.guard import EVERYWHERE, AddressRefused, Guard
from corpus.reading.web_transport import PACKINGS, WebTransport

# A stranger's site holds a place among those that are read at once for as long.
STRANGERS_SECONDS = 20.0
_OPERATORS_SECONDS = 60.0
_STRANGERS_REDIRECTS = 5
_OPERATORS_REDIRECTS = 10
_OTHER_PROXY = (
    "The environment names the proxy {}, and newsdesk speaks to http proxies only: "
    "name one of those in HTTPS_PROXY and HTTP_PROXY, or save the page and add the file."
)


def guarded_client(guard: Guard | None = None, *, seconds: float = STRANGERS_SECONDS) -> httpx.Client:
    """Return a client that reads the public web and nothing else, redirects included.

    Proxies of the environment are not used: a proxy looks names up by itself, so that the address that
    was checked would not be the one connected to.

    Args:
        guard: what may be connected to; the public internet where None.
        seconds: the most that an address may take, lookups, redirects, TLS and body together.
    """
    return _client(WebTransport(guard or Guard(), seconds), _STRANGERS_REDIRECTS)


def open_client(*, seconds: float = _OPERATORS_SECONDS) -> httpx.Client:
    """Return a client that reads everything, private networks too, by the proxies of the environment.

    Args:
        seconds: as in `guarded_client`.
    """
    return _client(WebTransport(EVERYWHERE, seconds, _proxy), _OPERATORS_REDIRECTS)


def _client(transport: WebTransport, redirects: int) -> httpx.Client:
    headers = {"Accept-Encoding": PACKINGS}
    return httpx.Client(transport=transport, trust_env=False, max_redirects=redirects, headers=headers)


def _proxy(url: httpx.URL) -> httpx.Proxy | None:
    known = getproxies()
    named = known.get(url.scheme) or known.get("all")
    if not named or proxy_bypass(url.host):
        return None
    proxy = httpx.Proxy(named if "://" in named else f"http://{named}")
    if not proxy.url.scheme.startswith("http"):
        raise AddressRefused(_OTHER_PROXY.format(proxy.url))
    return proxy
