"""What a person fills into a modal, as Discord's client lets it be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.small_discord.acts.resolved import SELECTED, Resolved
from tests.small_discord.rules.component_rules import LABEL, ROW, STRING_SELECT, TEXT_DISPLAY, TEXT_INPUT
from tests.small_discord.state.payloads import Json

_RADIO, _CHECKBOXES, _CHECKBOX = 21, 22, 23


def filled(modal: Json, values: Mapping[str, Any], resolved: Resolved) -> Json:
    """Return the data of a submitted modal; `values` go by label or custom id, the rest stays as it is.

    Raises:
        AssertionError: the client would not let the modal be submitted like this.
    """
    known = {name for label, part in _inputs(modal["components"]) for name in (label, part["custom_id"])}
    assert set(values) <= known, f"the modal has no {set(values) - known}: it has {sorted(known)}"
    components = [_returned(each, values, resolved) for each in modal["components"]]
    data = {"custom_id": modal["custom_id"], "components": components}
    return data | ({"resolved": resolved.documents} if resolved.documents else {})


def prefilled(modal: Json) -> dict[str, str]:
    """Return the texts a modal opens with, by label."""
    texts = ((label, part) for label, part in _inputs(modal["components"]) if part["type"] == TEXT_INPUT)
    return {label: part.get("value") or "" for label, part in texts}


def _inputs(components: list[Json]) -> Iterator[tuple[str, Json]]:
    for component in components:
        if component["type"] == LABEL:
            yield component["label"], component["component"]
        elif component["type"] == ROW:
            yield from ((str(part.get("label")), part) for part in component["components"])


def _returned(component: Json, values: Mapping[str, Any], resolved: Resolved) -> Json:
    returned = {"type": component["type"], "id": component.get("id", 0)}
    if component["type"] == TEXT_DISPLAY:
        return returned
    inside = [_answered(part, _value(label, part, values), resolved) for label, part in _inputs([component])]
    return returned | ({"component": inside[0]} if component["type"] == LABEL else {"components": inside})


def _value(label: str, part: Json, values: Mapping[str, Any]) -> Any:
    for name in (part["custom_id"], label):
        if name in values:
            return values[name]
    return None


def _answered(part: Json, value: Any, resolved: Resolved) -> Json:
    kind = part["type"]
    returned = {"type": kind, "id": part.get("id", 0), "custom_id": part["custom_id"]}
    if kind == TEXT_INPUT:
        return returned | {"value": _text(part, value)}
    if kind == _CHECKBOX:
        return returned | {"value": bool(part.get("default") if value is None else value)}
    if kind == _RADIO:
        return returned | {"value": (_chosen(part, value) or [None])[0]}
    return returned | {"values": selected(part, _chosen(part, value), resolved)}


def _text(part: Json, value: Any) -> str:
    text = str(part.get("value") or "" if value is None else value)
    fewest, most = part.get("min_length") or 0, part.get("max_length") or 4000
    if not text:
        assert not part.get("required", True), f"{part['custom_id']} must be filled in"
        return text
    assert fewest <= len(text) <= most, f"{part['custom_id']} must be from {fewest} to {most} long"
    return text


def _chosen(part: Json, value: Any) -> list[Any]:
    if value is None:
        by_default = [option["value"] for option in part.get("options", []) if option.get("default")]
        return by_default or [default["id"] for default in part.get("default_values") or []]
    return list(value) if isinstance(value, (list, tuple)) else [value]


def selected(part: Json, values: list[Any], resolved: Resolved) -> list[str]:
    """Return the values of a select as they are sent.

    Raises:
        AssertionError: they cannot be selected.
    """
    kind = part["type"]
    optional = part.get("required") is False and not values
    fewest, most = part.get("min_values"), part.get("max_values") or 1
    fewest = 1 if fewest is None else fewest
    assert optional or fewest <= len(values) <= most, f"{len(values)} values, not {fewest} to {most}"
    if kind in (STRING_SELECT, _CHECKBOXES, _RADIO):
        offered = [option["value"] for option in part["options"]]
        assert set(values) <= set(offered), f"{values} are not among {offered}"
        return values
    return [str(resolved.value(SELECTED[kind], value)) for value in values]
