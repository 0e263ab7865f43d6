from __future__ import annotations

from itertools import combinations, product

import pytest

from bot.assembly import Desk
from corpus.catalogue import articles
from retrieval.curating.near_duplicates import near
from retrieval.language.likeness import NEARLY_SAME, likeness, shared, shingles
from tests.retrieval.newsroom import BEES, BRIDGE, FERRY, add, draft

WIRE = (
    "Three fishing boats ran aground off the coast of Lindervoort on Tuesday night after their navigation "
    "equipment failed in a storm. All eleven crew members were brought ashore by a rescue helicopter. The "
    "coast guard said that nobody was seriously hurt, but that one of the vessels was leaking diesel. A "
    "clean-up ship from the port of Skelby is expected to reach the wreck on Wednesday afternoon."
)
TOUCHED_UP = (
    "Three trawlers ran aground near Lindervoort late on Tuesday after their navigation equipment failed "
    "in a storm. All eleven crew members were brought ashore by helicopter. According to the coast guard "
    "nobody was seriously hurt, but one of the vessels was leaking diesel. A clean-up ship from Skelby is "
    "expected to reach the wreck on Wednesday."
)
REWRITTEN = (
    "Three trawlers have run aground near Lindervoort. Their navigation equipment failed in Tuesday's "
    "storm, the coast guard said. The eleven crew members were brought ashore by a rescue helicopter and "
    "nobody was seriously hurt. One of the boats is leaking diesel; a clean-up ship from the port of "
    "Skelby should be there on Wednesday afternoon."
)
AGENCIES = {"Northgate Wire", "Persdienst Noordzee"}  # what they wrote stands in two of the samples
SHORTENED = WIRE[: WIRE.index(" The coast")]
ADDED_TO = f"{WIRE}\n\nThe mayor will visit the crews this week.\n\n{BRIDGE}"
SHOUTED = f"STORM: {WIRE.upper()}"

REPORTED = (
    "Eleven fishermen are safe after a dramatic night at sea. Their boats were driven onto the sandbanks "
    "off Lindervoort when gusts of up to 120 kilometres an hour knocked out the radar. 'I thought we "
    "would not see our families again', said skipper Dirk Hoekzema, who has sailed for forty years. The "
    "coast guard said that nobody was seriously hurt. Environmentalists fear for the seal colony nearby."
)
REPORTED_TOO = (
    "A rescue helicopter has brought eleven crew members of three fishing boats ashore. The boats ran "
    "aground off the coast of Lindervoort during a storm on Tuesday night. The mayor praised the crew of "
    "the helicopter and announced an inquiry by the safety board into the failing equipment."
)


@pytest.mark.parametrize("copy", [TOUCHED_UP, REWRITTEN, SHORTENED, ADDED_TO, SHOUTED])
def test_an_edited_copy_is_nearly_the_same(copy: str) -> None:
    assert likeness(WIRE, copy) == likeness(copy, WIRE) > 1.15 * NEARLY_SAME


@pytest.mark.parametrize(
    ("one", "other"), list(product((WIRE, TOUCHED_UP, REWRITTEN), (REPORTED, REPORTED_TOO, FERRY)))
)
def test_another_report_of_the_same_night_is_not(one: str, other: str) -> None:
    assert likeness(one, other) < NEARLY_SAME / 2


def test_articles_on_one_affair_are_not_nearly_the_same(samples: Desk) -> None:
    with samples.catalogue.reading() as connection:
        drafts = [article.draft for article in articles.every(connection)]
    pairs = combinations([(one.author, shingles(one.text)) for one in drafts], 2)
    apart = [(one, other) for (by, one), (by_other, other) in pairs if not by == by_other in AGENCIES]
    assert max(shared(one, other) for one, other in apart) < NEARLY_SAME / 3


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Kort bericht.", "kort bericht", 1),
        ("Kort bericht.", "Ander bericht.", 0),
        ("", "", 0),
        ("…", "Kort bericht.", 0),
        ("One two three four five.", "one two THREE four six", 0.5),
    ],
)
def test_short_texts_can_be_compared(one: str, other: str, expected: float) -> None:
    assert likeness(one, other) == expected


def test_nearly_the_same_articles_are_found_among_others_the_likest_first(desk: Desk) -> None:
    stored = add(
        desk,
        [
            draft(text, str(number), title=f"Number {number}")
            for number, text in enumerate((FERRY, REWRITTEN, BRIDGE, ADDED_TO, REPORTED, BEES))
        ],
    )
    add(desk, [draft(SHORTENED, "of eight")], guild="8")
    found = near(desk.catalogue, desk.index, desk.embedder, draft(WIRE, "new", title="Boats aground"), "7")
    assert [one.article for one in found] == [stored[3], stored[1]]
    assert [one.likeness for one in found] == [1, likeness(WIRE, REWRITTEN)]


def test_an_article_without_text_is_like_no_other(desk: Desk) -> None:
    add(desk, [draft(FERRY, "ferry")])
    assert near(desk.catalogue, desk.index, desk.embedder, draft("", "empty"), None) == []
