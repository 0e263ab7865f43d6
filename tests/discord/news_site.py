"""A news site on loopback that the bot may read, as `news.example`, and nothing else on this machine."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

from bot.assembly import Desk
from corpus.reading.guard import Guard
from corpus.reading.guarded_client import guarded_client
from tests.reading.loopback import Site, handler

HOST = "news.example"
_PAGE = """<html lang="{language}"><head><title>{title}</title>
<meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="{published}"></head>
<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"""


@contextlib.contextmanager
def reading(desk: Desk) -> Iterator[Site]:
    """Serve a site for as long as this lasts, and let the desk read it by its name alone."""
    with serving() as site:
        guard = guard_of(site.server.server_port)
        desk.web_client = lambda: guarded_client(guard)
        yield site


def guard_of(port: int) -> Guard:
    """Return a guard that lets the site at this port be read by its name, and nothing else."""
    return Guard(
        resolve=lambda host, _: ["127.0.0.1"] if host == HOST else ["192.168.1.1"],
        allows=lambda ip: ip.is_loopback,
        ports={port},
    )


@contextlib.contextmanager
def serving() -> Iterator[Site]:
    """Serve a site for as long as this lasts."""
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(site))
    site.server = server
    site.url = f"http://{HOST}:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield site
    site.closing.set()
    server.shutdown()
    thread.join()
    server.server_close()


def page(
    title: str,
    *paragraphs: str,
    outlet: str = "The Example",
    published: str = "2025-03-04",
    language: str = "en",
) -> str:
    """Return the page of an article."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return _PAGE.format(title=title, outlet=outlet, published=published, language=language, paragraphs=body)
