"""Every promise of the page on security has its proof, and every proof that it names is there."""

from __future__ import annotations

import re

from tests.project.tree import ROOT

PAGE = ROOT / "docs" / "security.md"
_PROOF = re.compile(r"(tests/[\w/]+\.py)(?:::(\w+))?")


def promises() -> list[str]:
    """Return the rows of the table of promises."""
    _, _, after = PAGE.read_text(encoding="utf-8").partition("\n## Promises\n")
    rows = [line for line in after.partition("\n## ")[0].splitlines() if line.startswith("|")]
    return rows[2:]


def test_every_promise_names_a_test() -> None:
    assert len(promises()) >= 10
    assert [row for row in promises() if not _PROOF.search(row.rpartition(" | ")[2])] == []


def test_every_test_that_proves_a_promise_is_there() -> None:
    named = _PROOF.findall(PAGE.read_text(encoding="utf-8"))
    gone = [
        f"{file}::{test}"
        for file, test in named
        if not (ROOT / file).exists()
        or (test and f"def {test}(" not in (ROOT / file).read_text(encoding="utf-8"))
    ]
    assert gone == []
