"""The newsroom behind the bot: its parts block, so each call to them crosses to a worker."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import discord

from bot.discord.connection import visit
from bot.discord.connection.places import Places
from bot.discord.connection.preferences import Preferences
from bot.discord.connection.visit import Visit
from bot.discord.connection.worker import Workers
from bot.outside.seen import Seen
from bot.sharding import WHOLE, Shards
from corpus.catalogue.connection import Catalogue, Connection
from corpus.catalogue.feeds import MOST
from corpus.filters import Filters
from corpus.reading.guarded_client import guarded_client
from corpus.reading.parsing.jobs import Parser
from retrieval.answering.answerer import Answerer
from retrieval.answering.sample_questions import Examples
from retrieval.curating.curator import Curator
from retrieval.curating.preview import Previewer
from retrieval.models.embedding import Embedder
from retrieval.models.precedence import Precedence
from retrieval.models.reader import Reader
from retrieval.question.names.readings import Reading
from retrieval.question.utterances.kinds import Utterance
from retrieval.search.results import Answer
from retrieval.search.search import Search

if TYPE_CHECKING:
    import httpx

_Result = TypeVar("_Result")


class Ask(Protocol):
    """Answers a question from the articles that the filters allow; `asked_as` are the asker's own words.

    `show` is given, on the thread that answers, what is phrased so far; never without a chat model.
    """

    def __call__(
        self,
        question: str,
        filters: Filters,
        asked_as: str | None = None,
        show: Callable[[Answer], object] | None = None,
    ) -> Answer:
        """Return the answer, or an abstention."""
        ...


@dataclass(frozen=True, slots=True)
class Parts:
    """What the program builds once; any of it may block.

    `web_client` reads what people name, and `parser` what it is given.
    `standalone` makes a follow-up stand alone, given the questions before it, oldest first, with a chat
    model; None where rules do. `suggest` finds the word that was meant in a question that an abstention
    answers; None where nothing is suggested. `tell` tells what a sentence is meant as. `precedence` makes
    long work give way to what people ask. `most_feeds` is how many feeds a server may follow. `back_up` makes
    the nightly backup where it is due; None where none are made. `seen` is what those see who look from
    outside. `shards` are those of Discord that this process has; None where it has all that Discord advises.
    """

    catalogue: Catalogue
    embedder: Embedder
    reader: Reader
    search: Search
    ask: Ask
    curator: Curator
    previewer: Previewer
    now: Callable[[], datetime.datetime]
    tell: Callable[[str], Utterance]
    parser: Parser
    web_client: Callable[[], httpx.Client] = guarded_client
    standalone: Callable[[str, Sequence[str]], str] | None = None
    suggest: Callable[[Answer, str, Filters], Reading | None] | None = None
    back_up: Callable[[], object] | None = None
    precedence: Precedence = field(default_factory=Precedence)
    seen: Seen = field(default_factory=Seen)
    most_feeds: int = MOST
    shards: Shards | None = None


class Newsroom:
    """The parts, the workers that use them, and what each server has set.

    `shards` say which servers this process looks after: what concerns another is another's to do.
    """

    def __init__(self, parts: Parts, workers: Workers | None = None) -> None:
        self.parts = parts
        self.shards = parts.shards or WHOLE
        metrics = parts.seen.metrics
        self.workers = workers or Workers(waited=metrics.waited)
        metrics.read("workers", self.workers.readings)
        self.preferences = Preferences(parts.catalogue)
        answerer = Answerer(parts.catalogue, parts.search, parts.reader, parts.now)
        self.examples = Examples(parts.catalogue, answerer)
        self._places = Places()

    def visit(self, interaction: discord.Interaction[Any]) -> Visit:
        """Return who asks, and where."""
        guild = str(interaction.guild_id) if interaction.guild_id is not None else None
        return visit.by_interaction(interaction, self.preferences.of(guild))

    async def read(self, look: Callable[[Connection], _Result]) -> _Result:
        """Return what a short look at the catalogue gives; it does not wait for questions.

        Raises:
            Busy: too much is waiting already.
        """

        def call() -> _Result:
            with self.parts.catalogue.reading() as connection:
                return look(connection)

        return await self.workers.run(call, short=True)

    async def write(self, change: Callable[[Connection], _Result]) -> _Result:
        """Make a short change of the catalogue in one transaction and return what it gives.

        Raises:
            Busy: too much is waiting already.
        """

        def call() -> _Result:
            with self.parts.catalogue.writing() as connection:
                return change(connection)

        return await self.workers.run(call, short=True)

    async def work(self, call: Callable[[Parts], _Result]) -> _Result:
        """Return what longer work with the parts gives, such as a question.

        Raises:
            Busy: too much is waiting already.
        """
        return await self.workers.run(lambda: call(self.parts))

    async def read_site(self, guild: str | None, address: str, call: Callable[[Parts], _Result]) -> _Result:
        """Return what reading an address for a server gives, once there is a place for that.

        Raises:
            Busy: too much is waiting already.
        """
        async with self._places.held(guild, address):
            return await self.workers.run(lambda: call(self.parts), site=True)

    async def work_patiently(self, call: Callable[[Parts], _Result]) -> _Result:
        """Return what work gives that can take minutes and that questions go before: a preview, adding.

        Raises:
            Busy: too much is waiting already.
        """
        return await self.workers.run(lambda: call(self.parts), patient=True)
