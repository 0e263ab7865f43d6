"""`/timeline`: the values over time with their sources and a plot, for the one who asks."""

from __future__ import annotations

import itertools
from dataclasses import replace
from decimal import Decimal

from bot.assembly import Desk
from bot.discord.display.card import CONTENT, DESCRIPTION
from bot.discord.timeline.timeline_card import text
from bot.discord.timeline.timeline_message import message_of
from corpus.article import Genre
from corpus.catalogue import guild_settings
from corpus.catalogue.guild_settings import GuildSettings
from corpus.dates import PartialDate
from retrieval.figures.figure import Figure, Kind
from retrieval.timeline.points import Point, Timeline
from tests.discord.answers import article, citation
from tests.discord.conftest import Start
from tests.discord.stocked import BARRIER, stocked
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import GUILD_ID

BARRIERS = (
    BARRIER,
    "2024-04-flood-barrier-waardermonde-overrun",
    "2026-01-waterkering-waardermonde-139-miljoen",
)
QUESTION = "How much will the Waardermonde flood barrier cost?"


def point(number: int, unit: str = "EUR", title: str = "Fares", copies: int = 1) -> Point:
    """Return what an article of its own month says; each has that many copies."""
    published = PartialDate(2000 + number // 12, number % 12 + 1)
    cited = tuple(
        citation(
            number * copies + copy,
            article(f"The fare is {number + 1} {unit}. " * 9, title=title, published=str(published)),
            "https://example.org/" + "x" * 300,
        )
        for copy in range(copies)
    )
    figure = Figure(Kind.AMOUNT, Decimal(number + 1), unit, 0, 1)
    return Point(published, cited, figure, number=Decimal(number + 1))


async def test_a_card_lists_the_values_oldest_first_with_links_and_draws_them(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, BARRIERS))

    turn = await discord.use("timeline", {"question": QUESTION})

    assert turn.private
    assert turn.embed["author"]["name"] == f"Timeline: {QUESTION}"
    listed = turn.embed["description"]
    assert all(value in listed for value in ("€84 million", "€112 million", "€139 million"))
    assert "> De nieuwe waterkering van Waardermonde gaat naar schatting 84 miljoen euro kosten." in listed
    assert listed.index("2022/waterkering") < listed.index("2024/flood") < listed.index("2026/waterkering")


def test_where_no_file_may_be_attached_the_values_are_drawn_in_lines_that_fit_a_phone() -> None:
    found = Timeline(QUESTION, "en", tuple(point(number, "million euros") for number in range(3)))

    message = message_of(found, "en", embedded=True, theme=None)

    plot = message["embed"].description.partition("```\n")[2].splitlines()
    assert [line.split()[0] for line in plot[:3]] == ["2000-01", "2000-02", "2000-03"]
    assert all("█" in line for line in plot[:3])
    assert max(map(len, plot)) <= 47
    assert message["attachments"] == []


async def test_the_options_narrow_it_and_it_speaks_dutch(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, BARRIERS))

    asked = {"question": "Hoeveel kost de waterkering van Waardermonde?"}
    turn = await discord.use("timeline", {**asked, "as_of": "2024-12"}, locale="nl")
    swapped = await discord.use("timeline", {**asked, "since": "2025", "until": "2024"}, locale="nl")

    assert turn.embed["author"]["name"].startswith("Tijdlijn: ")
    assert "€ 112 miljoen" in turn.text
    assert "139" not in turn.text
    assert swapped.content.startswith("Geen artikel is zowel")


async def test_nothing_found_says_what_to_do_and_it_has_the_limits_of_asking(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    with desk.catalogue.writing() as connection:
        guild_settings.write(connection, GUILD_ID, GuildSettings(per_person=1))
    await start_on(stocked(desk, BARRIERS))

    nothing = await discord.use("timeline", {"question": "Who won the chess tournament in Reykjavik?"})
    again = await discord.use("timeline", {"question": QUESTION})

    assert nothing.content.startswith("I found no article with a date that says anything of this")
    assert again.content.startswith("That was one question too many for now")


def test_what_does_not_fit_is_said_and_the_newest_stay() -> None:
    found = Timeline(QUESTION, "en", tuple(point(number) for number in range(60)))

    for room, language in itertools.product((CONTENT, DESCRIPTION), ("en", "nl")):
        shown = text(found, language, room)
        assert len(shown) <= room
        assert all(f"**[{number}]**" in shown for number in range(56, 60))
        assert "**[0]**" not in shown
        assert ("earlier values did not fit" if language == "en" else "eerdere waarden pasten") in shown


def test_a_report_with_many_copies_names_three() -> None:
    found = Timeline(QUESTION, "en", (point(1, title="*" * 300, copies=40),))

    shown = text(found, "en", CONTENT)
    assert len(shown) <= CONTENT
    assert "**[40]**" in shown
    assert "```" not in shown


def test_what_to_know_before_a_value_and_what_is_no_figure_stand_in_the_list() -> None:
    told = point(1)
    mayor = replace(told, figure=None, number=None, words="Ans Vonk " * 10)
    (cited,) = told.citations
    joke = replace(told, citations=(replace(cited, genre=Genre.SATIRE, refuted=True),))

    shown = text(Timeline(QUESTION, "en", (joke, mayor)), "en", DESCRIPTION)
    dutch = text(Timeline(QUESTION, "nl", (joke,)), "nl", DESCRIPTION)

    assert shown.startswith("Satire, untrue, the article says: **€2** **[1]** ")
    assert f"\n**{('Ans Vonk ' * 10).strip()}** **[1]** " in shown
    assert "```" not in shown
    assert dutch.startswith("Satire, onwaar, zegt het artikel: **€ 2** ")


def test_nothing_of_an_article_leaves_the_code_block() -> None:
    evil = "```` **@everyone**\u202e"
    found = Timeline(QUESTION, "en", (point(1, evil), point(2, evil)))

    shown = text(found, "en", DESCRIPTION)
    assert shown.count("```") == 2
    assert "@everyone" not in shown.replace("\\@everyone", "").partition("```")[0]
