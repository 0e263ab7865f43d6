"""What newsdesk remarks on its quotations, in the terminal and as JSON."""

from __future__ import annotations

import json
import re

import pytest

from tests.commands.program import Newsdesk

OLD = {"published": "2023-03-02", "outlet": "De Noorderpost", "language": "nl", "title": "Tarieven veerboot"}
NEW = {"published": "2025-05-21", "outlet": "The Harbour Ledger", "language": "en", "title": "Ferry fares"}
COPY = NEW | {"outlet": "The Delta Monitor"}
OLD_TEXT = "De nachtboot naar Saltmarsh kost voetgangers 46 euro voor een enkele reis. De brandstof is duur."
NEW_TEXT = "The night ferry to Saltmarsh costs 58 euros for a single passenger. Fuel is dear."
COPY_TEXT = f"{NEW_TEXT} More on page 4."
ASKED = "What does the night ferry to Saltmarsh cost?"
DATED = "What did the night ferry to Saltmarsh cost in 2025?"


@pytest.fixture
def ferries(newsdesk: Newsdesk) -> Newsdesk:
    articles = [
        {"text": OLD_TEXT, "url": "https://a.example/old", **OLD},
        {"text": NEW_TEXT, "url": "https://b.example/new", **NEW},
        {"text": COPY_TEXT, "url": "https://c.example/copy", **COPY},
    ]
    (newsdesk.home / "ferries.jsonl").write_text("\n".join(map(json.dumps, articles)))
    assert newsdesk("add", "ferries.jsonl").code == 0
    return newsdesk


def test_the_terminal_says_what_differs_where_it_comes_from_and_how_figures_are_read(
    ferries: Newsdesk,
) -> None:
    lines = ferries("ask", ASKED).out.splitlines()
    assert re.fullmatch(r"58 euros.* · The (?:Harbour Ledger|Delta Monitor), 2025-05-21 \[1\]\[2\]", lines[0])
    earlier = [line for line in lines if line.startswith("Earlier: 46 euro")]
    assert len(earlier) == 1
    assert earlier[0].endswith(" (€46) · De Noorderpost, 2023-03-02 [3]")
    differing = lines[lines.index("The articles give different values, newest first:") :]
    given = [line for line in differing if line.startswith("  €")]
    newer = {f"  €58: {one}, 2025-05-21" for one in (NEW["outlet"], COPY["outlet"])}
    assert given[:-1]
    assert {line.rpartition(" [")[0] for line in given[:-1]} <= newer
    assert given[-1].startswith("  €46: De Noorderpost, 2023-03-02 [")
    assert "3 articles, 2 independent origins." in lines


def test_the_terminal_says_which_dates_the_question_left(ferries: Newsdesk) -> None:
    lines = ferries("ask", DATED).out.splitlines()
    assert "Only articles from 2025 on were used, because the question says “in 2025”." in lines
    assert not any("different values" in line for line in lines)
    assert "2 articles, 1 origin." in lines


def test_programs_get_the_same_as_facts(ferries: Newsdesk) -> None:
    answer = ferries("ask", ASKED, "--json").document
    number = {one["number"]: one for one in answer["citations"]}
    values = [(one["value"], {number[n]["published"] for n in one["citations"]}) for one in answer["values"]]
    assert values == [("€58", {"2025-05-21"}), ("€46", {"2023-03-02"})]
    assert sorted(map(len, answer["origins"])) == [1, 2]
    assert (answer["language"], answer["narrowed"]) == ("en", None)
    assert {one["language"]: one["figures"] for one in number.values() if "euro" in one["quote"]} == {
        "nl": ["€46"],
        "en": [],
    }
    dated = ferries("ask", DATED, "--json").document
    assert dated["narrowed"] == {"since": "2025", "until": None, "words": ["in 2025"], "widened": False}
    assert dated["values"] == []
