"""Every regular expression of the product, and the ways in which it is tried on a text."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

from tests.project.tree import ROOT

_PACKAGES = ("bot", "retrieval", "corpus")
# What makes and measures the models is run by developers, on texts of their own; `env` needs Alembic.
_LEFT_OUT = ("retrieval.lab", "bot.__main__", "corpus.catalogue.migrations.env")
_WAYS = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern, where it stands as `folder/file.py:NAME` or `:line`, and the methods it is used by."""

    pattern: re.Pattern[Any]
    place: str
    ways: frozenset[str]


@cache
def collected() -> tuple[Found, ...]:
    """Import the whole product and return its patterns, each once a place.

    Those of modules are caught while they are imported, those of functions without parameters by calling
    them, and those written out in a call from the source.
    """
    caught: list[tuple[re.Pattern[Any], str, int]] = []
    with_recorder(_import_all, caught)
    found = {one.place + repr(one.pattern.pattern): one for one in map(_placed, caught)}
    found |= {one.place + repr(one.pattern.pattern): one for file in _files() for one in _written_out(file)}
    return tuple(sorted(found.values(), key=lambda one: one.place))


def with_recorder(act: Callable[[], object], caught: list[tuple[re.Pattern[Any], str, int]]) -> None:
    """Do something, and note each pattern that the product compiles meanwhile, with its file and line."""
    compiling = re.compile

    def recording(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        made = compiling(pattern, flags)
        frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 - who compiles it
        if frame is not None and frame.f_code.co_filename.startswith(_ROOTS):
            caught.append((made, frame.f_code.co_filename, frame.f_lineno))
        return made

    re.compile = recording
    try:
        act()
    finally:
        re.compile = compiling


_ROOTS = tuple(f"{ROOT / package}/" for package in _PACKAGES)


def _import_all() -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] in _PACKAGES]:
        del sys.modules[name]
    for package in _PACKAGES:
        for module in pkgutil.walk_packages([str(ROOT / package)], f"{package}."):
            if not module.name.startswith(_LEFT_OUT):
                _call_makers(importlib.import_module(module.name))


def _call_makers(module: Any) -> None:
    """Call the module's own functions that need nothing and give patterns."""
    for value in vars(module).values():
        inside = getattr(value, "__wrapped__", value)
        if getattr(inside, "__module__", None) != module.__name__ or not hasattr(inside, "__code__"):
            continue
        if not inside.__code__.co_argcount and "Pattern" in str(inside.__annotations__.get("return", "")):
            value()


def _placed(one: tuple[re.Pattern[Any], str, int]) -> Found:
    pattern, file, line = one
    path = Path(file)
    name = next((name for name, first, last in _names(path) if first <= line <= last), "")
    return Found(pattern, f"{path.relative_to(ROOT)}:{name or line}", _ways(path, name))


@cache
def _names(path: Path) -> tuple[tuple[str, int, int], ...]:
    return tuple(
        (name.id, node.lineno, node.end_lineno or node.lineno)
        for node in ast.parse(_source(path)).body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        for name in ast.walk(target)
        if isinstance(name, ast.Name)
    )


@cache
def _ways(path: Path, name: str) -> frozenset[str]:
    """Return the methods that are called on what bears that name; else all that its file calls."""
    files = (path,) if name.startswith("_") or not name else _files()
    seen = _called(rf"(?<![\w]){re.escape(name)}(?:\[[^\]\n]*\])?", files) if name else frozenset()
    return seen or _called("", (path,)) or frozenset({"finditer"})


def _called(before: str, files: tuple[Path, ...]) -> frozenset[str]:
    called = re.compile(rf"{before}\.({'|'.join(_WAYS)})\b")
    return frozenset(way for file in files for way in called.findall(_source(file)))


@cache
def _source(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@cache
def _files() -> tuple[Path, ...]:
    left_out = tuple(str(ROOT / name.replace(".", "/")) for name in _LEFT_OUT)
    files = (file for package in _PACKAGES for file in sorted((ROOT / package).rglob("*.py")))
    return tuple(file for file in files if not str(file).startswith(left_out))


def _written_out(file: Path) -> Iterator[Found]:
    """Yield the patterns that stand in calls such as `re.sub("…", …)`."""
    for node in ast.walk(ast.parse(_source(file))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
            continue
        first, way = node.args[0], node.func.attr
        if ast.unparse(node.func.value) == "re" and way in _WAYS and isinstance(first, ast.Constant):
            place = f"{file.relative_to(ROOT)}:{node.lineno}"
            yield Found(re.compile(first.value), place, frozenset({way}))
