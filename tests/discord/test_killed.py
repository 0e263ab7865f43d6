"""`kill -9` right before any statement of what a moderator clicked: done once, whatever the moment."""

import contextlib
import itertools
from pathlib import Path

import pytest

from bot.assembly import Desk, now
from corpus.article import Draft
from corpus.catalogue import articles, integrity, proposals, unanswered
from corpus.catalogue.proposals import State
from corpus.errors import CorpusError, DecidedAlready
from tests.conftest import OpenDesk
from tests.discord.dying import decide, decide_and_die
from tests.discord.newsrooms import parts_of
from tests.discord.things import Things
from tests.small_discord.state.people import GUILD_ID
from tests.storage.newsroom import assert_words_agree
from tests.storage.processes import Beside
from tests.stores import shared


@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.torture)])
def test_an_addition_that_the_bot_dies_in_is_made_once(
    open_desk: OpenDesk, tmp_path: Path, step: int
) -> None:
    desk = open_desk()
    things = Things(desk)
    moments = 0
    for moment in itertools.count(1, step):
        question = things.waiting()
        draft = things.draft()
        with desk.catalogue.writing() as connection:
            proposed = proposals.put(
                connection, draft, guild=GUILD_ID, by="4003", at=now(), answers=[question]
            )
        if Beside(decide_and_die, tmp_path, moment, "add", proposed.id, **shared()).everything():
            break
        moments += step
        if _is_added(desk, draft):
            assert _state(desk, proposed.id) is State.TAKEN
        else:
            assert _state(desk, proposed.id) is State.OPEN
            decide(parts_of(desk), "add", proposed.id)
        assert _is_added(desk, draft)
        with desk.catalogue.reading() as connection:
            assert question not in {one.answer_id for one in unanswered.open_ones(connection, GUILD_ID)}
        with pytest.raises(DecidedAlready):
            decide(parts_of(desk), "add", proposed.id)
    assert moments > 10
    _assert_whole(desk)


@pytest.mark.torture
@pytest.mark.parametrize("what", ["correct", "withdraw", "remove", "undo"])
def test_a_change_that_the_bot_dies_in_is_made_once(open_desk: OpenDesk, tmp_path: Path, what: str) -> None:
    desk = open_desk()
    things = Things(desk)
    for moment in itertools.count(1):
        named = _asked(things, what)
        if Beside(decide_and_die, tmp_path, moment, what, *named, **shared()).everything():
            break
        with contextlib.suppress(CorpusError):  # where it was done before the bot died
            decide(parts_of(desk), what, *named)
        with pytest.raises(CorpusError):
            decide(parts_of(desk), what, *named)
    assert moment > 5
    _assert_whole(desk)


def _asked(things: Things, what: str) -> tuple[object, ...]:
    added = things.article()
    if what == "remove":
        return added.article.id, added.article.version
    if what == "undo":
        assert added.change is not None
        return (added.change.id,)
    with things.desk.catalogue.writing() as connection:
        asked = proposals.put(
            connection,
            added.article.draft,
            guild=GUILD_ID,
            by="4003",
            at=now(),
            corrects=added.article.id,
            note="It was fewer.",
        )
    return (asked.id,)


def _is_added(desk: Desk, draft: Draft) -> bool:
    with desk.catalogue.reading() as connection:
        return bool(articles.ids_of(connection, [draft.url or ""]))


def _state(desk: Desk, proposal_id: str) -> State:
    with desk.catalogue.reading() as connection:
        found = proposals.find(connection, proposal_id, GUILD_ID)
    assert found is not None
    return found.state


def _assert_whole(desk: Desk) -> None:
    with desk.catalogue.reading() as connection:
        assert integrity.faults(connection) == []
    assert_words_agree(desk.catalogue)
