"""What a person types after a slash: the options of a command, with what Discord adds to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.small_discord.acts.resolved import Resolved
from tests.small_discord.routes.commands import descend
from tests.small_discord.rules.command_rules import CHAT
from tests.small_discord.state.payloads import Json
from tests.small_discord.state.world import File

STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = 3, 4, 5, 6, 7, 8, 9, 10, 11
_TYPES: dict[int, type | tuple[type, ...]] = {
    STRING: str,
    INTEGER: int,
    BOOLEAN: bool,
    USER: str,
    CHANNEL: str,
    ROLE: str,
    MENTIONABLE: str,
    NUMBER: (int, float),
    ATTACHMENT: File,
}


def typed(
    command: Json, path: list[str], values: Mapping[str, Any], resolved: Resolved, focused: str | None = None
) -> Json:
    """Return the data of an interaction for a registered command, as Discord's client lets it be typed.

    With `focused`, for an autocompletion: the others may be missing still.

    Raises:
        AssertionError: the client would not let anybody type this.
    """
    chain = descend(command, path)
    described = (chain[-1] if chain else command).get("options") or []
    options = {option["name"]: option for option in described}
    assert set(values) <= set(options), f"there is no option {set(values) - set(options)}: {sorted(options)}"
    missing = {name for name, option in options.items() if option.get("required")} - set(values)
    assert focused is not None or not missing, f"the required options {missing} are missing"
    filled = [_filled(options[name], value, resolved, focused) for name, value in values.items()]
    for level in reversed(chain):
        filled = [{"name": level["name"], "type": level["type"], "options": filled}]
    return _data(command["id"], command["name"], filled, resolved)


def forged(name: str, number: str, path: list[str], values: Mapping[str, Any], resolved: Resolved) -> Json:
    """Return the data of an interaction for a command that is not registered, or not like this."""
    filled: list[Json] = [
        {"name": key, "type": _type_of(value), "value": resolved.value(_type_of(value), value)}
        for key, value in values.items()
    ]
    for level, key in enumerate(reversed(path)):
        filled = [{"name": key, "type": 1 if level == 0 else 2, "options": filled}]
    return _data(number, name, filled, resolved)


def _data(number: str, name: str, options: list[Json], resolved: Resolved) -> Json:
    data = {"id": number, "name": name, "type": CHAT, "options": options}
    return data | ({"resolved": resolved.documents} if resolved.documents else {})


def _filled(option: Json, value: Any, resolved: Resolved, focused: str | None) -> Json:
    kind = option["type"]
    typed_now = option["name"] == focused
    if typed_now:
        assert option.get("autocomplete"), f"{option['name']} has no autocompletion"
        return {"name": option["name"], "type": kind, "value": value, "focused": True}
    _check(option, value)
    return {"name": option["name"], "type": kind, "value": resolved.value(kind, value)}


def _check(option: Json, value: Any) -> None:
    name, kind = option["name"], option["type"]
    right = isinstance(value, _TYPES[kind]) and (kind == BOOLEAN or not isinstance(value, bool))
    assert right, f"{name} cannot be {value!r}"
    choices = [choice["value"] for choice in option.get("choices") or []]
    assert not choices or value in choices, f"{name} is one of {choices}"
    size = len(value) if kind == STRING else value if kind in (INTEGER, NUMBER) else 0
    fewest, most = _bounds(option)
    assert fewest <= size <= most, f"{name} must be from {fewest} to {most}"


def _bounds(option: Json) -> tuple[float, float]:
    kind = option["type"]
    if kind == STRING:
        return option.get("min_length") or 0, option.get("max_length") or 6000
    if kind in (INTEGER, NUMBER):
        return option.get("min_value", float("-inf")), option.get("max_value", float("inf"))
    return 0, 0


def _type_of(value: Any) -> int:
    if isinstance(value, File):
        return ATTACHMENT
    return BOOLEAN if isinstance(value, bool) else INTEGER if isinstance(value, int) else STRING
