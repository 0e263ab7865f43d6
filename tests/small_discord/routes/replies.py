"""How Discord's HTTP API replies: documents, nothing, and errors with their codes."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web


class Refused(Exception):
    """What Discord refuses; `broken` names the rules that a well-made bot never breaks."""

    def __init__(self, status: int, code: int, text: str, broken: tuple[str, ...] = ()) -> None:
        super().__init__(text)
        self.status = status
        self.code = code
        self.broken = broken


def invalid(*broken: str) -> Refused:
    return Refused(400, 50035, "Invalid Form Body: " + "; ".join(broken)[:500], broken)


def unknown_channel() -> Refused:
    return Refused(404, 10003, "Unknown Channel")


def unknown_message() -> Refused:
    return Refused(404, 10008, "Unknown Message")


def unknown_guild() -> Refused:
    return Refused(404, 10004, "Unknown Guild")


def unknown_member() -> Refused:
    return Refused(404, 10007, "Unknown Member")


def unknown_webhook() -> Refused:
    return Refused(404, 10015, "Unknown Webhook")


def unknown_interaction() -> Refused:
    return Refused(404, 10062, "Unknown interaction")


def already_acknowledged() -> Refused:
    return Refused(400, 40060, "Interaction has already been acknowledged.")


def invalid_token() -> Refused:
    return Refused(401, 50027, "Invalid Webhook Token")


def missing_access() -> Refused:
    return Refused(403, 50001, "Missing Access")


def missing_permissions() -> Refused:
    return Refused(403, 50013, "Missing Permissions")


def of_another() -> Refused:
    return Refused(403, 50005, "Cannot edit a message authored by another user")


def document(content: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    # discord.py reads JSON only where the content type is exactly this, as Discord sends it.
    body = json.dumps(content).encode()
    return web.Response(body=body, status=status, headers=headers, content_type="application/json")


def nothing() -> web.Response:
    return web.Response(status=204)


def error(status: int, code: int, text: str) -> web.Response:
    return document({"message": text, "code": code}, status)


def limited(seconds: float) -> web.Response:
    told = {"message": "You are being rate limited.", "retry_after": seconds, "global": False}
    return document(told, 429, {"Via": "1.1 google", "Retry-After": "1"})


def cut(request: web.Request) -> web.Response:
    """End the connection instead of replying."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
