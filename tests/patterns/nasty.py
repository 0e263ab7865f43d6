"""Texts that are hard on a pattern, made of what the pattern itself looks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as sre  # type: ignore[attr-defined]  # the parser of the standard library
from re import _parser as parser  # type: ignore[attr-defined]  # the same
from typing import Any

_REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}
_LONG = 20  # repeats that end sooner cost little
_CHOICES = 3  # alternatives tried of a set or of branches
_SIGNS = "a1 \nA.,-_/:;()[]<>\"'&=%#@!?*+|€éÀ\t\u2019\u2013\u2026"
_BREAKERS = "\0", "a", " "
_CATEGORIES = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}
_OF_CATEGORY: dict[Any, str] = {
    sre.CATEGORY_DIGIT: "17",
    sre.CATEGORY_NOT_DIGIT: "a .",
    sre.CATEGORY_SPACE: " \n",
    sre.CATEGORY_NOT_SPACE: "a1.",
    sre.CATEGORY_WORD: "a1_",
    sre.CATEGORY_NOT_WORD: " .-",
}
_ANYWHERE = (" ", "a", "\n", "1", "A", "<", "a ", "1 ", "A. ", "\n a", "((", '"')


def texts(pattern: re.Pattern[Any], size: int, choices: int = _CHOICES) -> Iterator[Any]:
    """Yield texts of about `size` characters: what the pattern repeats again and again, and almost an end.

    `choices` is how many alternatives are tried of a set of characters or of branches.
    """
    tree = parser.parse(pattern.pattern, pattern.flags)
    for text in dict.fromkeys(_texts(tree, size, choices)):
        yield text.encode("utf-8", "replace") if isinstance(pattern.pattern, bytes) else text


def _texts(tree: Any, size: int, choices: int) -> Iterator[str]:
    for choice in range(choices):
        for before, again in dict.fromkeys(_repeats(tree, "", choice)):
            yield from _around(before, again or "a", size)
        whole = _sample(tree, choice)
        if len(whole) > 1:
            yield _long(whole[:-1], size)
            yield _long(whole, size)
    yield from (_long(one, size) for one in _ANYWHERE)


def _around(before: str, again: str, size: int) -> Iterator[str]:
    for breaker in _BREAKERS:
        yield before + _long(again, size) + breaker
    yield _long(before + again, size)
    yield _long(again, size // 2) + _long(before + again, size // 2)


def _long(piece: str, size: int) -> str:
    return piece * (size // len(piece) + 1)


def _repeats(tree: Iterable[Any], before: str, choice: int) -> Iterator[tuple[str, str]]:
    """Yield what may be repeated without an end, with what stands before it."""
    for operation, value in tree:
        if operation in _REPEATS:
            _, most, body = value
            if most > _LONG:
                yield before, _sample(body, choice)
            yield from _repeats(body, before, choice)
        else:
            for inner in _inside(operation, value):
                yield from _repeats(inner, before, choice)
        before += _sample([(operation, value)], choice)


def _inside(operation: Any, value: Any) -> Iterator[Any]:
    if operation is sre.SUBPATTERN:
        yield value[-1]
    elif operation is sre.BRANCH:
        yield from value[1]
    elif operation in {sre.ASSERT, sre.ASSERT_NOT}:
        yield value[1]
    elif operation is sre.ATOMIC_GROUP:
        yield value
    elif operation is sre.GROUPREF_EXISTS:
        yield from filter(None, value[1:])


def _sample(tree: Iterable[Any], choice: int) -> str:
    return "".join(_of(operation, value, choice) for operation, value in tree)


def _of(operation: Any, value: Any, choice: int) -> str:  # noqa: C901, PLR0911 - a line for each kind
    if operation is sre.LITERAL:
        return chr(value)
    if operation is sre.NOT_LITERAL:
        return _another({chr(value)}, choice)
    if operation is sre.ANY:
        return "a .1"[choice]
    if operation is sre.IN:
        return _of_set(value, choice)
    if operation in _REPEATS:
        return _sample(value[2], choice) * int(max(value[0], min(value[1], 1)))
    if operation is sre.BRANCH:
        return _sample(value[1][choice % len(value[1])], choice)
    if operation in {sre.SUBPATTERN, sre.ATOMIC_GROUP}:
        return _sample(value[-1] if operation is sre.SUBPATTERN else value, choice)
    return ""


def _of_set(items: list[Any], choice: int) -> str:
    if items[0][0] is sre.NEGATE:
        shut = {sign for sign in _SIGNS if any(_holds(item, sign) for item in items[1:])}
        return _another(shut, choice)
    item = items[choice % len(items)]
    if item[0] is sre.LITERAL:
        return chr(item[1])
    if item[0] is sre.RANGE:
        return chr(min(item[1][0] + choice, item[1][1]))
    return _OF_CATEGORY[item[1]][choice % len(_OF_CATEGORY[item[1]])]


def _holds(item: Any, sign: str) -> bool:
    kind, value = item
    if kind is sre.LITERAL:
        return chr(value) == sign
    if kind is sre.RANGE:
        return bool(value[0] <= ord(sign) <= value[1])
    return re.match(_CATEGORIES[value], sign) is not None


def _another(shut: set[str], choice: int) -> str:
    open_ = [sign for sign in _SIGNS if sign not in shut] or ["\u4e00"]
    return open_[choice % len(open_)]
