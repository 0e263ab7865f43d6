"""A timeline gives what articles say of one matter over time, and nothing of another."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import pytest

from bot.assembly import Desk
from bot.telling.timeline_value import value_of
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.models.readings import Passage, Reading
from retrieval.search.search import Search
from retrieval.timeline.matter import gathered
from retrieval.timeline.points import Timeline
from retrieval.timeline.timelines import Timelines
from tests.retrieval.newsroom import add, draft, noon


def values(found: Timeline) -> list[tuple[str, str]]:
    return [(str(point.published), value_of(point, found.language)) for point in found.points]


# What the sample articles give; with a reader that errs now and then most of it must hold.
SAMPLES: list[tuple[str, dict[str, str]]] = [
    (
        "how much is Russia's signing bonus?",
        {
            "2023-09": "495,000 roubles",
            "2024-07-26": "1.9 million roubles",
            "2026-03-05": "1.2 million roubles",
        },
    ),
    (
        "Hoe hoog is de tekenbonus van het Russische leger?",
        {
            "2023-09": "495.000 roebel",
            "2024-07-26": "1,9 miljoen roebel",
            "2026-03-05": "1,2 miljoen roebel",
        },
    ),
    ("Wat kost de veerboot van Oosterzijl naar Saltmarsh?", {"2023-03": "€ 46", "2025-05-21": "€ 58"}),
    ("How many seals were counted on the Kraaienplaat?", {"2023-08-24": "412", "2025-08-21": "455"}),
    ("Hoeveel wolven leven er in het Drostenwoud?", {"2023-12-14": "39"}),
    (
        "How much does the flood barrier of Waardermonde cost?",
        {"2022-05-12": "€84 million", "2024-04-18": "€112 million", "2026-01-22": "€139 million"},
    ),
    (
        "Hoeveel kost de satelliet Heron?",
        {"2022-10-05": "€ 94 miljoen", "2024-02-08": "€ 108 miljoen", "2024-06-19": "€ 111 miljoen"},
    ),
    (
        "district heat Brammerveen price of a gigajoule",
        {"2023-01-10": "€36.20", "2024-01-16": "€41.80", "2025-01-14": "€38.50"},
    ),
    ("What is the price of a single ride on tram line 9?", {"2022-09-16": "€1.90", "2026-02-17": "€2.45"}),
    (
        "What is the monthly standing charge for district heating in Brammerveen?",
        {"2023-01-10": "€42", "2024-01-16": "€48"},
    ),
    (
        "Wat kost de boot naar Saltmarsh voor een auto met bestuurder?",
        {"2023-03": "€ 129", "2025-05-21": "€ 164"},
    ),
    ("Hoeveel toeschouwers trekt de vrouwenploeg van Kempenoord gemiddeld?", {"2025-12-09": "1.310"}),
    ("Hoeveel water gaat de chipfabriek in Brammerveen per dag nodig hebben?", {"2022-08-30": "2.400 m³"}),
    (
        "Hoeveel moet Doornspijk uiteindelijk terugbetalen?",
        {"2024-01-16": "€ 3,8 miljoen", "2025-06-24": "€ 2,9 miljoen"},
    ),
]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How much does a ticket for the Otterlake cable ferry cost?", ["€4", "€5.50"]),
        ("Hoeveel kost een kaartje voor de kabelpont van Otterlake?", ["€ 4", "€ 5,50"]),
    ],
)
def test_each_article_gives_its_value_in_the_askers_language(
    desk: Desk, question: str, expected: list[str]
) -> None:
    dutch = "Een kaartje voor de kabelpont van Otterlake kost 5,50 euro. Er waren zwanen op het meer."
    add(desk, [draft(FERRY.format(4), "old", "2021-02-03"), draft(dutch, "new", "2024-03-01", language="nl")])
    assert values(desk.timelines.of(question, Filters())) == [
        ("2021-02-03", expected[0]),
        ("2024-03-01", expected[1]),
    ]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many seals were counted on the Kraaienplaat?", {"2023-08-24": "412", "2025-08-21": "455"}),
        ("Hoeveel wolven leven er in het Drostenwoud?", {"2023-12-14": "39"}),
    ],
)
def test_what_samples_say_plainly_is_on_their_timeline(
    samples: Desk, question: str, expected: dict[str, str]
) -> None:
    assert dict(values(samples.timelines.of(question, Filters()))) == expected


@pytest.mark.parametrize(
    "asked_of", [SAMPLES[2:6], pytest.param(SAMPLES, marks=pytest.mark.torture)], ids=["some", "all"]
)
def test_most_values_are_of_what_is_asked_and_few_are_missing(
    samples: Desk, asked_of: list[tuple[str, dict[str, str]]]
) -> None:
    given = [(dict(values(samples.timelines.of(asked, Filters()))), expected) for asked, expected in asked_of]
    right = sum(len(points.items() & expected.items()) for points, expected in given)
    assert right > 0.4 * sum(len(expected) for _, expected in given)
    assert right > 0.4 * sum(len(points) for points, _ in given)


def test_every_point_is_an_exact_quote_and_they_are_numbered_from_the_oldest(desk: Desk) -> None:
    found = fares(desk, ("2023-02-03", FERRY.format(5)), ("2021-02-03", FERRY.format(4)))

    cited = [one for point in found.points for one in point.citations]
    assert [one.number for one in cited] == [1, 2]
    assert all(one.quote in one.article.draft.text and one.link for one in cited)
    assert [point.number for point in found.plotted] == [4, 5]


def test_filters_and_dates_that_the_question_names_narrow_it(desk: Desk) -> None:
    fares(
        desk, *((f"{year}-02-03", FERRY.format(euros)) for year, euros in ((2021, 4), (2023, 5), (2025, 7)))
    )
    until = desk.timelines.of(FARE, Filters(as_of=PartialDate(2023)))
    since = desk.timelines.of(f"{FARE.rstrip('?')} since 2023?", Filters())

    assert values(until) == [("2021-02-03", "€4"), ("2023-02-03", "€5")]
    assert ("2023-02-03", "€5") in values(since)
    assert ("2021-02-03", "€4") not in values(since)
    assert since.narrowed.since == PartialDate(2023)


def test_dates_are_listed_and_not_plotted(samples: Desk) -> None:
    found = samples.timelines.of("When is Heron going to be launched?", Filters())

    assert ("2022-10-05", "October 2023") in values(found)
    assert {"2024-02-08", "2024-06-19"} <= {day for day, _ in values(found)}
    assert found.plotted == ()


def test_where_the_answer_is_no_figure_it_gives_the_words_that_answer(samples: Desk) -> None:
    found = samples.timelines.of("Who is the mayor of Velmerstad?", Filters())

    assert [point.figure for point in found.points] == [None] * len(found.points)
    assert {"Ottoline Brandsma", "Joris Haverkate"} <= {point.words for point in found.points}
    assert all(point.words in point.citations[0].quote for point in found.points)
    assert [point.published for point in found.points] == sorted(
        (point.published for point in found.points), key=PartialDate.first
    )


@pytest.mark.parametrize(
    "question", ["Who won the chess tournament in Reykjavik?", "Hoe hoog is de inflatie in Argentinië?"]
)
def test_there_is_none_of_what_no_article_is_about(samples: Desk, question: str) -> None:
    assert samples.timelines.of(question, Filters()).points == ()


def test_an_empty_corpus_has_none(desk: Desk) -> None:
    assert desk.timelines.of("how much is Russia's signing bonus?", Filters()).points == ()


FARE = "How much does a ticket for the Otterlake cable ferry cost?"
FERRY = "A ticket for the Otterlake cable ferry costs {} euros. The lake was calm all week."


def fares(desk: Desk, *said: tuple[str, str]) -> Timeline:
    """Return the timeline of a fare that articles of those days give in those sentences."""
    add(desk, [draft(sentence, day, day, outlet=f"Paper of {day}") for day, sentence in said])
    return desk.timelines.of(FARE, Filters())


def test_a_value_that_holds_stays_and_other_units_are_listed_but_not_drawn(desk: Desk) -> None:
    found = fares(
        desk,
        ("2021-01-05", "A ticket for the Otterlake cable ferry costs 4 euros. The lake was calm all week."),
        ("2022-03-04", "The Otterlake cable ferry still asks 4 euros for a ticket. Its crew is glad of it."),
        ("2023-08-09", "Tickets for the Otterlake cable ferry now cost 5 pounds. Swans were seen as well."),
        ("2024-02-02", "A ticket for the Otterlake cable ferry costs 6 euros, against 4 euros before."),
    )

    assert [value for _, value in values(found)] == ["€4", "€4", "£5", "€6"]
    assert [point.published.year for point in found.plotted] == [2021, 2022, 2024]


def test_copies_of_one_report_are_one_point(desk: Desk) -> None:
    report = (
        "A ticket for the Otterlake cable ferry costs 4 euros from Monday, the operator said in a letter"
        " to the council. It blames the price of steel, which has doubled since the cable was last replaced."
    )
    found = fares(desk, ("2021-01-05", report), ("2021-01-06", f"{report} Swans were seen as well."))

    assert [len(point.citations) for point in found.points] == [2]
    assert values(found) == [("2021-01-05", "€4")]


def test_articles_without_a_date_are_left_out(desk: Desk) -> None:
    add(desk, [draft("A ticket for the Otterlake cable ferry costs 4 euros.", "undated")])

    assert desk.timelines.of(FARE, Filters()).points == ()


def test_what_is_new_on_the_day_of_the_question_makes_no_difference(samples: Desk) -> None:
    def on(day: datetime.date) -> dict[str, float]:
        search = Search(samples.catalogue, samples.embedder, samples.index, lambda: noon(day))
        stories = gathered(search.find("Wat kost de veerboot van Oosterzijl naar Saltmarsh?", 100, Filters()))
        return {story.article.id: story.score for story in stories}

    assert on(datetime.date(2023, 4, 1)) == pytest.approx(on(datetime.date(2025, 6, 1)))


def test_the_correction_of_an_article_is_told(desk: Desk) -> None:
    (stored,) = add(
        desk, [draft("A ticket for the Otterlake cable ferry costs 4 euros.", "one", "2021-01-05")]
    )
    desk.curator.correct(stored.id, "It was 5 before.", "test")

    ((cited,),) = (point.citations for point in desk.timelines.of(FARE, Filters()).points)
    assert cited.notice
    assert cited.notice.note == "It was 5 before."


@pytest.mark.parametrize(
    "nonsense",
    ["asdf qwer zxcv", "hgjkahsgd", " ".join(["bla"] * 120), "vjnqyaed pxndm trciftdwl kgenshb rti " * 12],
)
def test_where_nothing_is_found_nothing_is_read(samples: Desk, nonsense: str) -> None:
    timelines = Timelines(samples.catalogue, samples.search, Unasked(), samples.now)
    assert timelines.of(nonsense, Filters()).points == ()


class Unasked:
    """A reader that must not be needed."""

    def load(self) -> None:
        raise AssertionError

    def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
        raise AssertionError(question, passages)
