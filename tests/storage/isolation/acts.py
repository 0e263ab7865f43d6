"""What guilds and the operator do to a catalogue, one small act each, the same wherever it is done again."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.assembly import Desk
from corpus.article import Article, Draft, Span
from corpus.catalogue import (
    answers,
    articles,
    askers,
    barred,
    digests,
    feed_entries,
    feedback,
    feeds,
    forgetting,
    guild_settings,
    journal,
    looks,
    posted,
    proposals,
    purge,
    servers,
    shares,
    unanswered,
    underway,
    waiters,
    watches,
)
from corpus.catalogue.answers import Given
from corpus.catalogue.connection import Connection
from corpus.catalogue.digests import Every
from corpus.catalogue.feeds import FeedRow
from corpus.catalogue.guild_settings import GuildSettings
from corpus.catalogue.looks import Look
from corpus.catalogue.posted import Posted
from corpus.catalogue.shares import Share
from corpus.catalogue.unanswered import Reason
from corpus.catalogue.underway import Begun
from corpus.catalogue.watches import Watch
from corpus.dates import PartialDate
from corpus.errors import CorpusError
from corpus.filters import Filters

MINE, THEIRS, OTHERS = "1001", "2002", "3003"
GUILDS = (MINE, THEIRS, OTHERS)
OPERATOR = None
PEOPLE = ("4000", "4001")
# A word that nobody else writes, in everything that a guild or the operator puts into the catalogue.
WORD = {MINE: "alfakwist", THEIRS: "bregjekwast", OTHERS: "cederkwint", OPERATOR: "overkwant"}
NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
QUESTIONS = (
    "hoeveel roebel betaalt Rusland?",
    "wat is de BVK?",
    "what did the bregjekwasten of Wierdum cost?",  # but for a slip a word of one guild alone
)


@dataclass(frozen=True, slots=True)
class Act:
    """Who does what; `which` and `how` choose among what there is."""

    by: str | None
    what: str
    which: int
    how: int


@dataclass(slots=True)
class World:
    """A newsdesk, the time there, and what the acts so far have made, by the place of each act."""

    desk: Desk
    place: int = 0
    given: dict[int, tuple[str | None, str]] = field(default_factory=dict)
    kept: dict[int, tuple[str | None, str]] = field(default_factory=dict)
    proposed: dict[int, tuple[str | None, str]] = field(default_factory=dict)
    shown: dict[int, tuple[str | None, str]] = field(default_factory=dict)
    watched: dict[int, tuple[str | None, str]] = field(default_factory=dict)

    @property
    def now(self) -> datetime.datetime:
        """The moment of this act: the same, whatever was left out before it."""
        return NOON + datetime.timedelta(minutes=self.place)


def drafts(guild: str | None) -> list[Draft]:
    """Return the articles that a guild can add: some have the addresses and texts of others."""
    word = WORD[guild]
    said = (
        ("https://krant.example/bonus", "Rusland betaalt een tekenbonus van 495 duizend roebel.", "nl"),
        ("https://krant.example/bonus", f"Rusland betaalt 595 duizend roebel, zegt {word}.", "nl"),
        (f"https://krant.example/{word}", f"De Bond van {word.title()} Kappers (BVK) van Wierdum.", "nl"),
        (None, f"The {word}s of Wierdum cost 12 million euros.", "en"),
        (None, f"Die {word}e kosten 12 Millionen Euro, sagt {word.title()}.", "de"),
    )
    published = ("2026-11", "2026-11-20", "2025", None, "2026-10-01")
    return [
        Draft(
            text=text,
            source=f"from {word}",
            url=url,
            title=f"{word.title()} {place}",
            outlet=("Het Oosterblad", f"De {word.title()}")[place % 2],
            published=PartialDate.parse(day) if day else None,
            language=language,
        )
        for place, ((url, text, language), day) in enumerate(zip(said, published, strict=True))
    ]


def do(world: World, act: Act, place: int) -> None:
    """Do one act at its place in the program; what cannot be done is left."""
    world.place = place
    with contextlib.suppress(CorpusError):
        ACTS[act.what](world, act.by, act.which, act.how)


def _own(connection: Connection, guild: str | None) -> list[Article]:
    live = [one for one in articles.every(connection) if one.guild == guild]
    return sorted(live, key=lambda one: one.id)


def _one(among: Sequence[Article], which: int) -> list[str]:
    return [among[which % len(among)].id] if among else []


def _name(guild: str | None, how: int) -> str:
    person = PEOPLE[how % len(PEOPLE)]
    return f"{WORD[guild]} ({person})"


def _add(world: World, guild: str | None, which: int, how: int) -> None:
    listed = drafts(guild)
    list(world.desk.curator.add([listed[which % len(listed)]], _name(guild, how), guild))


def _remove(world: World, guild: str | None, which: int, how: int) -> None:
    with world.desk.catalogue.reading() as connection:
        names = _one(_own(connection, guild), which)
    if names:
        world.desk.curator.remove(names, _name(guild, how), guild)


def _correct(world: World, guild: str | None, which: int, how: int) -> None:
    with world.desk.catalogue.reading() as connection:
        names = _one(_own(connection, guild), which)
    change = world.desk.curator.correct if how % 2 else world.desk.curator.withdraw
    for name in names:
        change(name, f"Wrong, says {WORD[guild]}.", _name(guild, how), guild)


def _undo(world: World, guild: str | None, which: int, how: int) -> None:
    with world.desk.catalogue.reading() as connection:
        own = [
            one for one in journal.recent(connection, None) if one.guild == guild and one.action != "purge"
        ]
    if own:
        world.desk.curator.undo(own[which % len(own)].id, _name(guild, how), guild)


def _answer(world: World, guild: str | None, which: int, how: int) -> None:
    name = f"{world.place:012x}"
    with world.desk.catalogue.writing() as connection:
        seen = sorted(articles.every(connection, Filters(guild=guild)), key=lambda one: one.id)
        quoted = seen[which % len(seen)] if seen and how % 3 else None
        asked = QUESTIONS[which % len(QUESTIONS)] if how % 2 else f"wat zegt {WORD[guild]}?"
        given = Given(
            id=name,
            asked=world.now,
            question=asked,
            standalone=asked,
            filters=Filters(guild=guild),
            abstained=quoted is None,
            confidence=0.5,
            text="" if quoted is None else quoted.draft.text[:9],
            quotes=[] if quoted is None else [(1, quoted.version, Span(0, 9))],
            candidates=[],
            milliseconds=1.0,
            replies=[] if quoted is None else [(1, Span(0, 4), 0.9)],
            readings=[(f"{WORD[guild]}s", WORD[guild] or "", "spelling", None)],
        )
        answers.remember(connection, given)
        person = PEOPLE[how % len(PEOPLE)]
        waiters.add(connection, name, person)
        if quoted is None:
            unanswered.put(connection, name, Reason.ABSTAINED, world.now)
        posted.remember(connection, Posted(f"9{name}", f"77{guild}", name, "nl", embedded=bool(how % 2)))
        askers.remember(connection, f"9{name}", person)
    world.given[world.place] = (guild, name)


def _said(world: World, guild: str | None, which: int, how: int) -> None:
    own = [name for of, name in world.given.values() if of == guild]
    if not own:
        return
    name, person = own[which % len(own)], PEOPLE[how % len(PEOPLE)]
    with world.desk.catalogue.writing() as connection:
        feedback.give(
            connection, name, person, helpful=bool(how % 3), comment=f"So {WORD[guild]}.", at=world.now
        )
        if guild is not None and how % 4 == 0:
            unanswered.tell(connection, name, world.now)
        elif guild is not None and how % 4 == 1:
            unanswered.close(connection, [name], guild, _name(guild, how), world.now)


def _watch(world: World, guild: str | None, which: int, how: int) -> None:
    own = [name for of, name in world.given.values() if of == guild]
    if not own:
        return
    begun = Watch(
        person=PEOPLE[how % len(PEOPLE)],
        guild=guild,
        channel=f"77{guild}",
        message=None,
        private=bool(how % 2),
        language="nl",
        question=f"wat zegt {WORD[guild]}?",
        standalone=f"wat zegt {WORD[guild]} over {which}?",
        filters=Filters(),
        created=world.now,
        answer_id=own[which % len(own)],
        seen=0,
        id=f"w{world.place:011x}",
    )
    with world.desk.catalogue.writing() as connection:
        watches.start(connection, begun)
    world.watched[world.place] = (guild, begun.id)


def _feed(world: World, guild: str | None, which: int, how: int) -> None:
    with world.desk.catalogue.writing() as connection:
        urls = ("https://krant.example/feed", f"https://krant.example/{WORD[guild]}/feed")
        url = urls[which % 2]
        known = feeds.by_address(connection, guild, url)
        if known is None or how % 4 == 0:
            known = feeds.add(
                connection, guild, url, None, adds=bool(how % 2), by=_name(guild, how), at=world.now
            )
        _poll(connection, world, known, how)


def _poll(connection: Connection, world: World, feed: FeedRow, how: int) -> None:
    later = world.now + datetime.timedelta(hours=1)
    word = WORD[feed.guild]
    if how % 4 == 1:
        feed_entries.see(connection, feed.id, [f"an entry of {word}"], world.now)
        feeds.note_polled(connection, feed.id, at=world.now, due=later, title=f"Feed of {word}")
    elif how % 4 == 2:
        feeds.note_failed(connection, feed.id, due=later, error=f"Down, says {word}.")
    elif how % 4 == 3:
        feeds.remove(connection, feed.id, feed.guild)


def _propose(world: World, guild: str | None, which: int, how: int) -> None:
    listed = drafts(guild)
    with world.desk.catalogue.writing() as connection:
        followed = feeds.of_guild(connection, guild)
        put = proposals.put(
            connection,
            listed[which % len(listed)],
            guild=guild,
            by=_name(guild, how),
            at=world.now,
            feed_id=followed[0].id if followed and how % 2 else None,
            note=f"Says {WORD[guild]}.",
        )
        if how % 5 == 0:
            proposals.drop(connection, put.id, guild)
    world.proposed[world.place] = (guild, put.id)


def _set(world: World, guild: str | None, which: int, how: int) -> None:
    if guild is None:
        return
    with world.desk.catalogue.writing() as connection:
        guild_settings.write(
            connection,
            guild,
            GuildSettings(language="nl", outlets_left_out=(f"De {WORD[guild]}",) * (how % 2)),
        )
        digests.settle(connection, guild, world.now, channel=f"77{guild}", every=Every.DAY, hour=which % 24)
        servers.join(connection, guild, world.now)
        servers.note_look(connection, guild, f"Server {WORD[guild]}", ["embed_links"][: how % 2])
        barred.note_told(connection, guild, PEOPLE[how % len(PEOPLE)], f"78{guild}", world.now)
        request = f"r{world.place}"
        underway.begin(connection, Begun(request, world.now, WORD[guild], "nl", guild, f"77{guild}"))
        underway.end(connection, [request] * (how % 2))


def _look(world: World, guild: str | None, which: int, how: int) -> None:
    if guild is None:
        return
    name = f"l{world.place:011x}"
    with world.desk.catalogue.writing() as connection:
        shown = _one(sorted(articles.every(connection, Filters(guild=guild)), key=lambda one: one.id), which)
        found = Look(name, guild, "search", "nl", {"question": f"wat zegt {WORD[guild]}?"})
        looks.keep(connection, found, shown, world.now)
        if how % 2:
            share = Share(f"8{name}", f"77{guild}", name, PEOPLE[how % len(PEOPLE)], "all", embedded=True)
            shares.remember(connection, share, world.now)
    world.kept[world.place] = (guild, name)


def _forget(world: World, guild: str | None, which: int, how: int) -> None:
    if guild is not None:
        with world.desk.catalogue.writing() as connection:
            forgetting.forget(connection, PEOPLE[(which + how) % len(PEOPLE)], guild)


def _purge(world: World, guild: str | None, which: int, how: int) -> None:
    # Seldom: what comes after a purge finds little.
    if guild is not None and (which + how) % 4 == 0:
        with world.desk.catalogue.writing() as connection:
            purge.purge(connection, guild, by="the operator", at=world.now)


ACTS: dict[str, Callable[[World, str | None, int, int], None]] = {
    "add": _add,
    "remove": _remove,
    "correct": _correct,
    "undo": _undo,
    "answer": _answer,
    "say": _said,
    "watch": _watch,
    "feed": _feed,
    "propose": _propose,
    "set": _set,
    "look": _look,
    "forget": _forget,
    "purge": _purge,
}
