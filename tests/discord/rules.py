"""What Discord would refuse: messages over its limits, and bodies its own description does not allow."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.discord.payloads import Json

_DESCRIPTION = Path(__file__).parents[3] / "shared" / "data" / "discord-openapi.json"


def limits_broken(body: Json) -> Iterator[str]:
    """Name every limit that a message breaks, and every mention it might make."""
    content, embeds = body.get("content") or "", body.get("embeds") or []
    checks = {
        "content is longer than 2000": len(content) > 2000,
        "more than 10 embeds": len(embeds) > 10,
        "embeds are longer than 6000 together": sum(map(_length, embeds)) > 6000,
        "the message is empty": not content and not embeds,
        "mentions are not switched off": body.get("allowed_mentions", {}).get("parse") != [],
    }
    yield from (name for name, broken in checks.items() if broken)
    yield from (f"{name} is longer than {most}" for embed in embeds for name, most in _overlong(embed))


def _overlong(embed: Json) -> Iterator[tuple[str, int]]:
    parts = [
        ("title", embed.get("title"), 256),
        ("description", embed.get("description"), 4096),
        ("author", embed.get("author", {}).get("name"), 256),
        ("footer", embed.get("footer", {}).get("text"), 2048),
    ]
    for field in embed.get("fields", []):
        parts += [("field name", field["name"], 256), ("field", field["value"], 1024)]
    yield from ((name, most) for name, text, most in parts if len(text or "") > most)


def _length(embed: Json) -> int:
    texts = [embed.get("title"), embed.get("description"), embed.get("author", {}).get("name")]
    texts += [embed.get("footer", {}).get("text")]
    texts += [text for field in embed.get("fields", []) for text in (field["name"], field["value"])]
    return sum(len(text or "") for text in texts)


def description_broken(method: str, path: str, body: Any) -> Iterator[str]:
    """Name where a body is not what Discord's own description of the path allows, where that is at hand."""
    validator = _validator(method, path)
    if validator is not None:
        yield from (f"{error.json_path}: {error.message}"[:500] for error in validator.iter_errors(body))


@functools.cache
def _validator(method: str, path: str) -> Any:
    description = _described()
    if description is None:
        return None
    operation = description["paths"][path][method.lower()]
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    jsonschema = pytest.importorskip("jsonschema")
    return jsonschema.Draft202012Validator({**schema, "components": description["components"]})


@functools.cache
def _described() -> Any:
    try:
        __import__("jsonschema")
        return json.loads(_DESCRIPTION.read_text(encoding="utf-8"))
    except (ImportError, FileNotFoundError):
        return None
