"""The tree of the code with the first line of every file; run as a program it writes docs/tree.md."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "retrieval", "corpus")
PAGE = ROOT / "docs" / "tree.md"
_HEAD = """# The tree

Every file with the sentence that it opens with; `make tree` writes this page, and a test keeps it true.
Imports go `bot → retrieval → corpus` only, and within `retrieval` from one station to those below it;
[tour.md](tour.md) follows a question through it.

"""


def first_line(module: Path) -> str:
    """Return the sentence that a file opens with."""
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert docstring, f"{module} does not say what it is for"
    return docstring.splitlines()[0]


def page() -> str:
    """Return the page as the files have it now."""
    drawn = "\n".join(line for name in PACKAGES for line in _folder(ROOT / name, depth=0))
    return f"{_HEAD}{drawn.rstrip()}\n"


def _folder(folder: Path, depth: int) -> Iterator[str]:
    if depth == 0:
        yield f"## {folder.name}\n\n{first_line(folder / '__init__.py')}\n"
    else:
        yield f"{'  ' * (depth - 1)}- **{folder.name}/** {first_line(folder / '__init__.py')}"
    modules = sorted(path for path in folder.glob("*.py") if path.name != "__init__.py")
    for module in modules:
        where = module.relative_to(ROOT).as_posix()
        yield f"{'  ' * depth}- [{module.name}](../{where}) {first_line(module)}"
    for inner in sorted(path.parent for path in folder.glob("*/__init__.py")):
        yield from _folder(inner, depth + 1)
    if depth == 0:
        yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
