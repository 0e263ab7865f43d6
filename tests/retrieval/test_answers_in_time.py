"""What an answer makes of time: of dates in the question, and of articles each right in their day."""

from __future__ import annotations

import datetime

import pytest

from bot.assembly import Desk
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.answering.explaining import recall
from retrieval.figures.writing import written
from retrieval.question.dates.narrowing import Narrowed
from retrieval.search.results import Answer
from retrieval.search.search import Search
from tests.retrieval.newsroom import BEES, BRIDGE, add, draft, noon

TITLE = "Ferry fares rise"
OLD = "The night ferry to Saltmarsh costs 46 euros for a passenger on foot. Fuel is dear."
NEW = "The night ferry to Saltmarsh costs 58 euros for a passenger on foot. Fuel is dear."
FERRY = "What does the night ferry to Saltmarsh cost?"
AS_OF = Filters(as_of=PartialDate(2026, 1, 1))


@pytest.fixture
def ferries(desk: Desk) -> Desk:
    add(
        desk,
        [
            draft(OLD, "old", "2023-03-02", title=TITLE, outlet="The Harbour Ledger"),
            draft(NEW, "new", "2025-05-21", title=TITLE, outlet="De Noorderpost"),
            draft(BRIDGE, "bridge", "2024-02"),
            draft(BEES, "bees", "2023"),
        ],
    )
    return desk


def quoted(answer: Answer) -> list[str]:
    return [(one.article.draft.url or "").rpartition("/")[2] for one in answer.citations]


def nearest(answer: Answer) -> list[str]:
    return [(one.article.draft.url or "").rpartition("/")[2] for one in answer.nearest]


def values(answer: Answer) -> list[tuple[str, list[int]]]:
    return [
        (written(one.figure, answer.language), [citation.number for citation in one.citations])
        for one in answer.values
    ]


def test_of_articles_that_fit_alike_the_newer_is_quoted_first_and_the_values_differ(
    ferries: Desk,
) -> None:
    answer = ferries.answerer.ask(FERRY, AS_OF)
    assert quoted(answer) == ["new", "old"]
    assert values(answer) == [("€58", [1]), ("€46", [2])]
    assert not answer.narrowed


def test_newer_is_as_of_the_day_of_the_question(ferries: Desk) -> None:
    answer = ferries.answerer.ask(FERRY, Filters(as_of=PartialDate(2024, 6, 1)))
    assert quoted(answer) == ["old"]
    assert answer.values == ()


def test_passages_are_ranked_by_how_new_they_were_on_the_day_of_the_question(desk: Desk) -> None:
    """Of two a better fit and a newer one: just after the newer appeared it comes first, ten years on not."""
    add(
        desk,
        [
            draft(OLD, "old", "2021-03-02", title=TITLE, outlet="The Harbour Ledger"),
            draft(
                "Whoever takes the ferry to Saltmarsh at night pays 58 euros, on foot. Fuel is dear.",
                "new",
                "2023-03-02",
                title=TITLE,
                outlet="De Noorderpost",
            ),
            draft(BRIDGE, "bridge", "2020-02"),
            draft(BEES, "bees", "2020"),
        ],
    )

    def found(today: datetime.date, as_of: PartialDate | None = None) -> list[str]:
        search = Search(desk.catalogue, desk.embedder, desk.index, lambda: noon(today))
        hits = search.find("How much is the night ferry to Saltmarsh?", 2, Filters(as_of=as_of)).hits
        return [(hit.article.draft.url or "").rpartition("/")[2] for hit in hits]

    soon, later = datetime.date(2023, 3, 5), datetime.date(2033, 1, 1)
    assert found(today=soon) == ["new", "old"]
    assert found(today=later) == ["old", "new"]
    assert found(today=later, as_of=PartialDate(2023, 3, 5)) == ["new", "old"]
    assert found(today=soon, as_of=PartialDate(2033, 1, 1)) == ["old", "new"]


@pytest.mark.parametrize(
    ("day", "passed"), [("2024-03-01", False), ("2024-05-04", False), ("2024-05-05", True)]
)
def test_a_date_has_passed_as_of_the_day_of_the_question(desk: Desk, day: str, *, passed: bool) -> None:
    text = "The new swimming pool of Marrowdale opens on 4 May 2024. Entry is free that day."
    add(desk, [draft(text, "pool", "2024-02-01", title="Pool nearly ready"), draft(BEES, "bees", "2023")])
    asked = Filters(as_of=PartialDate.parse(day))
    answer = desk.answerer.ask("When does the new swimming pool of Marrowdale open?", asked)
    assert [(one.words.removeprefix("on ").strip("."), one.passed) for one in answer.answers] == [
        ("4 May 2024", passed)
    ]


def test_a_clearly_better_old_article_is_not_hidden_by_a_new_one(ferries: Desk) -> None:
    later = "Passengers of the ferry to Saltmarsh waited for hours on Sunday because of fog."
    add(ferries, [draft(later, "fog", "2025-12-30", title="Fog over Saltmarsh")])
    assert quoted(ferries.answerer.ask("How long is the new bridge over the Drost?", AS_OF))[0] == "bridge"
    assert quoted(ferries.answerer.ask(FERRY, AS_OF))[0] == "new"


def test_an_article_of_today_that_only_names_the_topic_comes_after_an_old_one_that_answers(
    ferries: Desk,
) -> None:
    party = (
        "The new bridge over the Drost was decorated with flags on Thursday. Hundreds of people came to look."
    )
    add(ferries, [draft(party, "party", "2026-01-01", title="Flags on the new bridge over the Drost")])
    answer = ferries.answerer.ask("How long is the new bridge over the Drost?", AS_OF)
    assert "412 metres" in answer.citations[0].quote


def test_a_question_that_names_a_year_is_answered_from_articles_of_then_and_later(ferries: Desk) -> None:
    answer = ferries.answerer.ask("What did the night ferry to Saltmarsh cost last year?", AS_OF)
    assert quoted(answer) == ["new"]
    assert answer.narrowed == Narrowed(since=PartialDate(2025), words=("last year",))
    explained = recall(ferries.catalogue, answer.id, None)
    assert explained is not None
    assert explained.answer.narrowed == answer.narrowed
    assert explained.filters.since == PartialDate(2025)


def test_where_no_article_of_those_dates_answers_all_are_used_and_the_answer_says_so(ferries: Desk) -> None:
    answer = ferries.answerer.ask("How long was the new bridge over the Drost in 2025?", AS_OF)
    assert quoted(answer)[0] == "bridge"
    assert answer.narrowed == Narrowed(since=PartialDate(2025), words=("in 2025",), widened=True)
    explained = recall(ferries.catalogue, answer.id, None)
    assert explained is not None
    assert explained.answer.narrowed.widened


def test_dates_that_a_person_sets_go_before_those_in_the_words(ferries: Desk) -> None:
    asked = "What did the night ferry to Saltmarsh cost last year?"
    assert ferries.answerer.ask(asked, AS_OF).narrowed
    answer = ferries.answerer.ask(asked, Filters(since=PartialDate(2023), as_of=PartialDate(2026, 1, 1)))
    assert "old" in nearest(answer)
    assert not answer.narrowed


def test_an_answer_read_back_gives_the_same_values_in_the_same_language(ferries: Desk) -> None:
    answer = ferries.answerer.ask(FERRY, AS_OF)
    explained = recall(ferries.catalogue, answer.id, None)
    assert explained is not None
    assert (values(explained.answer), explained.answer.language) == (values(answer), "en")
