"""Adding what was proposed: once, however often it is clicked, and proposed again where that fails."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from bot.discord.adding.refusals import in_own_words
from bot.discord.errors import Gone, UsedUp
from bot.discord.newsroom import Parts
from corpus.article import Article
from corpus.catalogue import articles, journal, proposals, unanswered
from corpus.catalogue.decide import Status
from corpus.catalogue.journal import Change
from corpus.catalogue.proposals import Proposal, State
from corpus.errors import SourceUnreadable
from retrieval.curation import Added

_LAST = 100  # changes among which the one just made is sought


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of a proposal: the article now there, the change that put it there, questions closed.

    `change` is None where nothing was stored.
    """

    proposal: Proposal
    status: Status
    article: Article
    change: int | None
    closed: int


def open_proposal(connection: Connection, proposal_id: str, guild: str) -> Proposal:
    """Return the proposal, which nobody has decided about.

    Raises:
        Gone: it is unknown, or another server's.
        UsedUp: it was added or dropped.
    """
    proposal = proposals.find(connection, proposal_id, guild)
    if proposal is None:
        raise Gone
    if proposal.state is not State.OPEN:
        raise UsedUp
    return proposal


def file(parts: Parts, proposal_id: str, guild: str, actor: str) -> Filed:
    """Add the article of a proposal, or correct the one that it corrects.

    Raises:
        Refusal: it cannot be, or somebody was quicker.
        RetrievalError: the model or its vectors are the problem; the proposal can be tried again.
    """
    with parts.catalogue.writing() as connection:
        proposal = _decided(connection, proposals.take(connection, proposal_id, guild), proposal_id, guild)
    make = _correct if proposal.corrects is not None else _add
    try:
        with in_own_words():
            status, article, change = make(parts, proposal, actor)
    except BaseException:
        with parts.catalogue.writing() as connection:
            proposals.give_back(connection, proposal_id)
        raise
    closed = _close_questions(parts, proposal, actor) if change is not None else 0
    return Filed(proposal, status, article, change, closed)


def drop(connection: Connection, proposal_id: str, guild: str) -> Proposal:
    """Turn a proposal down and return it.

    Raises:
        Refusal: somebody was quicker, or it is unknown or another server's.
    """
    return _decided(connection, proposals.drop(connection, proposal_id, guild), proposal_id, guild)


def take_back(parts: Parts, change: int, proposal_id: str, guild: str, actor: str) -> Change:
    """Undo what a proposal did; the questions that it was added for wait again.

    Raises:
        Refusal: the change cannot be undone any more.
    """
    with in_own_words():
        undone = parts.curator.undo(change, actor, guild)
    with parts.catalogue.writing() as connection:
        proposal = proposals.find(connection, proposal_id, guild)
        if proposal is not None and proposal.answers:
            unanswered.reopen(connection, proposal.answers, guild)
    return undone


def _decided(connection: Connection, proposal: Proposal | None, proposal_id: str, guild: str) -> Proposal:
    if proposal is None:
        open_proposal(connection, proposal_id, guild)
        raise UsedUp
    return proposal


def _add(parts: Parts, proposal: Proposal, actor: str) -> tuple[Status, Article, int | None]:
    (added,) = parts.curator.add([proposal.draft], actor, proposal.guild)
    if isinstance(added, SourceUnreadable):
        raise added
    return added.status, added.article, _change_of(parts, added) if added.stored else None


def _change_of(parts: Parts, added: Added) -> int | None:
    with parts.catalogue.reading() as connection:
        made = journal.recent(connection, _LAST, added.article.guild)
    return next((change.id for change in made if change.after == added.article.version), None)


def _correct(parts: Parts, proposal: Proposal, actor: str) -> tuple[Status, Article, int | None]:
    name, note = proposal.corrects or "", proposal.note or ""
    change = parts.curator.correct(name, note, actor, proposal.guild, proposal.draft)
    with parts.catalogue.reading() as connection:
        article = articles.find_seen(connection, change.article_id, proposal.guild)
    return Status.REPLACED, article, change.id


def _close_questions(parts: Parts, proposal: Proposal, actor: str) -> int:
    if not proposal.answers or proposal.guild is None:
        return 0
    with parts.catalogue.writing() as connection:
        return unanswered.close(connection, proposal.answers, proposal.guild, actor, parts.now())
