"""What is kept of one person goes when they ask for it, and what others are told stays."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import JSON, String, Text, select, text

from bot.assembly import Desk
from corpus.catalogue import answers, feedback, forgetting, journal, posted, unanswered, waiters, watches
from corpus.catalogue.posted import Posted
from corpus.catalogue.schema import tables
from corpus.catalogue.unanswered import Reason
from tests.storage.asked import KNOWN, MINE, NOON, THEIRS, UNKNOWN, ask
from tests.storage.newsroom import BONUS, add_one, article
from tests.storage.settled import settle
from tests.storage.test_watches import watch

PERSON, OTHER = "40404040404040404", "50505050505050505"
NAME = f"Mia ({PERSON})"

# Every column that holds words, by whether it can hold the number of a person. A new column belongs to one of
# both; one of people has to be treated by `corpus.catalogue.forgetting` too.
OF_PEOPLE = {
    "askers.person", "barred_channels.person", "changes.actor", "feedback.person", "feeds.added_by",
    "proposals.by", "shares.person", "unanswered.closed_by", "waiters.person", "watches.person",
}  # fmt: skip
OF_NOBODY = {
    "acronyms.long", "acronyms.long_form", "acronyms.short", "acronyms.short_form", "answers.candidates",
    "answers.filters", "answers.guild", "answers.id", "answers.question", "answers.standalone",
    "answers.text",
    "askers.message_id", "barred_channels.channel_id", "barred_channels.guild", "changes.action",
    "changes.article_id", "changes.guild", "citations.answer_id", "digests.channel", "digests.every",
    "digests.guild", "digests.mark", "digests.place", "entries.key", "facts.name", "facts.value",
    "feedback.answer_id", "feedback.comment", "feeds.error", "feeds.etag", "feeds.guild",
    "feeds.last_modified",
    "feeds.lost_because", "feeds.title", "feeds.url", "guilds.guild", "guilds.settings", "looks.document",
    "looks.guild", "looks.id", "looks.kind", "looks.language", "models.name", "models.revision",
    "notices.article_id", "notices.note", "posted.answer_id", "posted.channel_id", "posted.language",
    "posted.message_id", "proposals.answers", "proposals.corrects", "proposals.draft", "proposals.guild",
    "proposals.id", "proposals.note", "proposals.state", "readings.answer_id", "readings.cause",
    "readings.outlet", "readings.read_as", "readings.written", "replies.answer_id", "seen.article_id",
    "seen.look_id", "servers.guild", "servers.lacks", "servers.name", "shares.channel_id", "shares.how",
    "shares.look_id", "shares.message_id", "unanswered.answer_id", "unanswered.guild", "unanswered.reason",
    "underway.application_id", "underway.channel_id", "underway.custom_id", "underway.guild", "underway.id",
    "underway.language", "underway.message_id", "underway.proposal_id", "underway.run", "underway.token",
    "versions.address", "versions.article_id", "versions.author", "versions.genre", "versions.guild",
    "versions.headline_folded", "versions.language", "versions.outlet", "versions.outlet_folded",
    "versions.shortfall", "versions.source", "versions.text", "versions.text_hash", "versions.title",
    "versions.url", "versions.modified", "versions.published", "vocabulary.guild", "vocabulary.reversed",
    "vocabulary.term", "waiters.answer_id", "watches.answer_id", "watches.channel", "watches.difference",
    "watches.filters", "watches.found", "watches.guild", "watches.id", "watches.language", "watches.message",
    "watches.question", "watches.standalone",
}  # fmt: skip


def forget(desk: Desk, guild: str | None = None, person: str = PERSON) -> dict[str, int]:
    with desk.catalogue.writing() as connection:
        return forgetting.forget(connection, person, guild)


def naming(desk: Desk, person: str = PERSON) -> set[str]:
    """Return the columns in which the number of a person stands."""
    with desk.catalogue.reading() as connection:
        return {
            f"{table.name}.{name}"
            for table in tables.sorted_tables
            for row in connection.execute(select(table)).mappings()
            for name, value in row.items()
            if person in (value if isinstance(value, str) else json.dumps(value, default=str))
        }


def test_every_column_that_holds_words_is_known_to_hold_people_or_not() -> None:
    held = {
        f"{table.name}.{column.name}"
        for table in tables.sorted_tables
        for column in table.columns
        if isinstance(column.type, String | Text | JSON)
    }
    assert held == OF_PEOPLE | OF_NOBODY


def test_nothing_names_a_person_who_was_forgotten_and_others_keep_theirs(newsdesk: Desk) -> None:
    settle(newsdesk, MINE, PERSON, NAME)
    settle(newsdesk, THEIRS, OTHER, f"Noor ({OTHER})")
    assert naming(newsdesk) == naming(newsdesk, OTHER) == OF_PEOPLE

    assert forget(newsdesk) == {
        "questions": 2, "feedback": 1, "waiters": 1, "watches": 1, "askers": 1, "barred_channels": 1,
        "shares": 1, "names": 5,
    }  # fmt: skip

    assert naming(newsdesk) == set()
    assert naming(newsdesk, OTHER) == OF_PEOPLE
    assert forget(newsdesk) == {}


def test_a_person_is_forgotten_in_one_server_and_stays_known_in_another(newsdesk: Desk) -> None:
    settle(newsdesk, MINE, PERSON, NAME)
    settle(newsdesk, THEIRS, PERSON, NAME)
    gone = forget(newsdesk, MINE)
    assert naming(newsdesk) == OF_PEOPLE
    assert forget(newsdesk, MINE) == {}
    assert forget(newsdesk) == gone


def test_the_journal_keeps_what_was_changed_without_who_changed_it(newsdesk: Desk) -> None:
    settle(newsdesk, MINE, PERSON, NAME)
    before = changes(newsdesk)
    forget(newsdesk)
    after = changes(newsdesk)
    assert [one[:-1] for one in after] == [one[:-1] for one in before]
    assert {actor for *_, actor in before} == {"a tester", NAME}
    assert {actor for *_, actor in after} == {"a tester", forgetting.NOBODY}


def test_who_only_called_themselves_so_keeps_their_changes(newsdesk: Desk) -> None:
    one = add_one(newsdesk, article(BONUS), guild=MINE).article
    newsdesk.curator.remove([one.id], f"{NAME} ({OTHER})", MINE)
    assert forget(newsdesk) == {}


def changes(desk: Desk) -> list[tuple[Any, ...]]:
    with desk.catalogue.reading() as connection:
        return [
            (one.id, one.at, one.action, one.article_id, one.note, one.actor)
            for one in journal.recent(connection)
        ]


def test_a_question_that_another_asked_too_stays_and_one_that_nobody_shows_goes(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BONUS))
    shared, own = ask(newsdesk, KNOWN), ask(newsdesk, UNKNOWN)
    with newsdesk.catalogue.writing() as connection:
        for answer, person in ((shared, PERSON), (shared, OTHER), (own, PERSON)):
            waiters.add(connection, answer.id, person)
        unanswered.put(connection, own.id, Reason.ABSTAINED, NOON)
        feedback.give(connection, own.id, OTHER, helpful=False, comment="Why?", at=NOON)
    forget(newsdesk)
    with newsdesk.catalogue.reading() as connection:
        kept = answers.find(connection, shared.id, MINE)
        assert kept is not None
        assert kept.question == KNOWN
        assert answers.find(connection, own.id, MINE) is None
        assert unanswered.open_ones(connection, MINE) == []
        assert waiters.of(connection, [shared.id]) == {shared.id: frozenset({OTHER})}


def test_a_card_that_stands_in_a_channel_loses_the_question_and_keeps_what_it_quotes(newsdesk: Desk) -> None:
    quoted = add_one(newsdesk, article(BONUS), guild=MINE).article
    shown, watched = ask(newsdesk, KNOWN), ask(newsdesk, UNKNOWN)
    with newsdesk.catalogue.writing() as connection:
        for answer in (shown, watched):
            waiters.add(connection, answer.id, PERSON)
        posted.remember(connection, Posted("91", "77", shown.id, "nl", embedded=True))
        watches.start(connection, watch(watched.id, OTHER))
    forget(newsdesk)
    with newsdesk.catalogue.writing() as connection:
        kept = answers.find(connection, shown.id, MINE)
        assert kept is not None
        assert (kept.question, kept.standalone, kept.candidates, kept.readings) == ("\u2026", "", [], [])
        assert [version for _, version, _ in kept.quotes] == [quoted.version]
        assert [one.message_id for one in posted.stale(connection)] == ["91"]
        assert answers.recent(connection, MINE) == []
        words = connection.execute(text("SELECT question, standalone FROM answers")).all()
        assert KNOWN not in str(words)
        assert UNKNOWN not in str(words)
