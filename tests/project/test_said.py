"""What the page for operators quotes is what newsdesk really prints."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.project.tree import PACKAGES, ROOT

_PAGE = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
_PLACEHOLDER = "\0"
_LEAST = 12  # letters of a sentence beside what is filled in: less would fit anything
_FORMATTED = re.compile(r"%[srdg]|%\.\d+f")


def _quoted() -> Iterator[str]:
    """Yield the sentences and lines of the log that the page quotes; "…" is what is filled in."""
    for block in re.findall(r"^> .+(?:\n> .+)*", _PAGE, re.MULTILINE):
        yield re.sub(r"\n> ", " ", block).removeprefix("> ")
    for table in re.findall(r"^\| line \|.*\n(?:\|.*\n)+", _PAGE, re.MULTILINE):
        for row in table.splitlines()[2:]:
            yield from re.findall(r"`([^`]+)`", row.split("|")[1])


def _patterns(quoted: str) -> Iterator[re.Pattern[str]]:
    """Yield what the sentences in the code can print whose fixed words are all among what is `quoted`."""
    for package in PACKAGES:
        for module in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
                fixed = _FORMATTED.sub(_PLACEHOLDER, _said(node)).split(_PLACEHOLDER)
                if sum(map(len, fixed)) >= _LEAST and all(part in quoted for part in fixed):
                    yield re.compile(".+".join(map(re.escape, fixed)))


def _said(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_said(part) or _PLACEHOLDER for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_every_sentence_that_the_page_quotes_is_one_of_the_program() -> None:
    quoted = list(_quoted())
    patterns = list(_patterns("\n".join(quoted)))
    assert len(quoted) > 20
    invented = [one for one in quoted if not any(pattern.fullmatch(one) for pattern in patterns)]
    assert invented == []
