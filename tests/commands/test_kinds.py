"""Kinds of articles and beginnings on the command line."""

from __future__ import annotations

import json

import pytest

from tests.commands.program import Newsdesk

BEGUN = "only the beginning of this article is here"
QUESTION = "How long is the new bridge over the Drost?"
BRIDGE = "The new bridge over the Drost was opened by the mayor on Saturday. It is 412 metres long."
ARTICLES = [
    {"text": BRIDGE, "title": "Column: what a bridge", "url": "https://a.example/column"},
    {
        "text": "Bees in Marrowdale die, keepers say.\n\nSubscribe to read the full article.",
        "title": "Bees die",
    },
    {"text": "The ferry sails again.", "title": "Ferry", "kind": "Liveblog"},
    {"text": "The moon is sold.", "kind": "nonsense"},
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Newsdesk:
    """The program, with those articles; tests leave them as they are."""
    newsdesk = Newsdesk(tmp_path_factory.mktemp("kinds"))
    (newsdesk.home / "a.jsonl").write_text("\n".join(map(json.dumps, ARTICLES[:3])))
    assert newsdesk("add", "a.jsonl").code == 0
    return newsdesk


def test_add_says_what_to_know_of_an_article_and_programs_read_it(newsdesk: Newsdesk) -> None:
    (newsdesk.home / "a.jsonl").write_text("\n".join(map(json.dumps, ARTICLES)))
    added = newsdesk("add", "a.jsonl", "--json")
    kinds = [(one["kind"], one["partial"]) for one in added.document["articles"]]
    assert kinds == [("column", False), ("report", True), ("live-blog", False)]
    (failed,) = added.document["failed"]
    assert "write report, satire, opinion, column, advertorial, fact-check" in failed["error"]
    again = newsdesk("add", "a.jsonl").err
    assert f"mind: Bees die: {BEGUN}" in again
    assert "mind: Column: what a bridge: column" in again


def test_show_list_search_and_ask_carry_it(told: Newsdesk) -> None:
    bees = next(one for one in told("list", "--json").document["articles"] if one["title"] == "Bees die")
    shown = told("show", bees["id"])
    assert BEGUN in shown.out
    assert "Subscribe" not in shown.out
    document = told("show", bees["id"], "--json").document
    assert (document["kind"], document["partial"], document["doubtful"]) == ("report", True, False)
    assert BEGUN in told("search", "bees in Marrowdale", "-k", "1").out
    asked = told("ask", QUESTION, "--json").document
    assert [(one["kind"], one["genre"], one["partial"]) for one in asked["citations"]] == [
        ("column", "column", False)
    ]
    assert told("ask", QUESTION).out.startswith("Column: ")
    told_of = told("ask", "What do the keepers of bees in Marrowdale say?").out
    assert BEGUN in told_of


def test_what_came_nearest_is_marked_in_the_language_of_the_question(told: Newsdesk) -> None:
    asked = told("ask", "Hoeveel bijen verkocht meneer Pippin in Marrowdale?")
    assert asked.code == 3
    assert "van dit artikel is hier alleen het begin" in asked.out


def test_one_kind_alone_can_be_listed_searched_and_asked(told: Newsdesk) -> None:
    assert [one["title"] for one in told("list", "--kind", "column", "--json").document["articles"]] == [
        "Column: what a bridge"
    ]
    assert told("ask", QUESTION, "--kind", "report", "--json").code == 3
    assert told("ask", QUESTION, "--kind", "column", "--json").code == 0
    found = told("search", QUESTION, "--kind", "live-blog", "--json").document["passages"]
    assert [one["kind"] for one in found] == ["live-blog"]


def test_a_kind_that_is_none_is_refused_with_those_there_are(newsdesk: Newsdesk) -> None:
    refused = newsdesk("ask", QUESTION, "--kind", "gossip")
    assert refused.code == 2
    said = " ".join(refused.err.replace("│", " ").split())
    assert "There is no kind of article 'gossip'" in said
    assert "report, satire, opinion, column, advertorial, fact-check, correction, live-blog" in said
