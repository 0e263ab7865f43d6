"""Adding what was proposed: once, however often it is clicked, and wholly or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from bot.discord.adding.refusals import changed_meanwhile, in_own_words
from bot.discord.connection.errors import Gone, UsedUp
from bot.discord.connection.newsroom import Parts
from corpus.article import Article
from corpus.catalogue import articles, proposals, unanswered
from corpus.catalogue.connection import Connection
from corpus.catalogue.decide import Status
from corpus.catalogue.journal import Change
from corpus.catalogue.proposals import Proposal, State
from corpus.errors import SourceUnreadable
from retrieval.curating.curator import Added


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
    with parts.catalogue.reading() as connection:
        proposal = open_proposal(connection, proposal_id, guild)
    make = _correct if proposal.corrects is not None else _add
    with in_own_words():
        return make(parts, proposal, guild, actor)


def take(connection: Connection, proposal: Proposal, guild: str) -> None:
    """Take a proposal as it was read before, in the transaction that does what it proposes.

    Raises:
        Refusal: somebody was quicker, or has edited it meanwhile.
    """
    taken = _decided(connection, proposals.take(connection, proposal.id, guild), proposal.id, guild)
    if taken.draft != proposal.draft:
        raise changed_meanwhile()


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

    def reopen_questions(connection: Connection) -> None:
        proposal = proposals.find(connection, proposal_id, guild)
        if proposal is not None and proposal.answers:
            unanswered.reopen(connection, proposal.answers, guild)

    with in_own_words():
        return parts.curator.undo(change, actor, guild, reopen_questions).change


def _decided(connection: Connection, proposal: Proposal | None, proposal_id: str, guild: str) -> Proposal:
    if proposal is None:
        open_proposal(connection, proposal_id, guild)
        raise UsedUp
    return proposal


def _add(parts: Parts, proposal: Proposal, guild: str, actor: str) -> Filed:
    closed = 0

    def deal_with(connection: Connection, added: Added) -> None:
        nonlocal closed
        take(connection, proposal, guild)
        if added.stored and proposal.answers:
            closed = unanswered.close(connection, proposal.answers, guild, actor, parts.now())

    (added,) = parts.curator.add([proposal.draft], actor, guild, deal_with)
    if isinstance(added, SourceUnreadable):
        raise added
    return Filed(proposal, added.status, added.article, added.change, closed)


def _correct(parts: Parts, proposal: Proposal, guild: str, actor: str) -> Filed:
    name, note = proposal.corrects or "", proposal.note or ""
    change = parts.curator.correct(
        name, note, actor, guild, proposal.draft, lambda connection: take(connection, proposal, guild)
    )
    with parts.catalogue.reading() as connection:
        article = articles.find_seen(connection, change.article_id, guild)
    return Filed(proposal, Status.REPLACED, article, change.id, closed=0)
