"""A small web site on loopback that answers as a test tells it to."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Answer:
    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    pause: float = 0


@dataclass
class Site:
    """What the site answers, by path, and the headers and paths of the requests it got."""

    server: ThreadingHTTPServer = field(init=False)
    url: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def show(self, path: str, body: bytes | str, kind: str = "text/html; charset=utf-8") -> str:
        raw = body.encode() if isinstance(body, str) else body
        return self.answer(path, Answer(raw, headers={"Content-Type": kind}))

    def secure(self, context: ssl.SSLContext) -> str:
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        return self.url.replace("http:", "https:")

    def answer(self, path: str, answer: Answer) -> str:
        self.answers[path] = answer
        return self.url + path


def handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.paths.append(self.path)
            site.asked.append({name.lower(): value for name, value in self.headers.items()})
            answer = site.answers.get(self.path.partition("?")[0], Answer(b"nothing here", 404))
            site.closing.wait(answer.pause)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(answer.body)
            except OSError:
                return  # the reader has seen enough

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base names it
            """Keep quiet."""

    return Handler
