"""What one server has of its own, to try whether anybody else gets at it."""

from __future__ import annotations

import datetime
import itertools
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.assembly import Desk, now
from corpus.article import Draft, Span
from corpus.catalogue import answers, feeds, journal, looks, posted, proposals, shares, unanswered, watches
from corpus.catalogue.answers import Given
from corpus.catalogue.looks import Look
from corpus.catalogue.posted import Posted
from corpus.catalogue.proposals import Proposal
from corpus.catalogue.schema import tables
from corpus.catalogue.shares import Share
from corpus.catalogue.unanswered import Reason
from corpus.catalogue.watches import Watch
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.curating.curator import Added
from tests.small_discord.state.people import GUILD_ID, MODERATOR

# No sentence of the bot and no question in these tests has this name in it.
SECRET = "Zilverdistel"  # noqa: S105 - a name
QUESTION = "Hoeveel otters leven er in het moeras?"
_TEXT = (
    "In het moeras van Zilverdistel leven nu {count} otters. Het bureau telde in het moeras {count} otters."
)


_UNLIKE = (
    "Hoe hoog wordt de nieuwe vuurtoren van {name}?",
    "Which trains stop at the station of {name}?",
    "Waarom staken de bakkers van {name}?",
)


_LATER = datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC)


@dataclass
class Things:
    """Makes things of a server; each is new, so that what is done with one leaves the others as they were.

    `name` is in everything that people can name; `text` is what the articles say.
    """

    desk: Desk
    guild: str | None = GUILD_ID
    name: str = SECRET
    text: str = _TEXT
    quotes: int = 1
    _answer: str = ""
    _counts: itertools.count[int] = field(default_factory=lambda: itertools.count(20))
    _unlike: Iterator[str] = field(default_factory=lambda: itertools.cycle(_UNLIKE))

    def draft(self) -> Draft:
        count = next(self._counts)
        return Draft(
            text=self.text.replace("{count}", str(count)),
            source=f"{self.name}.txt",
            url=f"https://zilverdistel.example/{self.name}-{count}",
            title=f"{self.name}: {count} otters",
            outlet=f"{self.name}bode",
            author=f"Jan {self.name}",
            published=PartialDate.parse("2025-02-03"),
        )

    def article(self) -> Added:
        (added,) = self.desk.curator.add([self.draft()], f"{self.name} (1)", self.guild)
        assert isinstance(added, Added)
        return added

    def article_id(self) -> str:
        return self.article().article.id

    def change(self) -> int:
        """Return the number of a change: an article added."""
        self.article()
        with self.desk.catalogue.reading() as connection:
            return journal.recent(connection, 1, self.guild)[0].id

    def answer(self) -> str:
        """Return the id of an answer that quotes an article; always the same, for nothing uses it up."""
        if not self._answer:
            self._answer = self._quoting()
            self.card()
        return self._answer

    def _quoting(self) -> str:
        article = self.article().article
        span = Span(0, article.draft.text.index(". ") + 1)
        quotes = [(number, article.version, span) for number in range(1, self.quotes + 1)]
        given = _given(QUESTION, self.guild, quotes)
        with self.desk.catalogue.writing() as connection:
            answers.remember(connection, given)
        return given.id

    def waiting_alone(self) -> str:
        """Return the id of an answer that waits, to a question that is like no other."""
        return self.waiting(next(self._unlike))

    def waiting(self, asked: str = "Wat is {count} van {name}", *, closed: bool = False) -> str:
        """Return the id of an answer that found nothing, and waits for the moderators."""
        question = asked.replace("{count}", str(next(self._counts))).replace("{name}", self.name)
        given = _given(question[:500], self.guild)
        with self.desk.catalogue.writing() as connection:
            answers.remember(connection, given)
            unanswered.put(connection, given.id, Reason.ABSTAINED, now())
            if closed:
                unanswered.close(connection, [given.id], self.guild or "", self.name, now())
        return given.id

    def card(self) -> str:
        """Return the number of a message that shows an answer."""
        message = str(10**17 + next(self._counts))
        shown = Posted(message, "3000", self.answer(), "en", embedded=True)
        with self.desk.catalogue.writing() as connection:
            posted.remember(connection, shown)
        return message

    def look(self) -> str:
        """Return what somebody has searched for and may share."""
        return self._seen("search", {"question": QUESTION, "passages": [self._place() | {"rank": 1}]})

    def timeline(self) -> str:
        """Return a timeline that somebody may share."""
        point = {
            "published": "2025-02-03",
            "quotes": [self._place() | {"number": 1}],
            "figure": None,
            "rate": None,
            "value": self.name,
            "height": None,
        }
        dates: dict[str, Any] = {"since": None, "until": None, "words": [], "widened": False}
        return self._seen(
            "timeline", {"question": QUESTION, "language": "nl", "narrowed": dates, "points": [point]}
        )

    def shared(self) -> str:
        """Return a look that stands in a channel."""
        look = self.look()
        share = Share(str(10**17 + next(self._counts)), "3000", look, self.name, "1", embedded=True)
        with self.desk.catalogue.writing() as connection:
            shares.remember(connection, share, now())
        return look

    def _place(self) -> dict[str, int]:
        article = self.article().article
        return {"version": article.version, "start": 0, "end": article.draft.text.index(". ") + 1}

    def _seen(self, kind: str, document: dict[str, Any]) -> str:
        look = Look(looks.new_id(), self.guild or "", kind, "en", document)
        with self.desk.catalogue.writing() as connection:
            looks.keep(connection, look, [], now())
        return look.id

    def watch(self) -> str:
        """Return the id of the watch of a person who is in this server alone."""
        watch = Watch(
            person=MODERATOR.id,
            guild=self.guild,
            channel="3000",
            message=None,
            private=False,
            language="en",
            question=f"{self.name} {next(self._counts)}?"[:500],
            standalone=f"{self.name} {next(self._counts)}?"[:500],
            filters=Filters(),
            created=now(),
            answer_id=self.answer(),
            seen=0,
        )
        with self.desk.catalogue.writing() as connection:
            watches.start(connection, watch)
        return watch.id

    def proposal(self) -> str:
        return self._put(self.draft()).id

    def added(self) -> tuple[int, str]:
        """Return a change and the proposal that it came from."""
        return self.change(), self.proposal()

    def correction(self) -> str:
        """Return the id of what waits to be said of an article."""
        article = self.article().article
        return self._put(article.draft, corrects=article.id, note=f"{self.name} erred"[:200]).id

    def feed(self, *, paused: bool = False) -> str:
        address = f"https://zilverdistel.example/{self.name}/feed-{next(self._counts)}"
        with self.desk.catalogue.writing() as connection:
            row = feeds.add(
                connection, self.guild, address, f"{self.name} feed", adds=False, by=self.name, at=_LATER
            )
            if paused:
                feeds.pause(connection, row.id, self.guild)
        self._put(self.draft(), feed_id=row.id)
        return str(row.id)

    def find(self) -> tuple[str, str]:
        """Return a feed and an article that it found."""
        feed = self.feed()
        return feed, self._put(self.draft(), feed_id=int(feed)).id

    def _put(self, draft: Draft, **how: object) -> Proposal:
        with self.desk.catalogue.writing() as connection:
            return proposals.put(connection, draft, guild=self.guild, by=self.name, at=now(), **how)  # type: ignore[arg-type]


_BY_ITSELF = ("servers", "facts", "underway", "watches")


def rows(desk: Desk, *leaving_out: str) -> dict[str, set[str]]:
    """Return every row of the catalogue by its table, but for what the bot notes by itself of where it is."""
    with desk.catalogue.reading() as connection:
        return {
            table.name: {repr(tuple(row)) for row in connection.execute(table.select())}
            for table in tables.sorted_tables
            if table.name not in {*leaving_out, *_BY_ITSELF}
        }


def lost(before: dict[str, set[str]], after: dict[str, set[str]]) -> dict[str, set[str]]:
    """Return the rows that are no longer there as they were."""
    gone = {name: before[name] - held for name, held in after.items()}
    return {name: held for name, held in gone.items() if held}


def _given(question: str, guild: str | None, quotes: Sequence[tuple[int, int, Span]] = ()) -> Given:
    return Given(
        id=uuid.uuid4().hex[:12],
        asked=now(),
        question=question,
        standalone=question,
        filters=Filters(guild=guild),
        abstained=not quotes,
        confidence=0.5,
        text="",
        quotes=quotes,
        candidates=(),
        milliseconds=1.0,
    )
