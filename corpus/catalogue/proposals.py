"""Articles that wait for a moderator's word: previews, finds of a feed, corrections."""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update

from corpus.article import Draft
from corpus.catalogue import draft_documents
from corpus.catalogue.schema import proposals
from corpus.errors import DecidedAlready, ProposalNotFound


class State(StrEnum):
    """What has become of a proposal."""

    OPEN = "open"
    TAKEN = "taken"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An article proposed to the moderators of `guild` (None: to the operator).

    `by` names the person or feed; `at` is UTC. `corrects` is the id of the article it would
    correct, with `note` saying why. `answers` are the ids of the questions it was added for.
    `announced`: the moderators have been told of it.
    """

    id: str
    guild: str | None
    by: str
    at: datetime.datetime
    draft: Draft
    feed_id: int | None
    corrects: str | None
    note: str | None
    answers: tuple[str, ...]
    announced: bool
    state: State


def put(
    connection: Connection,
    draft: Draft,
    *,
    guild: str | None,
    by: str,
    at: datetime.datetime,
    feed_id: int | None = None,
    corrects: str | None = None,
    note: str | None = None,
    answers: Sequence[str] = (),
) -> Proposal:
    """Keep an article until a moderator decides, and return it with its id of twelve hexadecimal digits."""
    proposal = Proposal(
        id=uuid.uuid4().hex[:12],
        guild=guild,
        by=by,
        at=at,
        draft=draft,
        feed_id=feed_id,
        corrects=corrects,
        note=note,
        answers=tuple(answers),
        announced=False,
        state=State.OPEN,
    )
    connection.execute(insert(proposals).values(**_columns(proposal)))
    return proposal


def find(connection: Connection, proposal_id: str, guild: str | None) -> Proposal | None:
    """Return the proposal of that id, whatever its state, if it is one of that guild's."""
    return next(iter(_read(connection, *_named(proposal_id, guild))), None)


def undecided(connection: Connection, proposal_id: str, guild: str | None) -> Proposal:
    """Return the open proposal of that id.

    Raises:
        ProposalNotFound: there is none, or it is another guild's.
        DecidedAlready: it was taken or dropped.
    """
    proposal = find(connection, proposal_id, guild)
    if proposal is None:
        raise ProposalNotFound(proposal_id)
    if proposal.state is not State.OPEN:
        raise DecidedAlready
    return proposal


def state_of(connection: Connection, proposal_id: str, guild: str | None) -> State | None:
    """Return only what has become of a proposal: its article may be long. None: it is not that guild's."""
    found = connection.scalar(select(proposals.c.state).where(*_named(proposal_id, guild)))
    return State(found) if found is not None else None


def take(connection: Connection, proposal_id: str, guild: str | None) -> Proposal:
    """Take an open proposal, to do what it proposes in the same transaction.

    Raises:
        ProposalNotFound: there is none of that id, or it is another guild's.
        DecidedAlready: somebody was quicker.
    """
    return _close(connection, proposal_id, guild, State.TAKEN)


def drop(connection: Connection, proposal_id: str, guild: str | None) -> Proposal:
    """Turn an open proposal down.

    Raises:
        ProposalNotFound: there is none of that id, or it is another guild's.
        DecidedAlready: somebody was quicker.
    """
    return _close(connection, proposal_id, guild, State.DROPPED)


def change(connection: Connection, proposal_id: str, guild: str | None, draft: Draft) -> Proposal:
    """Put another draft into an open proposal.

    Raises:
        ProposalNotFound: there is none of that id, or it is another guild's.
        DecidedAlready: somebody was quicker.
    """
    still = (*_named(proposal_id, guild), _OPEN)
    connection.execute(update(proposals).where(*still).values(draft=draft_documents.document(draft)))
    return undecided(connection, proposal_id, guild)


def waiting(connection: Connection, guild: str | None, feed_id: int | None = None) -> list[Proposal]:
    """Return the open finds of a guild's feeds, or of one of them, oldest first."""
    of_feed = proposals.c.feed_id.is_not(None) if feed_id is None else proposals.c.feed_id == feed_id
    return _read(connection, proposals.c.guild == guild, of_feed, _OPEN)


def count_waiting(connection: Connection, feed_id: int) -> int:
    """Return how many finds of a feed are open."""
    of_feed = select(func.count()).select_from(proposals).where(proposals.c.feed_id == feed_id, _OPEN)
    return connection.scalar(of_feed) or 0


def unannounced(connection: Connection) -> list[Proposal]:
    """Return every guild's open finds of feeds that the moderators have not been told of, oldest first."""
    return _read(connection, proposals.c.feed_id.is_not(None), proposals.c.announced.is_(False), _OPEN)


def note_announced(connection: Connection, proposal_ids: Sequence[str]) -> None:
    """Note that the moderators have been told of those proposals."""
    told = proposals.c.id.in_(list(proposal_ids))
    connection.execute(update(proposals).where(told).values(announced=True))


def sweep(connection: Connection, before: datetime.datetime) -> int:
    """Delete what no feed found and is older than that, previews that nobody clicked; return how many."""
    old = (proposals.c.feed_id.is_(None), proposals.c.at < before)
    return connection.execute(delete(proposals).where(*old)).rowcount


_OPEN = proposals.c.state == State.OPEN.value


def _named(proposal_id: str, guild: str | None) -> tuple[ColumnElement[bool], ...]:
    return proposals.c.id == proposal_id, proposals.c.guild == guild


def _close(connection: Connection, proposal_id: str, guild: str | None, state: State) -> Proposal:
    proposal = undecided(connection, proposal_id, guild)
    still = (*_named(proposal_id, guild), _OPEN)
    if not connection.execute(update(proposals).where(*still).values(state=state.value)).rowcount:
        raise DecidedAlready
    return replace(proposal, state=state)


def _read(connection: Connection, *where: ColumnElement[bool]) -> list[Proposal]:
    oldest = (proposals.c.at, proposals.c.id)
    return [_proposal(row) for row in connection.execute(select(proposals).where(*where).order_by(*oldest))]


def _columns(proposal: Proposal) -> dict[str, Any]:
    held = {field.name: getattr(proposal, field.name) for field in fields(Proposal)}
    return held | {
        "draft": draft_documents.document(proposal.draft),
        "answers": list(proposal.answers),
        "state": proposal.state.value,
    }


def _proposal(row: Row[Any]) -> Proposal:
    return Proposal(
        id=row.id,
        guild=row.guild,
        by=row.by,
        at=row.at,
        draft=draft_documents.draft(row.draft),
        feed_id=row.feed_id,
        corrects=row.corrects,
        note=row.note,
        answers=tuple(row.answers),
        announced=row.announced,
        state=State(row.state),
    )
