"""The tree is the drawing of the architecture: what is where, what it is for, what imports what."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(path for folder in ("bot", "retrieval", "corpus") for path in (ROOT / folder).rglob("*.py"))
PROSE = "The tree"


def first_line(module: Path) -> str:
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert docstring, f"{module} does not say what it is for"
    return docstring.splitlines()[0]


def drawn() -> dict[str, str]:
    """Return what the README's tree says of each path."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(rf"^## {PROSE}$.*?^```\w*\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)
    assert block, f"the README has no block under {PROSE!r}"
    lines = [line.strip().partition(" ") for line in block[1].splitlines() if line.strip()]
    return {path.removesuffix("/"): told.strip() for path, _, told in lines}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(ROOT)))
def test_every_module_opens_with_one_sentence(module: Path) -> None:
    sentence = first_line(module)
    assert sentence[0].isupper() or sentence[0] == "`"
    assert sentence.endswith(".")
    assert not re.search(r"\.\s+[A-Z]", sentence)


def test_the_readme_draws_every_module_with_its_first_line() -> None:
    told = drawn()
    modules = {str(module.relative_to(ROOT)) for module in MODULES if module.name != "__init__.py"}
    assert modules == {path for path in told if path.endswith(".py")}
    for path, line in told.items():
        module = ROOT / path if path.endswith(".py") else ROOT / path / "__init__.py"
        if module.is_file():
            assert line == first_line(module), path
        else:
            assert (ROOT / path).exists(), path


def test_imports_go_one_way_and_every_library_has_its_door() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    checked = subprocess.run([program, "--no-cache"], capture_output=True, text=True, check=False, cwd=ROOT)
    assert checked.returncode == 0, checked.stdout
