"""Changing articles until death: what moderators and terminals do with them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from bot.assembly import Desk
from corpus.article import Draft
from corpus.catalogue import rows
from corpus.errors import SourceUnreadable
from retrieval.curating.curator import Added
from tests.kills.orders import Mortal, Orders
from tests.storage.newsroom import article

_ACTOR = "another process"
_TOGETHER = 3
_SEEN = ("de molen", "het veer", "the harbour", "de kaasmarkt", "the lighthouse", "het stadhuis", "de dijk")
_PLACES = ("Hollum", "Ternaard", "Oudeschild", "Ballum", "Nes", "Den Hoorn", "Moddergat", "Paesens")


def draft(orders: Orders, number: int, wording: str = "open") -> Draft:
    """Write an article of its own; another `wording` of it has the same address."""
    seen, place = _SEEN[number % len(_SEEN)], _PLACES[(number + orders.number) % len(_PLACES)]
    text = f"Dossier {orders.number}x{number}: {seen} van {place} is sinds maandag weer {wording}."
    return article(text, url=f"https://example.org/{orders.number}/{number}")


def add(mortal: Mortal, desk: Desk, orders: Orders) -> None:
    """Add three articles at a time, then bring Chroma up to date."""
    for first in itertools.count(0, _TOGETHER):
        drafts = [draft(orders, first + number) for number in range(_TOGETHER)]
        with mortal.dying({_url(one): one.text for one in drafts}, together=False) as done:
            for added in desk.curator.add(drafts, _ACTOR):
                stored = _stored(added).article.draft
                done({_url(stored): stored.text})
        desk.opened_index.bring_up_to_date()


def replace(mortal: Mortal, desk: Desk, orders: Orders) -> None:
    """Add an article, then another wording of it."""
    for number, _ in _each(mortal, desk, orders):
        other = draft(orders, number, "dicht")
        with mortal.dying({_url(other): other.text}):
            (replaced,) = desk.curator.add([other], _ACTOR)
        assert _stored(replaced).status == "replaced"


def remove(mortal: Mortal, desk: Desk, orders: Orders) -> None:
    """Remove two articles at once: both or none."""
    for _, first in _each(mortal, desk, orders, step=2):
        second = _added(mortal, desk, draft(orders, int(_url(first).rpartition("/")[2]) + 1))
        gone = [_url(first), _url(second)]
        with mortal.dying(dict.fromkeys(gone)):
            desk.curator.remove(gone, _ACTOR)


def undo(mortal: Mortal, desk: Desk, orders: Orders) -> None:
    """Take an addition back, then that."""
    for _, added in _each(mortal, desk, orders):
        with mortal.dying({_url(added): None}):
            undone = desk.curator.undo(None, _ACTOR)
        with mortal.dying({_url(added): added.text}):
            desk.curator.undo(undone.by.id, _ACTOR)


def correct(mortal: Mortal, desk: Desk, orders: Orders) -> None:
    """Put the text of an article right and say so: both or neither."""
    for number, added in _each(mortal, desk, orders):
        right, note = draft(orders, number, "te zien"), f"Het was dossier {number}."
        with mortal.dying({_url(right): right.text, noted(right): note}):
            desk.curator.correct(_url(added), note, _ACTOR, draft=right)


def withdraw(mortal: Mortal, desk: Desk, orders: Orders) -> None:
    """Take an article out and say why: both or neither."""
    for number, added in _each(mortal, desk, orders):
        note = f"Dossier {number} bestaat niet."
        with mortal.dying({_url(added): None, noted(added): note}):
            desk.curator.withdraw(_url(added), note, _ACTOR)


def noted(one: Draft) -> str:
    """Return the name under which the note on an article is claimed."""
    return f"note on {rows.article_id(one, None)}"


def _each(mortal: Mortal, desk: Desk, orders: Orders, step: int = 1) -> Iterator[tuple[int, Draft]]:
    """Add one article after the other, with its number, to do something with it; then see to Chroma."""
    for number in itertools.count(0, step):
        yield number, _added(mortal, desk, draft(orders, number))
        if number % _TOGETHER == 0:
            desk.opened_index.bring_up_to_date()


def _added(mortal: Mortal, desk: Desk, one: Draft) -> Draft:
    with mortal.preparing({_url(one): one.text}):
        (added,) = desk.curator.add([one], _ACTOR)
    return _stored(added).article.draft


def _stored(one: Added | SourceUnreadable) -> Added:
    assert isinstance(one, Added)
    return one


def _url(one: Draft) -> str:
    assert one.url is not None
    return one.url
