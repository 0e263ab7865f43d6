"""What Discord would refuse of buttons, selects and modals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.small_discord.state.payloads import Json

COMPONENTS_V2 = 1 << 15
ROW, BUTTON, STRING_SELECT, TEXT_INPUT, TEXT_DISPLAY, LABEL = 1, 2, 3, 4, 10, 18
_LINK, _PREMIUM = 5, 6
_SELECTS = frozenset({3, 5, 6, 7, 8})
_INTERACTIVE = _SELECTS | {BUTTON, TEXT_INPUT}

# How long each text of a component may be, by its type.
_LONGEST = {
    BUTTON: {"label": 80, "custom_id": 100, "url": 512},
    TEXT_INPUT: {"custom_id": 100, "placeholder": 100, "value": 4000},
    LABEL: {"label": 45, "description": 100},
    TEXT_DISPLAY: {"content": 4000},
} | {kind: {"custom_id": 100, "placeholder": 150} for kind in _SELECTS}


def components_broken(components: list[Json], flags: int) -> Iterator[str]:
    """Name every rule that the components of a message break."""
    everything = list(_walk(components))
    if flags & COMPONENTS_V2:
        if len(everything) > 40:
            yield "more than 40 components"
    else:
        if len(components) > 5:
            yield "more than 5 rows"
        yield from (f"a {each['type']} outside a row" for each in components if each["type"] != ROW)
    yield from (
        f"a {each['type']} in a message" for each in everything if each["type"] in (TEXT_INPUT, LABEL)
    )
    yield from _parts_broken(everything)


def modal_broken(modal: Json) -> Iterator[str]:
    """Name every rule that a modal breaks."""
    components = modal["components"]
    if not 1 <= len(modal["title"]) <= 45:
        yield "the title of a modal is not 1 to 45 characters"
    if not 1 <= len(modal["custom_id"]) <= 100:
        yield "the custom id of a modal is not 1 to 100 characters"
    if not 1 <= len(components) <= 5:
        yield "a modal has not 1 to 5 components"
    yield from (
        f"a {each['type']} at the top of a modal"
        for each in components
        if each["type"] not in (ROW, LABEL, TEXT_DISPLAY)
    )
    yield from (f"a {each['type']} in a modal" for each in _walk(components) if each["type"] == BUTTON)
    yield from _parts_broken(list(_walk(components)))


def _walk(components: list[Json]) -> Iterator[Json]:
    for component in components:
        yield component
        inside = [component.get("component"), component.get("accessory")]
        yield from _walk([*component.get("components", []), *filter(None, inside)])


def _parts_broken(everything: list[Json]) -> Iterator[str]:
    names = [each["custom_id"] for each in everything if each.get("custom_id")]
    if len(names) != len(set(names)):
        yield "two components have the same custom id"
    for each in everything:
        longest = _LONGEST.get(each["type"], {})
        yield from (
            f"{key} is longer than {most}" for key, most in longest.items() if len(each.get(key) or "") > most
        )
        if each["type"] in _INTERACTIVE - {BUTTON} and not each.get("custom_id"):
            yield f"a {each['type']} has no custom id"
        yield from _KINDS.get(each["type"], _nothing)(each)


def _nothing(_: Json) -> Iterator[str]:
    return iter(())


def _row_broken(row: Json) -> Iterator[str]:
    kinds = [each["type"] for each in row["components"]]
    if not 1 <= len(kinds) <= 5:
        yield "a row has not 1 to 5 components"
    if len(kinds) > 1 and set(kinds) != {BUTTON}:
        yield "a row has something beside a select or a text input"


def _button_broken(button: Json) -> Iterator[str]:
    if button["style"] == _PREMIUM:
        return
    if bool(button.get("custom_id")) == bool(button.get("url")):
        yield "a button has not either a custom id or an address"
    if bool(button.get("url")) != (button["style"] == _LINK):
        yield "a button with an address is a link, and only that"
    if not (button.get("label") or button.get("emoji")):
        yield "a button says nothing"


def _options(select: Json) -> list[Json]:
    return select.get("options") or []


def _string_select_broken(select: Json) -> Iterator[str]:
    options = _options(select)
    if not 1 <= len(options) <= 25:
        yield "a select has not 1 to 25 options"
    values = [option["value"] for option in options]
    if len(values) != len(set(values)):
        yield "two options have the same value"
    for option in options:
        texts = [option["label"], option["value"], option.get("description") or "-"]
        yield from ("an option is not 1 to 100 characters" for text in texts if not 1 <= len(text) <= 100)


def _bounds_broken(select: Json) -> Iterator[str]:
    fewest, most = _given(select, "min_values", 1), _given(select, "max_values", 1)
    available = len(_options(select)) if select["type"] == STRING_SELECT else 25
    if not (0 <= fewest <= most and 1 <= most <= min(available, 25)):
        yield "a select wants more or fewer values than there are"
    chosen = [option for option in _options(select) if option.get("default")]
    if len(chosen) > most:
        yield "a select has more defaults than values"


def _select_broken(select: Json) -> Iterator[str]:
    if select["type"] == STRING_SELECT:
        yield from _string_select_broken(select)
    yield from _bounds_broken(select)


def _text_input_broken(text: Json) -> Iterator[str]:
    fewest, most = _given(text, "min_length", 0), _given(text, "max_length", 4000)
    if not (0 <= fewest <= most and 1 <= most <= 4000):
        yield "a text input has impossible lengths"
    if text.get("value") and not fewest <= len(text["value"]) <= most:
        yield "a text input begins with a text of a forbidden length"
    if text.get("label") is not None and not 1 <= len(text["label"]) <= 45:
        yield "the label of a text input is not 1 to 45 characters"


def _given(component: Json, key: str, default: int) -> int:
    value: Any = component.get(key)
    return default if value is None else int(value)


_KINDS = {ROW: _row_broken, BUTTON: _button_broken, TEXT_INPUT: _text_input_broken} | dict.fromkeys(
    _SELECTS, _select_broken
)
