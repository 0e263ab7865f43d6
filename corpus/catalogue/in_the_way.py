"""Which later change stands on a change, and has to be taken back before it."""

from collections.abc import Mapping, Sequence
from itertools import chain

from corpus.catalogue.journal import Change


def is_built_upon(change: Change, live: int | None) -> bool:
    """Say whether the article has changed since: `live` is its live version, None where it has none."""
    return change.after not in {change.before, live}


def in_the_way(changes: Sequence[Change], number: int, live: int | None) -> Change | None:
    """Return the change to take back first so that change `number` comes closer to being taken back.

    Args:
        changes: all changes of the article, newest first.
        number: the change that is to be taken back.
        live: the live version of the article, None where it has none.
    """
    by_number = {change.id: change for change in changes}
    moving = [change for change in changes if change.before != change.after]
    holding = (_holding(change, by_number) for change in moving if change.undoes is None)
    later = (one for one in holding if one is not None and one.id > number and one.after == live)
    # An article that was added anew beside an older version: the newest change alone can be taken back.
    newest = (one for one in moving[:1] if one.id > number and one.undone_by is None)
    return next(chain(later, newest), None)


def _holding(change: Change, by_number: Mapping[int, Change]) -> Change | None:
    """Return what makes a change hold: itself, or the undo of its undo; None where it is taken back."""
    last, holds = change, True
    while last.undone_by is not None and last.undone_by in by_number:
        last, holds = by_number[last.undone_by], not holds
    return last if holds else None
