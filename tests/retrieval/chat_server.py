"""A chat model on loopback that speaks OpenAI's protocol, or Ollama's, and says what a test tells it to."""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from retrieval.phrasing.chat_model import ChatModel


@dataclass(frozen=True)
class Asked:
    """A request: what the model was told."""

    system: str
    said: str
    body: Mapping[str, Any]
    headers: Mapping[str, str]


@dataclass
class Reply:
    """What the model says, in pieces `pause` seconds apart; `breaks` ends the connection in the middle."""

    pieces: Iterable[str] = ()
    pause: float = 0
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    breaks: bool = False


def saying(text: str, **how: Any) -> Reply:
    """Return a reply in pieces of a few characters, as models write."""
    return Reply([text[at : at + 7] for at in range(0, len(text), 7)], **how)


def endless(sentence: str) -> Reply:
    """Return a reply that never ends."""
    return Reply(itertools.repeat(sentence))


@dataclass
class Chat:
    """The server: `reply` decides what is said to each request."""

    url: str
    reply: Callable[[Asked], Reply] = lambda _: Reply()
    asked: list[Asked] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def says(self, text: str, **how: Any) -> None:
        self.reply = lambda _: saying(text, **how)

    def model(self, seconds: float = 5.0) -> ChatModel:
        return ChatModel("openai:loopback", self.url, seconds=seconds)


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        chat: Chat = self.server.chat  # type: ignore[attr-defined]  # put there by `serving`
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        told = {one["role"]: one["content"] for one in body["messages"]}
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(told["system"], told["user"], body, headers)
        chat.asked.append(asked)
        assert body["stream"]
        assert self.path in {"/v1/chat/completions", "/api/chat"}
        self._answer(chat.reply(asked), chat.closing)

    def _answer(self, reply: Reply, closing: threading.Event) -> None:
        self.send_response(reply.status)
        for name, value in {"Content-Type": "text/event-stream", **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            if reply.status == HTTPStatus.OK:
                self._write(reply, closing)
            else:
                self.wfile.write(json.dumps({"error": {"message": "no", "code": reply.status}}).encode())
        except OSError:
            return  # the listener has heard enough

    def _write(self, reply: Reply, closing: threading.Event) -> None:
        for piece in reply.pieces:
            self._event({"role": "assistant", "content": piece})
            if closing.wait(reply.pause):
                return
        if not reply.breaks:
            self._event({}, "stop")
            self.wfile.write(b"" if self.path == "/api/chat" else b"data: [DONE]\n\n")

    def _event(self, delta: Mapping[str, str], finish: str | None = None) -> None:
        if self.path == "/api/chat":
            message = {"role": "assistant", "content": "", **delta}
            line = {
                "model": "loopback",
                "message": message,
                "done": finish is not None,
                "done_reason": finish,
            }
            self.wfile.write(f"{json.dumps(line)}\n".encode())
            return
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "loopback"}
        self.wfile.write(f"data: {json.dumps({**chunk, 'choices': [choice]})}\n\n".encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base names it
        """Keep quiet."""


@contextmanager
def serving() -> Iterator[Chat]:
    """Serve until the end of the block."""
    chat = Chat("")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.chat = chat  # type: ignore[attr-defined]  # where the handler looks for it
    chat.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield chat
    chat.closing.set()
    server.shutdown()
    thread.join()
    server.server_close()
