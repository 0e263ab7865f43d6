"""A site on loopback that says the same bytes to whoever connects, one after the other."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.reading.attacks import Behaviour

_DRIP_SECONDS = 0.02


@dataclass
class Hostile:
    """A listening socket, what was asked there, and from where those came who have gone away again."""

    listening: socket.socket
    asked: list[bytes] = field(default_factory=list)
    gone: list[object] = field(default_factory=list)
    some_gone: threading.Condition = field(default_factory=threading.Condition)
    closing: threading.Event = field(default_factory=threading.Event)

    @property
    def port(self) -> int:
        return int(self.listening.getsockname()[1])

    def is_free(self, seconds: float) -> bool:
        """Tell whether, within the seconds, it answers us: only once all who came before have gone."""
        with socket.create_connection(("127.0.0.1", self.port), seconds) as ours:
            address = ours.getsockname()
        with self.some_gone:
            return self.some_gone.wait_for(lambda: address in self.gone, seconds)


@contextlib.contextmanager
def saying(behaviour: Behaviour) -> Iterator[Hostile]:
    """Serve a behaviour on 127.0.0.1 for as long as this lasts."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        site = Hostile(listening)
        thread = threading.Thread(target=_serve, args=(site, behaviour))
        thread.start()
        try:
            yield site
        finally:
            site.closing.set()
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", site.port), 1):
                pass
            thread.join()


def _serve(site: Hostile, behaviour: Behaviour) -> None:
    while not site.closing.is_set():
        connection, address = site.listening.accept()
        with connection, contextlib.suppress(OSError):
            if not site.closing.is_set():
                site.asked.append(connection.recv(65_536))
                connection.sendall(behaviour.once)
                _go_on(site, behaviour, connection)
        with site.some_gone:
            site.gone.append(address)
            site.some_gone.notify_all()


def _go_on(site: Hostile, behaviour: Behaviour, connection: socket.socket) -> None:
    connection.settimeout(_DRIP_SECONDS)
    while behaviour.forever is not None and not site.closing.is_set():
        if behaviour.slowly or not behaviour.forever:
            with contextlib.suppress(TimeoutError):
                if not connection.recv(1):  # the reader has gone; until then this is the pause
                    return
        _send(site, connection, behaviour.forever)


def _send(site: Hostile, connection: socket.socket, piece: bytes) -> None:
    rest = memoryview(piece)
    while rest and not site.closing.is_set():
        with contextlib.suppress(TimeoutError):
            rest = rest[connection.send(rest) :]


@contextlib.contextmanager
def untouched(port: int, *hosts: str) -> Iterator[None]:
    """Listen where nobody may connect, on a port of several addresses, and make sure that nobody did."""
    with contextlib.ExitStack() as stack:
        listening = [stack.enter_context(_listening(host, port)) for host in hosts]
        yield
        for one in listening:
            # Connections are accepted in order: ours is the first unless somebody was there before.
            with socket.create_connection(one.getsockname()[:2], 5) as ours:
                accepted, address = one.accept()
                accepted.close()
                assert address[:2] == ours.getsockname()[:2]


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)
