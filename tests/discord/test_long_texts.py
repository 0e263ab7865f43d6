"""A long text says what its preview will take, gives way to questions, can be stopped, and has a limit."""

from __future__ import annotations

import asyncio
import functools
import threading
from collections.abc import Iterator, Sequence

import pytest

from bot.assembly import Desk
from bot.discord.adding.changed_answers import changed_answers
from bot.discord.adding.looking_ahead import left
from bot.discord.adding.words import ADDING
from bot.discord.display.card_words import CARD
from corpus.catalogue import proposals
from corpus.catalogue.proposals import State
from corpus.vector_space import Matrix
from retrieval.curating.progress import Progress, Step
from retrieval.models.embedding import Embedder
from tests.discord.added import held, preview, shown
from tests.discord.conftest import Start
from tests.discord.stocked import HOW_MANY_WOLVES, UNKNOWN, asked, stocked
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.markdown import seen
from tests.small_discord.screen.turns import Turn
from tests.small_discord.state.people import ADMIN, GUILD_ID
from tests.small_discord.state.world import File

PARAGRAPH = "De raad van Lindervoort besprak paragraaf {number} van het jaarverslag van de havendienst. " * 12
REPORT = "\n\n".join(PARAGRAPH.format(number=number) for number in range(24))
SIZE = f"{round(len(REPORT.strip()) / 1000)} kB"


class Gate:
    """Another embedder that stops before a text with some words until it is opened."""

    def __init__(self, embedder: Embedder, words: str) -> None:
        self._embedder = embedder
        self.identity = embedder.identity
        self._words = words
        self.reached, self.open = threading.Event(), threading.Event()
        self.embedded: list[str] = []

    def load(self) -> None:
        self._embedder.load()

    def embed(self, texts: Sequence[str]) -> Matrix:
        if any(self._words in text for text in texts):
            self.reached.set()
            assert self.open.wait(30)
        self.embedded += texts
        return self._embedder.embed(texts)


@pytest.fixture
def gate(desk: Desk) -> Iterator[Gate]:
    """The desk's embedder, which stops in the middle of the report."""
    stocked(desk)
    gate = desk.embedder = Gate(desk.embedder, "paragraaf 12 ")
    yield gate
    gate.open.set()


async def reported(discord: Loopback, gate: Gate, locale: str = "en-US") -> Turn:
    turn = await discord.use(
        "corpus add", {"file": File("report.txt", REPORT.encode())}, by=ADMIN, locale=locale
    )
    await asyncio.to_thread(gate.reached.wait, 30)
    return turn


async def test_a_preview_says_what_it_takes_and_a_question_goes_first(
    discord: Loopback, start_on: Start, desk: Desk, gate: Gate
) -> None:
    await start_on(desk)
    turn = await reported(discord, gate)
    await discord.until(lambda: f"Comparing {SIZE} of text" in turn.content)
    assert turn.content.endswith("Then the last 50 questions are tried, 10 s at most.")

    before = len(gate.embedded)
    answer = await asked(discord, desk)
    assert "39 wolven" in answer.text
    assert [text for text in gate.embedded[before:] if "paragraaf" in text] == []

    gate.open.set()
    message = await preview(discord, turn)
    assert message.content == ""


@pytest.mark.parametrize(
    ("locale", "stop", "said"),
    [
        ("en-US", "Stop", "**Stopped, and not added**: "),
        ("nl", "Stoppen", "**Gestopt en niet toegevoegd**: "),
    ],
)
async def test_stop_ends_a_preview_in_whatever_process_and_keeps_nothing(
    discord: Loopback, start_on: Start, desk: Desk, gate: Gate, locale: str, stop: str, said: str
) -> None:
    await start_on(desk)
    turn = await reported(discord, gate, locale=locale)
    message = await shown(discord, turn, stop)
    part = message.part(stop)
    assert part is not None
    await discord.click(message, stop, by=ADMIN, locale=locale)
    await discord.until(lambda: message.text.startswith(said))
    embedded = len(gate.embedded)
    gate.open.set()
    await discord.until(lambda: message.buttons == [])
    with desk.catalogue.reading() as connection:
        assert proposals.state_of(connection, part["custom_id"].partition(":")[2], GUILD_ID) is State.DROPPED
    assert held(desk) == set()
    assert len(gate.embedded) <= embedded + 1


@pytest.mark.usefixtures("bot")
async def test_what_holds_over_2_mb_of_text_is_refused_with_the_way_round_it(
    discord: Loopback, site: object, desk: Desk
) -> None:
    text = b"De raad van Lindervoort besloot vandaag niets. " * 50_000
    address = site.show("/archive.txt", text, kind="text/plain")  # type: ignore[attr-defined]
    for named in ({"file": File("archive.txt", text)}, {"url": address}):
        turn = await discord.use("corpus add", named, by=ADMIN)
        await discord.until(functools.partial(_says, turn, "2 MB of text"))
        assert "add it in the terminal with `newsdesk add FILE`, or in parts" in seen(turn.content)
    dutch = await discord.use("corpus add", {"file": File("archive.md", text)}, by=ADMIN, locale="nl")
    await discord.until(lambda: "hooguit 2 MB tekst" in dutch.content)
    assert "`newsdesk add BESTAND`, of in delen" in seen(dutch.content)
    assert held(desk) == set()


def _says(turn: Turn, words: str) -> bool:
    return words in turn.content


async def test_who_asks_the_same_again_gets_the_same_card_and_counts(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk))
    for question in (HOW_MANY_WOLVES, UNKNOWN):
        first, again = [await asked(discord, desk, question) for _ in range(2)]
        assert first.text == again.text
        assert first.embeds == again.embeds
    with desk.catalogue.reading() as connection:
        given = connection.exec_driver_sql("SELECT question FROM answers").scalars().all()
    assert sorted(given) == sorted([HOW_MANY_WOLVES, UNKNOWN] * 2)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "There was time to try 12 of the last 50 questions"),
        ("nl", "tijd om 12 van de laatste 50 vragen"),
    ],
)
def test_what_there_was_no_time_to_try_is_said(language: str, said: str) -> None:
    told = changed_answers((), 12, ADDING.of(language), CARD.of(language), 500, 38)
    assert said in told
    assert len(told) <= 500
    assert said not in changed_answers((), 50, ADDING.of(language), CARD.of(language), 500)


def test_the_time_left_is_told_from_the_pieces_done() -> None:
    assert left(Progress(Step.EMBEDDING, 0, 100), 0.0) == 4
    assert left(Progress(Step.EMBEDDING, 50, 100), 30.0) == 30
    assert left(Progress(Step.EMBEDDING, 99, 100), 1.0) == 1
