"""The front matter of site generators and note programs, in YAML, TOML or JSON: the one door to PyYAML."""

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from corpus.address import is_address
from corpus.reading.field_values import day, sourced, tongue
from corpus.reading.field_words import field_of
from corpus.reading.fields import one_line, person

_YAML = re.compile(r"\A\s*+---[ \t]*\n(?P<block>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\A\s*+\+\+\+[ \t]*\n(?P<block>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"^(?=[^\s#-])", re.MULTILINE)
_LINE = re.compile(r"(?P<key>[^\s:][^:\n]*):[ \t]+(?P<value>.*)")
_PROGRAMS = re.compile(r"[a-z][\w-]*")
_WIKI = re.compile(r"\[\[(?:[^\[\]|]*+\|)?(?P<shown>[^\[\]|#]++)(?:#[^\[\]|]*+)?\]\]")
_LONGEST = 50_000  # characters; PyYAML reads these in under a second
_DEEPEST = 4
_MOST_NAMES = 20
_NOTHING = {"", "~", "null"}
_TYPED: dict[str, Callable[[str], str]] = {
    "published": day,
    "modified": day,
    "language": lambda first: tongue(first) or first,
}


def split(text: str) -> tuple[dict[str, str], str] | None:
    """Return what a text's front matter says of the article's fields and the text after it, or None.

    Only the keys of the outermost level are the article's own. A rule of dashes with prose below it is
    no front matter: its block has keys that are known or are written as programs write them.
    """
    stated, end = _fenced(text) or _json(text) or ({}, 0)
    if not stated or not (any(map(field_of, stated)) or all(map(_PROGRAMS.fullmatch, stated))):
        return None
    return _values(stated), text[end:]


def _fenced(text: str) -> tuple[dict[str, object], int] | None:
    for fence, read in ((_YAML, _yaml), (_TOML, _toml)):
        match = fence.match(text)
        if match and len(match["block"]) <= _LONGEST:
            return read(match["block"]), match.end()
    return None


def _json(text: str) -> tuple[dict[str, object], int] | None:
    start = len(text) - len(text.lstrip())
    try:
        stated, length = json.JSONDecoder().raw_decode(text[start : start + _LONGEST])
    except (ValueError, RecursionError):
        return None
    return (stated, start + length) if isinstance(stated, dict) else None


def _yaml(block: str) -> dict[str, object]:
    """Return the entries of a block; one that is no YAML (`title: Raad: brug dicht`) is read as its line."""
    whole = _entries(block)
    if whole is not None:
        return whole
    stated: dict[str, object] = {}
    for entry in _ENTRY.split(block):
        stated |= _entries(entry) or _as_written(entry)
    return stated


def _entries(block: str) -> dict[str, object] | None:
    import yaml  # noqa: PLC0415 - loads only for a front matter

    try:
        # It makes only texts, lists and mappings: dates and `no` stay as written, tags mean nothing.
        stated = yaml.load(block, Loader=yaml.BaseLoader)  # nosec B506 # noqa: S506 - below the safe one
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return {str(key): value for key, value in stated.items()} if isinstance(stated, dict) else None


def _as_written(entry: str) -> dict[str, object]:
    match = _LINE.match(entry)
    return {match["key"].strip(): match["value"].strip()} if match else {}


def _toml(block: str) -> dict[str, object]:
    try:
        return tomllib.loads(block)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _values(stated: Mapping[str, object]) -> dict[str, str]:
    values: dict[str, str] = {}
    for key, value in stated.items():
        field = field_of(key)
        if field:
            for name, said in _said(field, value).items():
                values[name] = values.get(name) or said
    return values


def _said(field: str, value: object) -> dict[str, str]:
    names = list(islice(_names(value, field), _MOST_NAMES))
    if field == "author":
        return {"author": ", ".join(filter(None, map(person, names)))}
    first = names[0] if names else ""
    if field == "outlet":
        return sourced(first) if len(names) == 1 else {"outlet": ", ".join(names)}
    if field in _TYPED:
        return {field: _TYPED[field](first)}
    # Where a site generator writes a page (`/2023/09/bridge/`) is not where the article was found.
    return {} if field == "url" and not is_address(first) else {field: first}


def _names(value: object, field: str, depth: int = _DEEPEST) -> Iterator[str]:
    if isinstance(value, dict):
        value = value.get("name") if field in {"author", "outlet"} else None
    if isinstance(value, list):
        for part in value if depth else []:
            yield from _names(part, field, depth - 1)
    elif value is not None and str(value).strip().lower() not in _NOTHING:
        yield _WIKI.sub(r"\g<shown>", one_line(str(value)))
