"""`newsdesk timeline` on a terminal, in a pipe and as JSON."""

from __future__ import annotations

from tests.commands.program import Newsdesk
from tests.commands.test_json import CITATION

QUESTION = "How much will the Waardermonde flood barrier cost?"
POINT = {"published", "value", "number", "unit", "kind", "citations"}


def test_json_has_every_point_with_its_quotes(sampled: Newsdesk) -> None:
    found = sampled("timeline", QUESTION, "--until", "2024", "--json")

    assert found.code == 0
    assert set(found.document) == {"question", "points", "milliseconds"}
    points = found.document["points"]
    assert [set(point) for point in points] == [POINT, POINT]
    assert [(point["published"], point["number"]) for point in points] == [
        ("2022-05-12", 84_000_000),
        ("2024-04-18", 112_000_000),
    ]
    assert {(point["unit"], point["kind"]) for point in points} == {("EUR", "amount")}
    assert [point["value"] for point in points] == ["€84 million", "€112 million"]
    assert [set(one) for point in points for one in point["citations"]] == [CITATION, CITATION]


def test_a_pipe_gets_a_line_for_each_point_and_the_plot(sampled: Newsdesk) -> None:
    table, _, plot = sampled("timeline", QUESTION).out.partition("\n\n")

    lines = [line.split("\t") for line in table.splitlines()]
    assert lines[0] == ["published", "value", "outlet", "quote", "", "link"]
    assert [line[:3] for line in lines[1:]] == [
        ["2022-05-12", "€84 million", "Waardermonder Courant"],
        ["2024-04-18", "€112 million", "The Delta Monitor"],
        ["2026-01-22", "€139 million", "Waardermonder Courant"],
    ]
    assert all(line[5].startswith("https://samples.newsdesk.example/") for line in lines[1:])
    drawn = plot.splitlines()
    assert [line.split("  ")[0] for line in drawn] == ["2022-05-12", "2024-04-18", "2026-01-22"]
    longest = [line.count("█") for line in drawn]
    assert longest[0] < longest[1] < longest[2]
    assert max(map(len, drawn)) <= 80


def test_a_terminal_gets_nothing_wider_than_itself_but_links(sampled: Newsdesk) -> None:
    shown = sampled.on_a_terminal("timeline", QUESTION, columns=80)

    lines = [line for line in shown.splitlines() if "https://" not in line]
    assert "█" in shown
    assert max(len(_plain(line)) for line in lines) <= 80
    assert shown.count("https://") == 3


def test_nothing_found_says_so_and_ends_with_3(sampled: Newsdesk) -> None:
    found = sampled("timeline", "qwrtplk zxcvbn?")
    document = sampled("timeline", "qwrtplk zxcvbn?", "--json")

    assert (found.code, document.code) == (3, 3)
    assert found.out.startswith("No article with a date says anything of this: ask with fewer filters")
    assert document.document["points"] == []


def _plain(line: str) -> str:
    """Return a line without what colours it."""
    return "".join(
        part.partition("m")[2] if place else part for place, part in enumerate(line.split("\x1b["))
    )
