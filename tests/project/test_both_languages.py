"""Every sentence of the bot's own stands in English and in Dutch, with the same things to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from itertools import chain
from pathlib import Path

import pytest

import bot
from bot.bilingual import Bilingual, Both, Words, counted

_FILLED_IN = re.compile(r"\{\w+\}")


def tables() -> list[type[Words]]:
    """Return every table of words; each is found by the module that it stands in."""
    folder = Path(bot.__path__[0])
    for path in folder.rglob("*.py"):
        if "Words):" in path.read_text(encoding="utf-8"):
            import_module(".".join(["bot", *path.relative_to(folder).with_suffix("").parts]))
    found, looked_at = [], [Words]
    while looked_at:
        below = looked_at.pop().__subclasses__()
        found += below
        looked_at += below
    return sorted(found, key=lambda table: (table.__module__, table.__name__))


def texts(entry: object) -> Iterator[str]:
    """Return the texts of an entry: itself, those of a pair, or those of a name for each of several."""
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, Mapping):
        yield from chain.from_iterable(texts(one) for one in entry.values())
    elif isinstance(entry, tuple):
        yield from chain.from_iterable(texts(one) for one in entry)
    else:
        pytest.fail(f"{entry!r} is no text")


def faults(name: str, entry: Both[object]) -> Iterator[str]:
    """Say what is wrong with an entry."""
    english, dutch = list(texts(entry.english)), list(texts(entry.dutch))
    if len(english) != len(dutch) or not english:
        yield f"{name} has other parts in Dutch"
    for one, other in zip(english, dutch, strict=False):
        if sorted(_FILLED_IN.findall(one)) != sorted(_FILLED_IN.findall(other)):
            yield f"{name} is filled in otherwise in Dutch: {one!r}, {other!r}"
        if bool(one.strip()) != bool(other.strip()):
            yield f"{name} is empty in one language"
    if not "".join(english).strip():
        yield f"{name} is empty"


def test_nothing_is_empty_in_a_language_or_filled_in_otherwise() -> None:
    every = [
        (f"{table.__name__}.{name}", entry)
        for table in tables()
        for name, entry in vars(table).items()
        if isinstance(entry, Both)
    ]

    assert len(every) > 500
    assert [fault for name, entry in every for fault in faults(name, entry)] == []


def test_who_reads_neither_language_reads_english() -> None:
    class Fruit(Words):
        pear = Both("pear", "peer")
        apples = Both(("one apple", "{count} apples"), ("één appel", "{count} appels"))

    fruit = Bilingual(Fruit)

    assert [fruit.of(code).pear for code in ("en", "nl", "de", None)] == ["pear", "peer", "pear", "pear"]
    assert [counted(fruit.of("nl").apples, count) for count in (0, 1, 2)] == [
        *("0 appels", "één appel", "2 appels")
    ]
