"""What was purged or forgotten is found in no file of the home any more."""

from __future__ import annotations

from pathlib import Path

from bot.assembly import Desk
from corpus.catalogue import posted, waiters
from corpus.catalogue.posted import Posted
from corpus.filters import Filters
from tests.commands.program import Newsdesk
from tests.storage.newsroom import add_one, article

CANARY = "Kwispelaarsdijk"
ARTICLE = f"The {CANARY} is closed. The mayor of {CANARY} said that the dike of {CANARY} leaks.\n"
ASKED = f"who is the mayor of {CANARY}?"
PERSON, GUILD = "40404040404040404", "2000"
SHARED = "The new bridge over the Drost was opened by the mayor on Saturday. It is 412 metres long.\n"


def holding(home: Path, word: str) -> list[str]:
    """Return the files of a home in which a word stands, however it is spelled."""
    sought = [word.encode(), word.casefold().encode(), word.casefold()[::-1].encode()]
    return [
        str(file.relative_to(home))
        for file in sorted(home.rglob("*"))
        if file.is_file() and any(one in file.read_bytes() for one in sought)
    ]


def settled(desk: Desk, guild: str | None) -> None:
    """Let a person ask in a server: one answer is shown there, one is not; Chroma holds the articles."""
    for text, of in ((SHARED, None), *([(ARTICLE, guild)] if guild else [])):
        add_one(desk, article(text, language="en"), of)
    shown, unseen = (desk.answerer.ask(one, Filters(guild=GUILD)) for one in (ASKED, f"{ASKED} and why?"))
    with desk.catalogue.writing() as connection:
        for answer in (shown, unseen):
            waiters.add(connection, answer.id, PERSON)
        posted.remember(connection, Posted("91", "77", shown.id, "nl", embedded=True))
    desk.opened_index.bring_up_to_date()
    desk.close()


def test_no_file_of_the_home_holds_a_word_of_a_server_that_was_purged(desk: Desk, newsdesk: Newsdesk) -> None:
    settled(desk, GUILD)
    before = files(newsdesk.home / "chroma")
    assert holding(newsdesk.home, CANARY) == ["catalogue.db"]
    assert before

    purged = newsdesk("purge", GUILD, "--yes")

    assert (purged.code, purged.err) == (0, "")
    assert holding(newsdesk.home, CANARY) == holding(newsdesk.home, PERSON) == []
    assert not before & files(newsdesk.home / "chroma")
    assert "412 metres" in newsdesk("search", "how long is the new bridge?").out


def files(folder: Path) -> set[tuple[int, int]]:
    """Return which files a folder has: one that is made anew is another."""
    return {(one.stat().st_ino, one.stat().st_mtime_ns) for one in folder.rglob("*") if one.is_file()}


def test_no_file_of_the_home_holds_what_a_person_asked_who_was_forgotten(
    desk: Desk, newsdesk: Newsdesk
) -> None:
    settled(desk, None)
    assert holding(newsdesk.home, CANARY) == ["catalogue.db"]
    refused = newsdesk("forget", PERSON)
    assert refused.code == 1
    assert refused.err == (
        f"newsdesk: This deletes what is kept of {PERSON} for good: questions (2), waits for answers (2). "
        "Nothing is deleted yet: run it again with --yes.\n"
    )
    forgotten = newsdesk("forget", f"<@{PERSON}>", "--yes", "--json")
    assert forgotten.document == {
        "user": PERSON, "guild": None, "deleted": {"questions": 2, "waiters": 2},
    }  # fmt: skip
    assert holding(newsdesk.home, CANARY) == holding(newsdesk.home, PERSON) == []
    again = newsdesk("forget", PERSON, "--yes")
    assert (again.code, again.out) == (0, f"Nothing is kept of {PERSON}.\n")
