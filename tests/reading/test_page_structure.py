"""Tables, lists and interviews of a page keep in the stored text what gives each line its sense."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.article import Article, Draft, Span
from retrieval.answering.pieces import context, pieces
from tests.retrieval.newsroom import now

ABOVE = "De spoorbeheerder van Walland heeft de cijfers van 2024 bekendgemaakt, en die vallen tegen."
BELOW = "De reizigersbond noemt de cijfers geflatteerd en wil een onderzoek naar de telling."


def cells(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (
            cells("<th>Lijn<th>Op tijd", "<td>Noord<td>91,2 procent", "<td>Kust<td>84,7 procent"),
            "| Lijn | Op tijd |\n| Noord | 91,2 procent |\n| Kust | 84,7 procent |",
        ),
        (
            "<table><caption>Stiptheid</caption><tr><th>Lijn<th>Op tijd</tr><tr><td>Noord<td>91</tr></table>",
            "Stiptheid\n| Lijn | Op tijd |\n| Noord | 91 |",
        ),
        (
            cells("<th>Jaar<th>Lijn<th>Op tijd", "<td rowspan=2>2024<td>Noord<td>91", "<td>Kust<td>84"),
            "| Jaar | Lijn | Op tijd |\n| 2024 | Noord | 91 |\n| 2024 | Kust | 84 |",
        ),
        (cells("<th>Naam<td>Noordlijn", "<th>Lengte<td>31 km"), "- Naam: Noordlijn\n- Lengte: 31 km"),
        (
            cells("<th>Lijn<th>Op tijd", "<td>Noord<br>lijn<td><p>91</p><p>procent</p>"),
            "| Noord lijn | 91 procent |",
        ),
        ("<ol><li>Bureau Kwadrant</li><li>Atelier Noest</li></ol>", "1. Bureau Kwadrant\n2. Atelier Noest"),
        (
            "<ul><li>Vervoer<ul><li>Trein: 4</li><li>Bus: 2</li></ul></li><li>Loon: 9</li></ul>",
            "- Vervoer\n  - Trein: 4\n  - Bus: 2\n- Loon: 9",
        ),
        ("<ul><li><p>Bus: 2 procent</p><p>Ook in 2025.</p></li></ul>", "- Bus: 2 procent Ook in 2025."),
        (
            "<dl><dt>Waar?</dt><dd>In Walburg.</dd><dt>Prijs</dt><dd>9 euro</dd></dl>",
            "- Waar? In Walburg.\n- Prijs: 9 euro",
        ),
    ],
)
def test_rows_items_and_terms_are_lines_of_their_own(
    save: Callable[[str, str], str], article: Callable[[str], Draft], markup: str, text: str
) -> None:
    assert text in article(save("a.html", page(markup))).text


@pytest.mark.parametrize(
    ("markup", "line", "sense"),
    [
        (
            cells("<th>Lijn<th>Op tijd", "<td>Noord<td>91,2 procent"),
            "| Noord | 91,2 procent |",
            "| Lijn | Op tijd |",
        ),
        ("<p>Dit verandert:</p><ul><li>Loon: 15 euro</li></ul>", "- Loon: 15 euro", "Dit verandert:"),
        ("<ul><li>Vervoer<ul><li>Trein: 4 procent</li></ul></li></ul>", "- Trein: 4 procent", "- Vervoer"),
        ("<p><b>Wanneer stopt u?</b><br>In 2028.</p>", "In 2028.", "Wanneer stopt u?"),
        ("<h3>Wie volgt u op?</h3><p>Een vrouw.</p>", "Een vrouw.", "Wie volgt u op?"),
    ],
)
def test_each_can_be_quoted_with_what_gives_it_sense(
    save: Callable[[str, str], str], article: Callable[[str], Draft], markup: str, line: str, sense: str
) -> None:
    stored = Article("a", 1, None, article(save("a.html", page(markup))), now())
    quoted = {one.of(stored.draft.text): one for one in pieces(stored, Span(0, len(stored.draft.text)))}
    given = context(stored, quoted[line])
    assert given is not None
    assert given.of(stored.draft.text) == sense


def page(markup: str) -> str:
    return (
        f"<html><body><article><h1>Cijfers</h1><p>{ABOVE}</p>{markup}<p>{BELOW}</p></article></body></html>"
    )
