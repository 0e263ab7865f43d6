"""What is no report is told from reports where the article says so, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.assembly import Desk
from corpus.article import Draft, Genre
from corpus.catalogue import articles
from corpus.filters import Filters
from corpus.genre import genre, kind_of
from tests.retrieval.newsroom import BEES, BRIDGE, add, draft

REPORT = Draft(
    "The council met on Monday.",
    "test",
    title="Council meets",
    outlet="The Echo",
    url="https://news.example/2025/council-meets",
)

LIVE = "7.15pm \u2013 The wind drops.\n\n4.30pm \u2013 Trees fall in Elm Bay.\n\n10.20am \u2013 It rains."


def test_a_report_says_nothing_of_its_kind() -> None:
    assert genre(REPORT) is None
    assert genre(Draft("The council met on Monday.", "test")) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"title": "Opinion: the council sleeps"}, Genre.OPINION),
        ({"title": "Opinie | De raad slaapt"}, Genre.OPINION),
        ({"title": "Column – De raad slaapt"}, Genre.COLUMN),  # noqa: RUF001 - a typeset dash
        ({"title": "Satire: council moves to the moon"}, Genre.SATIRE),
        ({"title": "Council moves to the moon (satire)"}, Genre.SATIRE),
        ({"outlet": "The Satirical Echo"}, Genre.SATIRE),
        ({"url": "https://news.example/opinion/council"}, Genre.OPINION),
        ({"url": "https://news.example/nl/opinie/raad?x=1"}, Genre.OPINION),
        ({"url": "https://news.example/satire/moon"}, Genre.SATIRE),
        ({"text": "OPINION\n\nThe council sleeps."}, Genre.OPINION),
        ({"text": "\n*Satire*\nThe council moves."}, Genre.SATIRE),
        ({"text": "Commentaar: de raad slaapt."}, Genre.OPINION),
        ({"text": "Ingezonden brief\nDe raad slaapt."}, Genre.OPINION),
        ({"text": "Dit is een ingezonden opiniestuk.\n\nDe raad slaapt."}, Genre.OPINION),
        ({"url": "https://opinie.krant.example/raad"}, Genre.OPINION),
        ({"title": "Council sleeps | Opinion"}, Genre.OPINION),
        ({"title": "Column Jan Vos: de raad slaapt"}, Genre.COLUMN),
        ({"url": "https://news.example/columns/council"}, Genre.COLUMN),
        ({"text": "De raad slaapt.\n\nDeze column verschijnt elke week."}, Genre.COLUMN),
        ({"text": "Advertorial\n\nA kitchen for life."}, Genre.ADVERTORIAL),
        ({"text": "Sponsored by Kitchens & Co\n\nA kitchen for life."}, Genre.ADVERTORIAL),
        ({"text": "In samenwerking met Keukens Vos\n\nEen keuken."}, Genre.ADVERTORIAL),
        ({"url": "https://news.example/branded-content/kitchen"}, Genre.ADVERTORIAL),
        ({"title": "Fact check: no, the council does not ban bees"}, Genre.FACT_CHECK),
        ({"title": "Factcheck | Nee, de raad verbiedt geen bijen"}, Genre.FACT_CHECK),
        ({"url": "https://news.example/feit-of-fictie/bijen"}, Genre.FACT_CHECK),
        ({"outlet": "Harbour Fact Check"}, Genre.FACT_CHECK),
        ({"text": "Rectificatie\n\nIn de krant van gisteren stond een verkeerd bedrag."}, Genre.CORRECTION),
        ({"title": "Correction: the bridge is 412 metres long"}, Genre.CORRECTION),
        ({"url": "https://krant.example/correcties-en-aanvullingen/brug"}, Genre.CORRECTION),
        ({"title": "Liveblog: storm over het land"}, Genre.LIVE_BLOG),
        ({"title": "Storm hits the coast \u2013 live updates"}, Genre.LIVE_BLOG),
        ({"title": "Live: storm hits the coast", "text": LIVE}, Genre.LIVE_BLOG),
        ({"url": "https://news.example/live/storm", "text": LIVE}, Genre.LIVE_BLOG),
        ({"text": "The moon is sold.\n\nThis article is satire."}, Genre.SATIRE),
        ({"outlet": "De Speld"}, Genre.SATIRE),
    ],
)
def test_headline_lines_outlet_and_address_say_what_it_is(said: dict[str, str], expected: Genre) -> None:
    assert genre(replace(REPORT, **said)) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "said",
    [
        {"title": "Opinion polls differ on the council"},
        {"title": "Public opinion turns against the council"},
        {"title": "Columns of the temple fall"},
        {"text": "Comment on the plan is welcome until May."},
        {"text": "The council met.\nOpinion: it sleeps."},
        {"url": "https://news.example/2025/opinion-polls-differ"},
        {"outlet": "Opinion Street Journal"},
        {"title": "Essays of pupils win a prize"},
        {"title": "Opinion Polls: council loses"},
        {"title": "Satire is dead, says comedian"},
        {"title": "Live: The Herons at the Town Hall"},
        {"title": "Fact checkers meet in Zuidveen"},
        {"text": "Dit is een betaald parkeerterrein.\n\nDe raad wil dat zo houden."},
        {"text": "Correction: an earlier version gave another sum.\n\n" + "The council met on Monday. " * 60},
        {"text": f"In samenwerking met de politie zoekt de gemeente naar {'een ' * 20}oplossing.\n\nSlot."},
    ],
)
def test_a_report_about_such_things_is_a_report(said: dict[str, str]) -> None:
    assert genre(replace(REPORT, **said)) is None  # type: ignore[arg-type]


def test_the_citation_of_an_opinion_says_that_it_is_one(desk: Desk) -> None:
    add(
        desk,
        [
            draft(BRIDGE, "opinion/bridge", "2024-02", title="Opinion: this bridge is too long"),
            draft(BEES, "bees", "2023"),
        ],
    )
    answer = desk.answerer.ask("How long is the new bridge over the Drost?", Filters())
    assert {one.genre for one in answer.citations} == {Genre.OPINION}


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("News / Opinion", Genre.OPINION),
        ("Columns & Opinie", Genre.COLUMN),
        ("Opinie en debat", Genre.OPINION),
        ("Partner content", Genre.ADVERTORIAL),
        ("live-blog", Genre.LIVE_BLOG),
        ("Sport", None),
        ("Opinion polls", None),
    ],
)
def test_a_section_names_a_kind_whole_or_in_one_of_its_parts(label: str, kind: Genre | None) -> None:
    assert kind_of([label]) is kind


def test_every_kind_goes_by_the_name_that_programs_use() -> None:
    assert [kind_of([one]) for one in Genre] == list(Genre)


def test_the_kind_is_kept_with_the_article_whichever_way_it_came(desk: Desk) -> None:
    stated = draft(BEES, "bees", "2023", genre=Genre.SATIRE)
    told, (joke,) = add(desk, [draft(BRIDGE, "b", title="Column: bridges")]), add(desk, [stated])
    assert [one.draft.genre for one in (*told, joke)] == [Genre.COLUMN, Genre.SATIRE]
    with desk.catalogue.reading() as connection:
        assert articles.find(connection, told[0].id).draft.genre is Genre.COLUMN


def test_a_question_can_be_asked_of_one_kind_alone(desk: Desk) -> None:
    add(desk, [draft(BRIDGE, "b", title="Opinion: what a bridge"), draft(BEES, "bees", title="Bees")])
    question = "How long is the new bridge over the Drost?"
    assert not desk.answerer.ask(question, Filters(kind="opinion")).abstained
    assert desk.answerer.ask(question, Filters(kind="report")).abstained
    assert desk.answerer.ask(question, Filters(kind="live-blog")).abstained
