"""Polling feeds until death, and the newspaper that prints them."""

from __future__ import annotations

import contextlib
import datetime
import itertools
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import httpx

from bot.assembly import Desk
from corpus.catalogue import feeds
from corpus.reading.guard import Guard
from corpus.reading.guarded_client import guarded_client
from corpus.reading.parsing.here import HERE
from retrieval.curating.polling import Poller
from tests.kills.orders import Mortal, Orders
from tests.kills.outside import Outside

_PROPOSED = "proposal of "
_AT_ONCE = 4  # articles; a feed that is new brings five at most
_START = datetime.datetime(2026, 11, 29, 12, tzinfo=datetime.UTC)
_ITEM = "<item><title>Bericht {path}</title><link>{url}</link></item>"
_FEED = "<rss version='2.0'><channel><title>Stad</title>{items}</channel></rss>"
_PAGE = "<html lang='nl'><body><article><p>{story}</p></article></body></html>"
_STORY = "Bericht {path} meldt: de pont naar de Oosterkade is sinds maandag weer open, zegt de gemeente."


def poll(mortal: Mortal, desk: Desk, orders: Orders) -> None:
    """Poll what others have left, then follow one new feed after the other; each second one only proposes."""
    clients = reading(orders.address)
    at = _START + datetime.timedelta(days=orders.number)  # a feed that was claimed is let go in an hour
    poller = Poller(desk.catalogue, desk.curator, lambda: at, lambda: 0.5, clients, HERE, pause=0)
    for name in orders.left:
        _follow(desk, name.replace(f"{orders.address}/", f"{orders.address}/feed/").rpartition("/")[0], at)
    poller.poll_due()
    mortal.done(orders.left)
    for turn in itertools.count():
        named = _PROPOSED if turn % 2 else ""
        paths = [f"/{orders.number}/{turn}/{number}" for number in range(_AT_ONCE)]
        claims = {f"{named}{orders.address}{path}": _STORY.format(path=path) for path in paths}
        with mortal.dying(claims, together=False):
            _follow(desk, f"{named}{orders.address}/feed/{orders.number}/{turn}", at)
            (polled,) = poller.poll_due()
        assert polled.added + polled.proposed == _AT_ONCE, polled
        desk.opened_index.bring_up_to_date()


def _follow(desk: Desk, named: str, at: datetime.datetime) -> None:
    """Follow a feed, which only proposes where its name says so."""
    adds, url = not named.startswith(_PROPOSED), named.removeprefix(_PROPOSED)
    with desk.catalogue.writing() as connection:
        feeds.add(connection, None, url, "Stad", adds=adds, by="a tester", at=at)


def reading(address: str) -> Callable[[], httpx.Client]:
    """Return what reads the newspaper at an address of this machine, and nothing else."""
    ports = {urlsplit(address).port or 0}
    guard = Guard(resolve=lambda *_: ["127.0.0.1"], allows=lambda ip: ip.is_loopback, ports=ports)
    return lambda: guarded_client(guard)


class _Paper(BaseHTTPRequestHandler):
    """Prints any feed and any article that it is asked for."""

    def do_GET(self) -> None:
        here = f"http://{self.headers['Host']}"
        if self.path.startswith("/feed/"):
            paths = [f"{self.path.removeprefix('/feed')}/{number}" for number in range(_AT_ONCE)]
            items = "".join(_ITEM.format(path=path, url=here + path) for path in paths)
            body, kind = _FEED.format(items=items), "application/rss+xml"
        else:
            body, kind = _PAGE.format(story=_STORY.format(path=self.path)), "text/html"
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.end_headers()
        with contextlib.suppress(OSError):  # whoever asked has died
            self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base names it
        """Keep quiet."""


@contextlib.contextmanager
def printing() -> Iterator[Outside]:
    """Run the newspaper."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Paper)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield Outside(f"http://127.0.0.1:{server.server_port}")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
