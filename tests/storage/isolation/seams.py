"""Every function through which the product looks into a catalogue, and who calls it, by the sources."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.project.tree import ROOT

_LOOKED_INTO = re.compile(r"\b(Catalogue|Connection)\b")
_PREFIX = "corpus.catalogue."


def functions() -> set[str]:
    """Return all public functions that are given a catalogue or a connection to one, as `module.name`.

    Of classes that are given one, all public methods: `module.Class.name`. Modules of `corpus.catalogue` go
    by their last name, those of `retrieval` by their whole one.
    """
    return {name for file in _files("corpus/catalogue", "retrieval") for name in _of_module(file)}


def users() -> dict[str, set[str]]:
    """Return the files of the program that name each of these functions, by their paths."""
    named: dict[str, set[str]] = {}
    for file in _files("bot", "retrieval"):
        for name in _named_in(file):
            named.setdefault(name.removeprefix(_PREFIX), set()).add(str(file.relative_to(ROOT)))
    return named


def _files(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


@cache
def _parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _of_module(file: Path) -> Iterator[str]:
    module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
    short = module.removeprefix(_PREFIX)
    for held in _parsed(file).body:
        if isinstance(held, ast.FunctionDef) and _is_public(held) and _looks(held):
            yield f"{short}.{held.name}"
        elif isinstance(held, ast.ClassDef) and _is_public(held):
            methods = [one for one in held.body if isinstance(one, ast.FunctionDef)]
            if any(one.name == "__init__" and _looks(one) for one in methods):
                yield from (f"{short}.{held.name}.{one.name}" for one in methods if _is_public(one))


def _is_public(held: ast.FunctionDef | ast.ClassDef) -> bool:
    return not held.name.startswith("_")


def _looks(function: ast.FunctionDef) -> bool:
    given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return any(one.annotation and _LOOKED_INTO.search(ast.unparse(one.annotation)) for one in given)


def _named_in(file: Path) -> Iterator[str]:
    imported = {
        name.asname or name.name: f"{node.module}.{name.name}"
        for node in ast.walk(_parsed(file))
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    }
    yield from imported.values()
    for node in ast.walk(_parsed(file)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield f"{imported.get(node.value.id, node.value.id)}.{node.attr}"
