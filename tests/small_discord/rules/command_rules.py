"""What Discord would refuse of the commands that a bot registers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tests.small_discord.state.payloads import Json

CHAT, USER, MESSAGE = 1, 2, 3
SUBCOMMAND, GROUP, STRING, INTEGER, NUMBER = 1, 2, 3, 4, 10
_MOST = {CHAT: 100, USER: 15, MESSAGE: 15}
_NAME = re.compile(r"[-_'\w]{1,32}")


def commands_broken(commands: list[Json]) -> Iterator[str]:
    """Name every rule that the commands break, registered together."""
    kinds = Counter(kind_of(command) for command in commands)
    yield from (f"more than {most} commands of a kind" for kind, most in _MOST.items() if kinds[kind] > most)
    named = Counter((kind_of(command), command["name"]) for command in commands)
    yield from (f"{name} is there twice" for (_, name), count in named.items() if count > 1)
    for command in commands:
        rules = _chat_broken if kind_of(command) == CHAT else _menu_broken
        yield from (f"{command['name']}: {broken}" for broken in rules(command))


def kind_of(command: Json) -> int:
    """Return what kind of command it is; where nothing is said, a slash command."""
    return int(command.get("type") or CHAT)


def _menu_broken(command: Json) -> Iterator[str]:
    yield from (
        "the name is not 1 to 32 characters"
        for name in _every(command, "name")
        if not 1 <= len(name.strip()) <= 32
    )
    if command.get("description") or command.get("options"):
        yield "a menu has no description and no options"


def _chat_broken(command: Json) -> Iterator[str]:
    if _size(command) > 8000:
        yield "names and descriptions are longer than 8000 together"
    yield from _node_broken(command)


def _node_broken(node: Json) -> Iterator[str]:
    """Name what is wrong with a command or option, and everything below it."""
    yield from (f"{name!r} is no name" for name in _every(node, "name") if not _is_name(name))
    yield from (
        f"the description {text!r} is not 1 to 100 characters"
        for text in _every(node, "description")
        if not 1 <= len(text) <= 100
    )
    options = node.get("options") or []
    yield from _options_broken(options)
    for option in options:
        yield from _choices_broken(option)
        yield from _nesting_broken(option)
        yield from (f"{option['name']}: {broken}" for broken in _node_broken(option))


def _options_broken(options: list[Json]) -> Iterator[str]:
    if len(options) > 25:
        yield "more than 25 options"
    names = [option["name"] for option in options]
    if len(names) != len(set(names)):
        yield "two options have the same name"
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        yield "a required option comes after one that is not"
    if len({option["type"] in (SUBCOMMAND, GROUP) for option in options}) > 1:
        yield "subcommands stand beside other options"


def _nesting_broken(option: Json) -> Iterator[str]:
    inside = [each["type"] for each in option.get("options") or []]
    if option["type"] == GROUP and set(inside) != {SUBCOMMAND}:
        yield "a group holds something other than subcommands"
    if option["type"] == SUBCOMMAND and {SUBCOMMAND, GROUP} & set(inside):
        yield "a subcommand holds subcommands"


def _choices_broken(option: Json) -> Iterator[str]:
    choices = option.get("choices") or []
    if choices and option.get("autocomplete"):
        yield "an option has both choices and autocompletion"
    if (choices or option.get("autocomplete")) and option["type"] not in (STRING, INTEGER, NUMBER):
        yield "only texts and numbers have choices"
    yield from choices_broken(choices)


def choices_broken(choices: list[Json]) -> Iterator[str]:
    """Name what is wrong with the choices of an option, or of an autocompletion."""
    if len(choices) > 25:
        yield "more than 25 choices"
    for choice in choices:
        values = [str(choice["value"]), *_every(choice, "name")]
        yield from ("a choice is not 1 to 100 characters" for text in values if not 1 <= len(text) <= 100)


def _is_name(name: str) -> bool:
    return _NAME.fullmatch(name) is not None and name == name.lower()


def _every(node: Json, key: str) -> list[str]:
    """Return a text of a command in every language it is in."""
    return [node[key], *(node.get(f"{key}_localizations") or {}).values()]


def _size(node: Json) -> int:
    below = [*(node.get("options") or []), *(node.get("choices") or [])]
    own = [max(map(len, _every(node, key))) for key in ("name", "description") if key in node]
    value = len(str(node["value"])) if "value" in node else 0
    return sum(own) + value + sum(map(_size, below))
