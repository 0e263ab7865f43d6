"""The tree is the drawing of the architecture: what is where, what it is for, what imports what."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.tree import PACKAGES, PAGE, ROOT, first_line, page

MODULES = sorted(path for folder in PACKAGES for path in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(ROOT)))
def test_every_module_opens_with_one_sentence(module: Path) -> None:
    sentence = first_line(module)
    assert sentence[0].isupper() or sentence[0] == "`"
    assert sentence.endswith(".")
    assert not re.search(r"\.\s+[A-Z]", sentence)


def test_the_tree_names_every_module_with_its_first_line() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make tree`"


def test_imports_go_one_way_and_every_library_has_its_door() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    checked = subprocess.run([program, "--no-cache"], capture_output=True, text=True, check=False, cwd=ROOT)
    assert checked.returncode == 0, checked.stdout
