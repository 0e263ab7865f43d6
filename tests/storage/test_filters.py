"""One suite over both indexes and both databases: a filter means the same everywhere."""

from collections.abc import Iterator

import pytest

from bot.assembly import Desk
from corpus.article import Genre
from corpus.catalogue import articles
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.index.chroma_index import ChromaIndex
from retrieval.index.chroma_mending import MendingChroma
from retrieval.index.exact import ExactIndex
from retrieval.search.search import VectorIndex
from tests.conftest import OpenDesk
from tests.storage.newsroom import add, article

ARTICLES = {
    "year": article("Het hele jaar geldt een tekenbonus.", "2023", outlet="NOS"),
    "month": article("In die maand kwam er een tekenbonus.", "2023-09", outlet="De Standaard"),
    "day": article("The signing bonus rose on that day.", "2023-09-15", outlet="BBC", language="en"),
    "later": article("Later steeg de tekenbonus weer.", "2024-02-01", outlet="NOS"),
    "undated": article("Ooit was er geen tekenbonus.", outlet="NOS"),
    "joke": article("De tekenbonus is nu een kaasplankje.", "2021-05-05", genre=Genre.SATIRE),
    "bare": article("Xyzzy tekenbonus.", "2022-01-01", language=None),
}
PRIVATE = article("Van deze gilde is de tekenbonus.", "2023-09-20", outlet="nos")


def date(written: str) -> PartialDate:
    return PartialDate.parse(written)


CASES = [
    (Filters(), {"year", "month", "day", "later", "undated", "bare", "joke"}),
    (Filters(since=date("2023-09-16")), {"year", "month", "later"}),
    (Filters(since=date("2023-10")), {"year", "later"}),
    (Filters(since=date("2023")), {"year", "month", "day", "later"}),
    (Filters(until=date("2023-09-01")), {"year", "month", "bare", "joke"}),
    (Filters(until=date("2023-09")), {"year", "month", "day", "bare", "joke"}),
    (Filters(until=date("2022")), {"bare", "joke"}),
    (Filters(as_of=date("2023-09-29")), {"day", "bare", "joke"}),
    (Filters(as_of=date("2023-09-30")), {"month", "day", "bare", "joke"}),
    (Filters(as_of=date("2023-09")), {"month", "day", "bare", "joke"}),
    (Filters(as_of=date("2023")), {"year", "month", "day", "bare", "joke"}),
    (Filters(since=date("2023-09"), until=date("2023-09")), {"year", "month", "day"}),
    (Filters(outlet="nos"), {"year", "later", "undated"}),
    (Filters(outlet="DE STANDAARD"), {"month"}),
    (Filters(outlet="De"), set()),
    (Filters(language="en"), {"day"}),
    (Filters(kind="satire"), {"joke"}),
    (Filters(kind="column"), set()),
    (Filters(kind="report", until=date("2022")), {"bare"}),
    (Filters(language="NL", outlet="Nos", since=date("2024")), {"later"}),
    (Filters(outlets_left_out=("nos", "BBC")), {"month", "bare", "joke"}),
    (Filters(outlets_left_out=("De", "")), {"year", "month", "day", "later", "undated", "bare", "joke"}),
    (Filters(outlets_left_out=("NOS",), outlet="nos"), set()),
    (Filters(guild="1001", outlets_left_out=("NOS",), language="nl"), {"month", "joke"}),
    (Filters(guild="1001", outlet="NOS", since=date("2023-09-16")), {"year", "later", "private"}),
    (Filters(guild="2002", since=date("2023-09-16"), until=date("2023-09-30")), {"year", "month"}),
]


@pytest.fixture(params=["exact", "chroma"])
def index(request: pytest.FixtureRequest, open_desk: OpenDesk, database: str) -> Iterator[VectorIndex]:
    desk = open_desk(DATABASE_URL=database)
    add(desk, *ARTICLES.values())
    add(desk, PRIVATE, guild="1001")
    if request.param == "exact":
        yield ExactIndex(desk.catalogue)
    else:
        assert desk.chroma is not None
        yield desk.chroma


def test_a_filter_gives_the_same_articles_by_conditions_and_by_either_index(
    index: VectorIndex, open_desk: OpenDesk, database: str
) -> None:
    desk = open_desk(DATABASE_URL=database)
    texts = {draft.text: name for name, draft in {**ARTICLES, "private": PRIVATE}.items()}
    vector = desk.embedder.embed(["hoe hoog is de tekenbonus?"])[0]
    for filters, expected in CASES:
        with desk.catalogue.reading() as connection:
            chosen = {texts[one.draft.text] for one in articles.every(connection, filters)}
            located = articles.located(connection, list(index.nearest(vector, 20, filters)))
        assert chosen == expected, filters
        assert {texts[article.draft.text] for article, _ in located.values()} == expected, filters


@pytest.mark.parametrize("k", [1, 2])
def test_the_nearest_that_are_allowed_are_found_behind_nearer_ones_that_are_not(
    index: VectorIndex, open_desk: OpenDesk, database: str, k: int
) -> None:
    desk = open_desk(DATABASE_URL=database)
    vector = desk.embedder.embed(["hoe hoog is de tekenbonus?"])[0]
    exact = ExactIndex(desk.catalogue)
    for filters, _ in CASES:
        found = index.nearest(vector, k, filters)
        assert found == pytest.approx(exact.nearest(vector, k, filters), abs=1e-5), filters


def test_the_nearest_come_with_their_cosines_and_no_more_than_asked(
    index: VectorIndex, open_desk: OpenDesk, database: str
) -> None:
    desk = open_desk(DATABASE_URL=database)
    vector = desk.embedder.embed(["the signing bonus rose"])[0]
    found = index.nearest(vector, 3, Filters())
    exact = ExactIndex(desk.catalogue).nearest(vector, 3, Filters())
    assert found == pytest.approx(exact, abs=1e-5)
    assert len(found) == 3
    assert list(found.values()) == sorted(found.values(), reverse=True)


def test_what_may_be_seen_is_found_behind_much_nearer_that_may_not(
    index: VectorIndex, open_desk: OpenDesk, database: str
) -> None:
    desk = open_desk(DATABASE_URL=database)
    question = "Hoe hoog is de tekenbonus?"
    add(desk, *(article(f"De tekenbonus is {n} duizend roebel hoog.") for n in range(40)), guild="3000")
    if isinstance(index, ChromaIndex | MendingChroma):
        index.synchronise()
    vector = desk.embedder.embed([question])[0]
    for filters in (Filters(guild="1001"), Filters(guild="3000"), Filters()):
        found = index.nearest(vector, 5, filters)
        assert found == pytest.approx(ExactIndex(desk.catalogue).nearest(vector, 5, filters), abs=1e-5)


def test_the_exact_index_sees_what_changed_since_it_was_last_asked(newsdesk: Desk) -> None:
    index = ExactIndex(newsdesk.catalogue)
    vector = newsdesk.embedder.embed(["tekenbonus"])[0]
    for number, draft in enumerate(ARTICLES.values(), start=1):
        add(newsdesk, draft)
        assert len(index.nearest(vector, 10, Filters())) == number
    newsdesk.curator.undo(None, "a tester")
    assert len(index.nearest(vector, 10, Filters())) == len(ARTICLES) - 1


def test_the_newest_publication_is_listed_first_and_the_undated_last(newsdesk: Desk) -> None:
    add(newsdesk, *ARTICLES.values())
    with newsdesk.catalogue.reading() as connection:
        listed = [one.draft for one in articles.every(connection, Filters())]
    assert [str(one.published) for one in listed] == [
        "2024-02-01", "2023", "2023-09", "2023-09-15", "2022-01-01", "2021-05-05", "None"
    ]  # fmt: skip


def test_an_empty_index_answers_nothing(open_desk: OpenDesk, database: str) -> None:
    desk = open_desk(DATABASE_URL=database)
    vector = desk.embedder.embed(["iets"])[0]
    assert desk.chroma is not None
    assert desk.chroma.nearest(vector, 5, Filters()) == {}
    assert ExactIndex(desk.catalogue).nearest(vector, 5, Filters()) == {}
