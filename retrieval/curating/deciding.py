"""What will become of articles that somebody adds, by what the catalogue holds."""

from collections.abc import Sequence

from corpus.article import Draft
from corpus.catalogue import alike, notices
from corpus.catalogue.connection import Connection
from corpus.catalogue.decide import Decision, Status, decide
from corpus.genre import labelled


def decided(connection: Connection, draft: Draft, guild: str | None) -> Decision:
    """Return what will become of `draft` if `guild` adds it."""
    (decision,) = decided_all(connection, [labelled(draft)], guild)
    return decision


def decided_all(connection: Connection, drafts: Sequence[Draft], guild: str | None) -> list[Decision]:
    """Return what will become of each of several articles, labelled, if `guild` adds it to what there is."""
    if not drafts:
        return []
    known_by = [alike.marks(draft, guild) for draft in drafts]
    return [
        _decided(connection, draft, stored)
        for draft, stored in zip(drafts, alike.alike(connection, known_by, guild), strict=True)
    ]


def decided_together(connection: Connection, drafts: Sequence[Draft], guild: str | None) -> list[Decision]:
    """Return what will become of the first of several articles, labelled, if `guild` adds all at once.

    Of as many as have nothing to do with one another, at least one: what becomes of the next depends on them.
    """
    apart = drafts[: _apart([alike.marks(draft, guild).every for draft in drafts])]
    decisions = decided_all(connection, apart, guild)
    involved = [{one.existing.id} if one.existing else set() for one in decisions]
    return decisions[: _apart(involved)]


def _apart(sets: Sequence[set[str]]) -> int:
    """Return how many of the first sets share nothing with one another."""
    met: set[str] = set()
    for count, one in enumerate(sets):
        if met & one:
            return count
        met |= one
    return len(sets)


def _decided(connection: Connection, draft: Draft, stored: alike.Alike) -> Decision:
    same = stored.same
    if same is not None and notices.is_put_right(connection, same, draft.text):
        return Decision(Status.UNCHANGED, same.draft, same)
    return decide(draft, same, stored.twin)
