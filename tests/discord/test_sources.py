"""`/sources`: what is in the corpus, as far as it can be seen here."""

from __future__ import annotations

from bot.assembly import Desk
from corpus.article import Draft
from corpus.dates import PartialDate
from tests.discord.conftest import Start
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import GUILD_ID, OTHER_GUILD_ID, OTHER_MODERATOR


def add(desk: Desk, *drafts: Draft, guild: str | None = None) -> None:
    assert len(list(desk.curator.add(drafts, "operator", guild))) == len(drafts)


def draft(number: int, title: str | None = None, outlet: str | None = "De Bode") -> Draft:
    return Draft(
        text=f"This is report number {number}.",
        source="test",
        url=f"https://example.org/{number}",
        title=title or f"Report {number}",
        outlet=outlet,
        published=PartialDate(2000 + number),
    )


async def test_the_newest_articles_come_first_ten_a_page_with_their_number(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    add(desk, *(draft(number) for number in range(1, 12)))
    add(desk, draft(12, title="A [secret](https://evil.example) @here"), guild=GUILD_ID)
    await start_on(desk)

    turn = await discord.use("sources")
    assert turn.message is not None
    lines = turn.embed["description"].splitlines()
    footer = turn.embed["footer"]["text"]
    rest = await discord.click(turn.message, "Next")
    elsewhere = await discord.use("sources", by=OTHER_MODERATOR, guild=OTHER_GUILD_ID, locale="nl")

    assert turn.private
    assert (len(lines), footer) == (10, "12 articles")
    assert lines[0].startswith("- De Bode, 2012: A \\[secret\\](https\\:\\/\\/evil.example) \\@here ([open](")
    assert lines[1] == "- De Bode, 2011: [Report 11](<https://example.org/11>)"
    assert rest.embed["description"].splitlines()[-1].startswith("- De Bode, 2001: ")
    assert elsewhere.embed["footer"]["text"] == "11 artikelen"
    assert "secret" not in elsewhere.text


async def test_outlet_and_dates_narrow_the_list_and_a_sentence_says_when_nothing_is_there(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(desk)
    empty = await discord.use("sources")
    alone = await discord.use("sources", guild=None)
    add(desk, draft(1), draft(2), draft(3, outlet="The Other"))

    narrowed = await discord.use("sources", {"outlet": "de bode", "since": "2002"})
    none = await discord.use("sources", {"since": "2030"}, locale="nl")
    choices = await discord.suggest("sources", "outlet", "BO")

    assert empty.private
    assert empty.text == "There are no articles yet: moderators add them with `/corpus add`."
    assert alone.text == "No articles are shared with everyone: ask in a server that has its own."
    assert narrowed.embed["description"] == "- De Bode, 2002: [Report 2](<https://example.org/2>)"
    assert narrowed.embed["footer"]["text"] == "One article"
    assert none.text == "Geen artikel past: laat het medium of de datums weg om meer te zien."
    assert [choice["value"] for choice in choices] == ["De Bode"]


async def test_the_longest_titles_and_links_fit(discord: Loopback, start_on: Start, desk: Desk) -> None:
    long = (
        Draft(
            text=f"This is report number {number}.",
            source="test",
            url=f"https://example.org/{number}/{'_' * 280}",
            title=f"{number}{'*' * 300}",
            outlet=f"{'~' * 90}",
            published=PartialDate(2024, 1, number),
        )
        for number in range(1, 11)
    )
    add(desk, *long)
    await start_on(desk)

    turn = await discord.use("sources")

    assert len(turn.embed["description"].splitlines()) == 10
