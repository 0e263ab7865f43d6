"""What is answered from articles that differ, joke or deny, and what is said where nothing answers."""

from __future__ import annotations

import json
import re

import pytest

from tests.commands.program import Newsdesk

FARES = {2021: 12, 2022: 14, 2023: 17, 2024: 19, 2025: 23}
FARE = "How much does the ferry to Oosterzijl cost?"
TOWER = "For how much is the tower of Velmerstad sold?"
HARBOUR = "When does the harbour of Skelby close?"
LIBRARY = "When will the new library of Waardermonde open?"
PIPPIN = "When did storm Pippin reach the coast?"
GERMAN = "Wie viele Menschen wohnen heute in dieser kleinen Stadt an der Küste?"
ARTICLES = [
    *(
        {
            "text": f"The ferry to Oosterzijl costs {price} euros for a single trip.",
            "title": f"Ferry fares {year}",
            "outlet": f"The {year} Ledger",
            "published": str(year),
        }
        for year, price in FARES.items()
    ),
    {
        "text": "The tower of Velmerstad is sold for 5 billion euros, the mayor said.",
        "title": "Satire: the tower is sold",
        "outlet": "The Daily Joke",
        "published": "2025-01-03",
    },
    {
        "text": "A message says that the harbour of Skelby closes on 1 May. That claim is false.",
        "title": "Does the harbour of Skelby close?",
        "outlet": "The Checker",
        "published": "2025-02-03",
    },
    {
        "text": "The new library of Waardermonde will open on 3 May 2025, the council said.",
        "title": "Library to open in May",
        "outlet": "The Delta Monitor",
        "published": "2025-03-03",
    },
    {
        "text": "Storm Bregje reached the coast near Velmerstad on Tuesday. Trees fell on two roads.",
        "title": "Storm Bregje reaches the coast",
        "outlet": "The Harbour Ledger",
        "published": "2025-01-02",
    },
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Newsdesk:
    """The program, with those articles; tests leave them as they are."""
    newsdesk = Newsdesk(tmp_path_factory.mktemp("told"))
    (newsdesk.home / "articles.jsonl").write_text(
        "\n".join(json.dumps({"language": "en", **one}) for one in ARTICLES)
    )
    assert newsdesk("add", "articles.jsonl").code == 0
    return newsdesk


def test_of_many_articles_that_differ_three_are_quoted_the_newest_first(told: Newsdesk) -> None:
    answer = told("ask", FARE, "--json").document

    cited = {one["number"]: one for one in answer["citations"]}
    years = [cited[one["citation"]]["published"] for one in answer["answers"]]
    assert len(cited) == len(years) == 3
    assert years == sorted(years, reverse=True)
    assert [one["answer"] for one in answer["answers"]] == [f"{FARES[int(year)]} euros" for year in years]
    assert [one["value"] for one in answer["values"]] == [f"€{FARES[int(year)]}" for year in years]


def test_what_was_so_earlier_stands_below_as_such(told: Newsdesk) -> None:
    lines = told("ask", FARE).out.splitlines()

    words = [line for line in lines if re.search(r"\d\d euros? · ", line)]
    assert [line.startswith("Earlier: ") for line in words] == [False, True, True]


@pytest.mark.parametrize(
    ("question", "caution", "words"),
    [
        (TOWER, "Satire: ", "5 billion"),
        (HARBOUR, "Untrue, the article says: ", "1 May"),
        (LIBRARY, "Now past: ", "3 May 2025"),
    ],
)
def test_what_to_know_of_the_words_stands_before_them(
    told: Newsdesk, question: str, caution: str, words: str
) -> None:
    first, second, *_ = told("ask", question).out.splitlines()

    assert first.startswith(caution)
    assert words in first
    assert words in second


def test_what_an_article_calls_false_is_quoted_with_that(told: Newsdesk) -> None:
    (cited,) = told("ask", HARBOUR, "--json").document["citations"]

    assert cited["quote"].endswith("That claim is false.")
    assert cited["refuted"]


def test_programs_are_told_of_satire_and_of_days_gone_by(told: Newsdesk) -> None:
    joke = told("ask", TOWER, "--json").document
    library = told("ask", LIBRARY, "--json").document

    assert [one["genre"] for one in joke["citations"]] == ["satire"]
    assert ([one["passed"] for one in joke["answers"]], [one["genre"] for one in library["citations"]]) == (
        [False],
        [None],
    )
    assert [one["passed"] for one in library["answers"]] == [True]


def test_an_abstention_names_what_no_article_mentions(told: Newsdesk) -> None:
    abstained = told("ask", PIPPIN)
    document = told("ask", PIPPIN, "--json").document

    assert abstained.code == 3
    assert abstained.out.startswith("I do not know: no article that I found mentions Pippin.\n")
    assert "The Harbour Ledger, 2025-01-02: Storm Bregje reaches the coast" in abstained.out
    assert (document["unknown"], document["unread"]) == (["Pippin"], None)


def test_a_question_in_a_language_that_is_not_read_is_told_which_are(told: Newsdesk) -> None:
    abstained = told("ask", GERMAN)

    assert abstained.code == 3
    assert abstained.out.startswith("I read questions in Dutch and English, and this seems to be neither")
    assert "Ich lese Fragen auf Niederländisch und Englisch." in abstained.out
    assert told("ask", GERMAN, "--json").document["unread"] == "de"
