"""What moderators decide is done once and wholly, or not at all, whoever else decides meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.assembly import Desk
from corpus.article import Article, Draft
from corpus.catalogue import articles, editing, journal, proposals, unanswered
from corpus.catalogue.decide import Status
from corpus.catalogue.journal import Action, Change
from corpus.catalogue.proposals import Proposal, State
from corpus.catalogue.unanswered import Reason
from corpus.errors import (
    ArticleNotFound,
    BuiltUpon,
    ChangedMeanwhile,
    CorpusError,
    DecidedAlready,
    NotYours,
    ProposalNotFound,
)
from corpus.filters import Filters
from retrieval.curating import carrying_out
from retrieval.curating.curator import Curator
from retrieval.curating.named_article import own
from tests.retrieval.newsroom import BEES, BRIDGE, FERRY, add, draft, now

MINE, THEIRS, ANN = "1001", "2002", "Ann (5)"
DEARER = FERRY.replace("58", "60")


def proposed(desk: Desk, given: Draft, corrects: str | None = None, *answers: str) -> Proposal:
    with desk.catalogue.writing() as connection:
        return proposals.put(
            connection, given, guild=MINE, by=ANN, at=now(), corrects=corrects, note="No.", answers=answers
        )


def live(desk: Desk) -> list[Article]:
    with desk.catalogue.reading() as connection:
        return sorted(articles.every(connection, Filters(guild=MINE)), key=lambda one: one.version)


def history(desk: Desk) -> list[Change]:
    with desk.catalogue.reading() as connection:
        return journal.recent(connection, None)


def state(desk: Desk, proposal: Proposal) -> State:
    with desk.catalogue.reading() as connection:
        found = proposals.find(connection, proposal.id, MINE)
    assert found is not None
    return found.state


def test_a_proposal_is_added_once_closes_its_questions_and_taken_back_they_wait_again(desk: Desk) -> None:
    asked = desk.answerer.ask("What does the night ferry cost?", Filters(guild=MINE))
    with desk.catalogue.writing() as connection:
        unanswered.put(connection, asked.id, Reason.ABSTAINED, now())
    proposal = proposed(desk, draft(FERRY, "ferry"), None, asked.id)

    done = carrying_out.add_or_correct(desk.curator, proposal.id, MINE, ANN)
    assert (done.status, done.closed, done.change) == (Status.ADDED, 1, history(desk)[0])
    with pytest.raises(DecidedAlready):
        carrying_out.add_or_correct(desk.curator, proposal.id, MINE, ANN)
    assert live(desk) == [done.article]

    assert done.change is not None
    assert carrying_out.take_back(desk.curator, done.change.id, proposal.id, MINE, ANN) == done.change
    assert live(desk) == []
    with desk.catalogue.reading() as connection:
        assert [one.answer_id for one in unanswered.open_ones(connection, MINE)] == [asked.id]


def test_what_is_here_already_changes_nothing_and_the_proposal_is_dealt_with(desk: Desk) -> None:
    (ferry,) = add(desk, [draft(FERRY, "ferry")], MINE)
    proposal = proposed(desk, ferry.draft)
    done = carrying_out.add_or_correct(desk.curator, proposal.id, MINE, ANN)
    assert (done.status, done.change) == (Status.UNCHANGED, None)
    assert state(desk, proposal) is State.TAKEN


def test_a_correction_puts_the_proposed_text_in_the_place_of_the_old_one(desk: Desk) -> None:
    (ferry,) = add(desk, [draft(FERRY, "ferry")], MINE)
    proposal = proposed(desk, replace(ferry.draft, text=DEARER), ferry.id)
    done = carrying_out.add_or_correct(desk.curator, proposal.id, MINE, ANN)
    assert (done.status, done.article.id, done.article.draft.text) == (Status.REPLACED, ferry.id, DEARER)
    assert done.change == history(desk)[0]
    assert (done.change.note, done.change.before) == ("No.", ferry.version)


def test_a_proposal_that_somebody_edits_while_it_is_carried_out_is_left_open_and_nothing_is_added(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposal, embed = proposed(desk, draft(FERRY, "ferry")), desk.embedder.embed

    def embed_while_another_edits(texts: list[str]) -> object:
        with desk.catalogue.writing() as connection:
            proposals.change(connection, proposal.id, MINE, draft(BRIDGE, "bridge"))
        return embed(texts)

    monkeypatch.setattr(desk.embedder, "embed", embed_while_another_edits)
    with pytest.raises(ChangedMeanwhile):
        carrying_out.add_or_correct(desk.curator, proposal.id, MINE, ANN)
    assert (live(desk), history(desk), state(desk, proposal)) == ([], [], State.OPEN)


@pytest.mark.parametrize(
    ("carry_out", "action"),
    [(carrying_out.correct_in_words, Action.CORRECT), (carrying_out.withdraw, Action.WITHDRAW)],
)
def test_a_note_is_said_once_of_the_article_as_it_was_asked_about(
    desk: Desk, carry_out: Callable[..., tuple[Article, Change]], action: Action
) -> None:
    (ferry, bridge) = add(desk, [draft(FERRY, "ferry"), draft(BRIDGE, "bridge")], MINE)
    proposal, overtaken = proposed(desk, ferry.draft, ferry.id), proposed(desk, bridge.draft, bridge.id)
    article, change = carry_out(desk.curator, proposal.id, MINE, ANN)
    assert (article, change) == (ferry, history(desk)[0])
    assert (change.action, change.note) == (action, "No.")
    with pytest.raises(DecidedAlready):
        carry_out(desk.curator, proposal.id, MINE, ANN)
    with pytest.raises(ProposalNotFound):
        carry_out(desk.curator, overtaken.id, THEIRS, ANN)

    desk.curator.correct(bridge.id, "Longer.", ANN, MINE, draft(BRIDGE.replace("412", "413"), "bridge"))
    before = history(desk)
    with pytest.raises(ChangedMeanwhile):
        carry_out(desk.curator, overtaken.id, MINE, ANN)
    assert (history(desk), state(desk, overtaken)) == (before, State.OPEN)


class Overtaken(Curator):
    """Has its article changed by somebody else right before the change that was asked for."""

    def withdraw(self, name: str, *how: Any) -> Change:
        """Withdraw what is no longer as it was."""
        self.correct(name, "Dearer.", "Bob (6)", MINE, draft(DEARER, "ferry"))
        return super().withdraw(name, *how)


def test_a_change_that_meets_another_version_than_it_was_asked_about_is_given_back(desk: Desk) -> None:
    (ferry,) = add(desk, [draft(FERRY, "ferry")], MINE)
    proposal = proposed(desk, ferry.draft, ferry.id)
    with pytest.raises(ChangedMeanwhile):
        carrying_out.withdraw(Overtaken(desk.catalogue, desk.embedder, now), proposal.id, MINE, ANN)
    assert state(desk, proposal) is State.OPEN
    assert [one.action for one in history(desk)] == [Action.CORRECT, Action.ADD]


def test_an_article_is_removed_as_it_was_asked_about_and_by_its_own_server_alone(desk: Desk) -> None:
    (ferry,), (shared,) = add(desk, [draft(FERRY, "ferry")], MINE), add(desk, [draft(BEES, "bees")])
    desk.curator.correct(ferry.id, "Dearer.", ANN, MINE, replace(ferry.draft, text=DEARER))
    now_live = live(desk)
    with pytest.raises(ChangedMeanwhile):
        carrying_out.remove(desk.curator, ferry.id, ferry.version, MINE, ANN)
    with pytest.raises(NotYours) as refused:
        carrying_out.remove(desk.curator, shared.id, shared.version, MINE, ANN)
    assert refused.value.article == shared
    assert live(desk) == now_live

    standing = next(one for one in now_live if one.id == ferry.id)
    removed, change = carrying_out.remove(desk.curator, ferry.id, standing.version, MINE, ANN)
    assert (removed, change) == (standing, history(desk)[0])
    with pytest.raises(ArticleNotFound):
        carrying_out.remove(desk.curator, ferry.id, standing.version, MINE, ANN)


def test_what_stands_on_a_change_is_named_before_and_while_it_is_taken_back(desk: Desk) -> None:
    (ferry,) = add(desk, [draft(FERRY, "ferry")], MINE)
    (added,) = history(desk)
    later = desk.curator.correct(ferry.id, "Dearer.", ANN, MINE, replace(ferry.draft, text=DEARER))
    with pytest.raises(BuiltUpon) as refused, desk.catalogue.reading() as connection:
        editing.undoable(connection, added.id, MINE)
    assert (refused.value.change, refused.value.first) == (added, later)
    with pytest.raises(BuiltUpon) as refused:
        desk.curator.undo(added.id, ANN, MINE)
    assert refused.value.first == later


def test_every_change_is_handed_to_what_goes_with_it_and_given_back_where_that_fails(desk: Desk) -> None:
    ferry, bridge = add(desk, [draft(FERRY, "ferry"), draft(BRIDGE, "bridge")], MINE)
    before, told = history(desk), list[Change]()
    desk.curator.remove([ferry.id, bridge.id], ANN, MINE, lambda _, change: told.append(change))
    assert told == list(reversed(history(desk)[:2]))
    undone = desk.curator.undo(told[1].id, ANN, MINE, lambda _, change: told.append(change))
    assert undone.by == told[2] == history(desk)[0]

    def fail(*_: object) -> None:
        raise CorpusError("no")

    kept = history(desk)
    assert kept[3:] == before
    with pytest.raises(CorpusError):
        desk.curator.undo(told[0].id, ANN, MINE, fail)
    with pytest.raises(CorpusError):
        desk.curator.withdraw(bridge.id, "No.", ANN, MINE, fail)
    assert history(desk) == kept


def test_an_article_is_named_by_its_number_address_or_title_if_no_other_has_that(desk: Desk) -> None:
    (ferry,) = add(desk, [draft(FERRY, "ferry", title="Ferry fares rise")], MINE)
    with desk.catalogue.reading() as connection:
        for name in (ferry.id, "https://news.example/ferry", "Ferry fares rise"):
            assert own(connection, name, MINE) == ferry
    add(desk, [draft(BRIDGE, "bridge", title="Ferry fares rise")], MINE)
    with desk.catalogue.reading() as connection, pytest.raises(ArticleNotFound):
        own(connection, "Ferry fares rise", MINE)
