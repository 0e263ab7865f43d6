"""The port where metrics and health are asked for: on threads of its own, it answers beside a stuck loop."""

import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from socketserver import TCPServer, ThreadingMixIn
from typing import TYPE_CHECKING
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from prometheus_client import CollectorRegistry, make_wsgi_app

from bot.errors import PortRefused

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_SILENCE = 10.0  # seconds that a client may keep a thread waiting
Complaints = Callable[[], list[str]]


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True

    def server_bind(self) -> None:
        """Bind without asking DNS for this machine's name, which may take seconds where there is none."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]
        self.setup_environ()


class _ServerOfIPv6(_Server):
    address_family = socket.AF_INET6


class _Handler(WSGIRequestHandler):
    timeout = _SILENCE

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base's
        """Log nothing: somebody asks every few seconds."""


@contextmanager
def listening(host: str, port: int, application: "WSGIApplication") -> Iterator[int]:
    """Answer there until the context ends, and give the port; 0 takes one that is free.

    Raises:
        PortRefused: nothing can listen there.
    """
    try:
        server = (_ServerOfIPv6 if ":" in host else _Server)((host, port), _Handler)
    except OSError as error:
        raise PortRefused(
            f"Nothing can listen on {host}, port {port} ({error.strerror}): "
            "set METRICS_PORT to another number, and METRICS_HOST to an address of this machine."
        ) from error
    server.set_app(application)
    thread = threading.Thread(target=server.serve_forever, name="newsdesk-port", daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def application(registry: CollectorRegistry, health: Complaints, readiness: Complaints) -> "WSGIApplication":
    """Return what answers `/metrics`, `/healthz` and `/readyz`: 200 and `ok`, or 503 and a reason a line."""
    metrics: WSGIApplication = make_wsgi_app(registry)
    complaints = {"/healthz": health, "/readyz": readiness}

    def answer(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path == "/metrics":
            return metrics(environ, start)
        if path not in complaints:
            return _said(start, "404 Not Found", ["Here are /metrics, /healthz and /readyz."])
        wrong = complaints[path]()
        return _said(start, "503 Service Unavailable" if wrong else "200 OK", wrong or ["ok"])

    return answer


def _said(start: "StartResponse", status: str, lines: list[str]) -> list[bytes]:
    start(status, [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")])
    return ["".join(f"{line}\n" for line in lines).encode()]
