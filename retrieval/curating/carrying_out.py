"""Doing once what was put before a moderator: wholly or not at all, however often it is clicked.

What was decided about is read first, without the lock of writers. The change is tried, and takes it last, in
its own transaction: where somebody was quicker, or it is no longer as it was, the change is given back.
"""

from dataclasses import dataclass

from corpus.article import Article, Draft
from corpus.catalogue import articles, proposals, unanswered
from corpus.catalogue.connection import Connection
from corpus.catalogue.decide import Status
from corpus.catalogue.journal import Change
from corpus.catalogue.proposals import Proposal
from corpus.errors import ChangedMeanwhile, SourceUnreadable
from retrieval.curating.curator import Added, Curator, Then


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """What became of a proposal: the article now there, the change that put it there, questions closed.

    `change` is None where nothing was stored.
    """

    proposal: Proposal
    status: Status
    article: Article
    change: Change | None
    closed: int


def add_or_correct(curator: Curator, proposal_id: str, guild: str, actor: str) -> CarriedOut:
    """Add the article of a proposal, or put its text in the place of the one that it corrects.

    Raises:
        ProposalNotFound: there is none of that id, or it is another guild's.
        DecidedAlready: somebody was quicker.
        ChangedMeanwhile: somebody has edited it meanwhile.
        ArticleNotFound: the article that it corrects is gone.
        NotYours: the operator shares that one.
        RetrievalError: the model or its vectors are the problem; the proposal can be tried again.
    """
    with curator.catalogue.reading() as connection:
        proposal = proposals.undecided(connection, proposal_id, guild)
    return (_add if proposal.corrects is None else _correct)(curator, proposal, guild, actor)


def correct_in_words(curator: Curator, proposal_id: str, guild: str, actor: str) -> tuple[Article, Change]:
    """Say of an article, whose text stays, what was proposed; return it as it was and the change.

    Raises:
        CorpusError: what `add_or_correct` raises, or the article has changed since it was asked about.
    """
    proposal, article = _asked(curator, proposal_id, guild)
    taking = _taking(proposal, guild, article.version)
    return article, curator.correct(article.id, proposal.note or "", actor, guild, then=taking)


def withdraw(curator: Curator, proposal_id: str, guild: str, actor: str) -> tuple[Article, Change]:
    """Withdraw an article with the note that was proposed; return it and the change.

    Raises:
        CorpusError: what `add_or_correct` raises, or the article has changed since it was asked about.
    """
    proposal, article = _asked(curator, proposal_id, guild)
    taking = _taking(proposal, guild, article.version)
    return article, curator.withdraw(article.id, proposal.note or "", actor, guild, taking)


def remove(curator: Curator, article_id: str, version: int, guild: str, actor: str) -> tuple[Article, Change]:
    """Remove an article as it stood when it was asked about; return it and the change.

    Raises:
        ArticleNotFound: it is gone.
        NotYours: the operator shares it.
        ChangedMeanwhile: it is another version now.
    """

    def require_as_asked(_: Connection, change: Change) -> None:
        _require_version(change, version)

    ((article, change),) = curator.remove([article_id], actor, guild, require_as_asked).items()
    return article, change


def take_back(curator: Curator, change: int, proposal_id: str, guild: str, actor: str) -> Change:
    """Undo what a proposal did and return that; the questions that it was added for wait again.

    Raises:
        ChangeNotUndoable: the change cannot be taken back any more.
    """

    def reopen_questions(connection: Connection, _: Change) -> None:
        proposal = proposals.find(connection, proposal_id, guild)
        if proposal is not None and proposal.answers:
            unanswered.reopen(connection, proposal.answers, guild)

    return curator.undo(change, actor, guild, reopen_questions).change


def _add(curator: Curator, proposal: Proposal, guild: str, actor: str) -> CarriedOut:
    closed = 0

    def take_and_close(connection: Connection, added: Added) -> None:
        nonlocal closed
        _take(connection, proposal, guild)
        if added.stored and proposal.answers:
            closed = unanswered.close(connection, proposal.answers, guild, actor, curator.now())

    (added,) = curator.add([proposal.draft], actor, guild, take_and_close)
    if isinstance(added, SourceUnreadable):
        raise added
    return CarriedOut(proposal, added.status, added.article, added.change, closed)


def _correct(curator: Curator, proposal: Proposal, guild: str, actor: str) -> CarriedOut:
    name, note, taking = proposal.corrects or "", proposal.note or "", _taking(proposal, guild)
    change = curator.correct(name, note, actor, guild, proposal.draft, taking)
    with curator.catalogue.reading() as connection:
        article = articles.find_seen(connection, change.article_id, guild)
    return CarriedOut(proposal, Status.REPLACED, article, change, closed=0)


def _asked(curator: Curator, proposal_id: str, guild: str) -> tuple[Proposal, Article]:
    """Return a proposal that leaves a text as it is, with the article, if that still has this text."""
    with curator.catalogue.reading() as connection:
        proposal = proposals.undecided(connection, proposal_id, guild)
        article = articles.changeable(connection, proposal.corrects or "", guild)
    _require_draft(article.draft, proposal.draft)
    return proposal, article


def _taking(proposal: Proposal, guild: str, version: int | None = None) -> Then:
    """Return what takes a proposal with the change it led to, which must have met that version, if any."""

    def take(connection: Connection, change: Change) -> None:
        _take(connection, proposal, guild)
        if version is not None:
            _require_version(change, version)

    return take


def _take(connection: Connection, proposal: Proposal, guild: str) -> None:
    taken = proposals.take(connection, proposal.id, guild)
    _require_draft(taken.draft, proposal.draft)


def _require_draft(found: Draft, decided_about: Draft) -> None:
    if found != decided_about:
        raise ChangedMeanwhile


def _require_version(change: Change, decided_about: int) -> None:
    if change.before != decided_about:
        raise ChangedMeanwhile
