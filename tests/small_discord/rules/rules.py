"""What Discord would refuse: messages over its limits, and bodies its own description does not allow."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.small_discord.rules.component_rules import COMPONENTS_V2, components_broken
from tests.small_discord.state.payloads import Json

_DESCRIPTION = Path(__file__).parents[4] / "shared" / "data" / "discord-openapi.json"


def limits_broken(body: Json) -> Iterator[str]:
    """Name every limit that a message breaks, and every mention it might make."""
    content, embeds = body.get("content") or "", body.get("embeds") or []
    checks = {
        "content is longer than 2000": len(content) > 2000,
        "more than 10 embeds": len(embeds) > 10,
        "embeds are longer than 6000 together": sum(map(_length, embeds)) > 6000,
        "the message is empty": _is_empty(body),
        "mentions are not switched off": not _mentions_off(content, body.get("allowed_mentions") or {}),
    }
    yield from (name for name, broken in checks.items() if broken)
    for embed in embeds:
        yield from (f"{name} is longer than {most}" for name, most in _overlong(embed))
        yield from _malformed(embed)
    yield from components_broken(body.get("components") or [], body.get("flags") or 0)


def _is_empty(body: Json) -> bool:
    shown = [body.get("content"), body.get("embeds"), body.get("attachments"), body.get("sticker_ids")]
    if (body.get("flags") or 0) & COMPONENTS_V2:
        return not body.get("components")
    return not any(shown)


def _mentions_off(content: str, allowed: Json) -> bool:
    """Say whether nobody is pinged but people who are named one by one, in the words and beside them."""
    named = [str(person) for person in allowed.get("users") or []]
    others = [allowed.get("roles"), allowed.get("replied_user")]
    told = len(named) <= 100 and all(f"<@{person}>" in content for person in named)
    return allowed.get("parse") == [] and told and not any(others)


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


def _malformed(embed: Json) -> Iterator[str]:
    fields = embed.get("fields", [])
    if len(fields) > 25:
        yield "more than 25 fields"
    yield from ("a field is empty" for field in fields if not (field["name"] and field["value"]))
    addresses = [embed.get("url"), embed.get("author", {}).get("url")]
    addresses += [embed.get(part, {}).get("url") for part in ("image", "thumbnail")]
    yield from (f"{url} is no address" for url in addresses if url and not _is_address(url))


def _is_address(url: str) -> bool:
    return url.startswith(("http://", "https://", "attachment://")) and len(url) <= 2048


def _length(embed: Json) -> int:
    texts = [embed.get("title"), embed.get("description"), embed.get("author", {}).get("name")]
    texts += [embed.get("footer", {}).get("text")]
    texts += [text for field in embed.get("fields", []) for text in (field["name"], field["value"])]
    return sum(len(text or "") for text in texts)


def description_broken(method: str, path: str, body: Any) -> Iterator[str]:
    """Name where a body is not what Discord's own description of the path allows, where that is at hand."""
    yield from _description_broken(method, path, json.dumps(body))


@functools.lru_cache(maxsize=1024)  # every bot that starts registers the same commands
def _description_broken(method: str, path: str, body: str) -> tuple[str, ...]:
    validator = _validator(method, path)
    errors = validator.iter_errors(json.loads(body)) if validator is not None else ()
    return tuple(f"{error.json_path}: {error.message}"[:500] for error in errors)


@functools.cache
def is_described(method: str, path: str) -> bool:
    """Say whether Discord has such a route, as far as its description is at hand."""
    description = _described()
    return description is None or method.lower() in description["paths"].get(path, {})


@functools.cache
def _validator(method: str, path: str) -> Any:
    description = _described()
    if description is None:
        return None
    content = description["paths"][path][method.lower()].get("requestBody", {}).get("content", {})
    if "application/json" not in content:
        return None
    schema = content["application/json"]["schema"]
    jsonschema = pytest.importorskip("jsonschema")
    return jsonschema.Draft202012Validator({**schema, "components": description["components"]})


@functools.cache
def _described() -> Any:
    try:
        __import__("jsonschema")
        description = json.loads(_DESCRIPTION.read_text(encoding="utf-8"))
    except (ImportError, FileNotFoundError):
        return None
    # Discord takes ids as numbers too, and its client for Python sends some of them like that.
    snowflake = description["components"]["schemas"]["SnowflakeType"]
    description["components"]["schemas"]["SnowflakeType"] = {"anyOf": [snowflake, {"type": "integer"}]}
    return description
