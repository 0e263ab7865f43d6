"""The pages for people lead where they say, and name what is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from corpus.catalogue.schema import tables
from tests.project.tree import ROOT

README = ROOT / "README.md"
PAGES = [README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
_LINK = re.compile(r"\]\((?!https?:|mailto:)([^)\s]+)\)")
# `retrieval/search/search.py`, in text or in a command, but no address and no folder of somebody's own.
_MENTIONED = re.compile(
    r"(?<![\w./-])((?:bot|retrieval|corpus|tests|docs|examples)/[\w./-]*\.(?:py|md|tsv|toml|png))\b"
)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def _anchor(heading: str) -> str:
    """Return what GitHub calls a heading in links."""
    written = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).casefold()
    return re.sub(r"[^\w\- ]", "", written).replace(" ", "-")


def _broken(page: Path) -> Iterator[str]:
    text = page.read_text(encoding="utf-8")
    for link in _LINK.findall(text):
        where, _, anchor = unquote(link).partition("#")
        target = page.parent / where if where else page
        if not target.exists():
            yield link
        elif anchor and target.suffix == ".md":
            headings = _HEADING.findall(target.read_text(encoding="utf-8"))
            if anchor not in map(_anchor, headings):
                yield link
    yield from (path for path in _MENTIONED.findall(text) if not (ROOT / path).exists())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_every_file_that_a_page_names_is_there(page: Path) -> None:
    assert sorted(set(_broken(page))) == []


def test_every_page_is_to_be_found_from_the_readme() -> None:
    found = {README}
    waiting = [README]
    while waiting:
        page = waiting.pop()
        links = _LINK.findall(page.read_text(encoding="utf-8"))
        linked = {(page.parent / link.partition("#")[0]).resolve() for link in links}
        new = {one for one in linked if one.suffix == ".md"} - found
        found |= new
        waiting += sorted(new)
    assert set(PAGES) <= found


def test_the_readme_is_read_in_one_sitting() -> None:
    lines = README.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 150
    assert [line for line in lines if len(line) > 120] == []


def test_the_page_of_the_data_names_every_table() -> None:
    page = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    assert [name for name in [*tables.tables, "words"] if f"`{name}`" not in page] == []
    # The drawing has them too, with their keys.
    assert [name for name in tables.tables if not re.search(rf"^    {name} {{$", page, re.MULTILINE)] == []


def test_the_drawing_of_the_data_has_every_reference_between_tables() -> None:
    page = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    referring = {
        (key.column.table.name, table.name) for table in tables.tables.values() for key in table.foreign_keys
    }
    drawn = set(re.findall(r"^    (\w+) [|o}{]+--[|o}{]+ (\w+) :", page, re.MULTILINE))
    assert referring - drawn == set()
    assert drawn - referring == set()


def test_the_decisions_are_numbered_in_their_parts_listed_and_short() -> None:
    page = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    contents, *parts = re.split(r"^## ", page, flags=re.MULTILINE)
    entries = [entry for part in parts for entry in re.split(r"^### ", part, flags=re.MULTILINE)[1:]]
    titles = [entry.partition("\n")[0] for entry in entries]
    assert [f"[{title}](#{_anchor(title)})" for title in titles] == re.findall(
        r"^- (.+)$", contents, re.MULTILINE
    )
    numbers = [tuple(map(int, title.partition(" ")[0].split("."))) for title in titles]
    sizes = [max(entry for part, entry in numbers if part == one) for one in range(1, len(parts) + 1)]
    assert numbers == [(part, entry) for part, size in enumerate(sizes, 1) for entry in range(1, size + 1)]
    long = [entry for entry in entries if len([line for line in entry.splitlines()[1:] if line]) > 10]
    assert long == []
    assert [entry for entry in entries if not re.match(r".+\n\n20\d\d-\d\d-\d\d\. ", entry)] == []


def test_no_page_was_left_in_the_middle_of_a_merge() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    marked = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
    assert [page.name for page in pages if marked.search(page.read_text(encoding="utf-8"))] == []
