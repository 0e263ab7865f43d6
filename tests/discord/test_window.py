"""What those see who look at a bot from outside: whether it lives, and whether it is ready."""

from __future__ import annotations

import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from bot.errors import PortRefused
from bot.outside.glances import Glances
from bot.outside.health import Facts, ailments, obstacles
from bot.outside.pulse import Pulse
from bot.outside.seen import Seen
from bot.outside.window import opened
from tests.conftest import OpenDesk
from tests.discord.answers import Desk as Answering
from tests.discord.conftest import running
from tests.discord.newsrooms import newsroom_of
from tests.discord.stocked import WOLVES, stocked
from tests.small_discord.loopback import Loopback

HERE = "127.0.0.1"
WELL = Facts(begun=True, beat=0.5, connected=True, catalogue=2.0, behind=0.0)


def got(port: int, path: str) -> tuple[int, str]:
    """Ask for a page, while nothing else is done on this thread."""
    try:
        with urllib.request.urlopen(f"http://{HERE}:{port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


@pytest.fixture
def glances(desk: Desk) -> Glances:
    return Glances(desk.catalogue, lambda: desk.opened_index.synchronised_to, desk.now)


async def test_health_and_metrics_are_told_while_the_event_loop_is_busy(
    discord: Loopback, open_desk: OpenDesk, glances: Glances
) -> None:
    bot = Newsdesk(newsroom_of(open_desk(), Answering().ask))
    seen = bot.newsroom.parts.seen
    with opened(HERE, 0, seen, glances) as port:
        glances.look()
        status, said = got(port, "/readyz")
        assert (status, said.splitlines()[0][:20]) == (503, "Discord's gateway is")
        async with running(bot, discord):
            await discord.until(lambda: seen.connected)
            # These block the loop that the bot runs on.
            assert got(port, "/healthz") == (200, "ok\n")
            assert got(port, "/readyz") == (200, "ok\n")
            status, metrics = got(port, "/metrics")
            assert status == 200
            assert "newsdesk_gateway_connected 1.0" in metrics
        status, _ = got(port, "/readyz")
        assert status == 503
        assert got(port, "/")[0] == 404
    with pytest.raises(urllib.error.URLError):
        got(port, "/healthz")


async def test_a_loop_that_stands_still_is_told_by_its_pulse() -> None:
    at = [0.0]
    late: list[float] = []
    pulse = Pulse(late.append, clock=lambda: at[0])
    assert (pulse.has_begun, pulse.age) == (False, 0.0)
    at[0] = 40.0
    assert pulse.age == 40.0
    beating = pulse.beat(seconds=0)
    beating.send(None)
    at[0] = 45.0
    assert (pulse.has_begun, pulse.age) == (True, 5.0)
    beating.send(None)
    assert (late, pulse.age) == ([5.0], 0.0)
    beating.close()


@pytest.mark.parametrize(
    ("change", "alive", "ready"),
    [
        ({}, True, True),
        ({"beat": 31.0}, False, False),
        ({"begun": False, "beat": 200.0}, True, True),
        ({"begun": False, "beat": 301.0}, False, False),
        ({"connected": False}, True, False),
        ({"catalogue": 31.0}, True, False),
        ({"behind": 121.0}, True, False),
    ],
)
def test_what_is_no_reason_to_start_anew_can_be_one_to_wait(
    change: dict[str, float],
    alive: bool,  # noqa: FBT001 - pytest passes it by name
    ready: bool,  # noqa: FBT001 - the same
) -> None:
    facts = replace(WELL, **change)  # type: ignore[arg-type]
    assert (ailments(facts) == [], obstacles(facts) == []) == (alive, ready)


def test_what_the_index_lacks_is_counted_until_it_has_it(open_desk: OpenDesk) -> None:
    desk = open_desk(long_running=True)
    assert desk.chroma is not None
    glances = Glances(desk.catalogue, lambda: desk.opened_index.synchronised_to, desk.now)
    glances.look()
    assert glances.latest is not None
    assert (glances.latest.articles, glances.latest.behind, glances.latest.behind_seconds) == (0, 0, 0.0)

    stocked(desk, [WOLVES])
    glances.look()
    assert (glances.latest.articles, glances.latest.behind) == (1, 1)
    assert glances.latest.passages > 0
    assert 0 < glances.latest.behind_seconds < 300

    desk.chroma.synchronise()
    glances.look()
    assert (glances.latest.behind, glances.latest.behind_seconds) == (0, 0.0)


@pytest.mark.embedded("SQLite's file")
def test_a_catalogue_that_does_not_answer_ages(desk: Desk, glances: Glances) -> None:
    glances.look()
    before = glances.age
    desk.catalogue.close()
    (desk.settings.home / "catalogue.db").write_bytes(b"no database any more" * 1000)
    glances.look()
    assert glances.age > before


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as other:
        other.bind((HERE, 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_that_is_taken_is_a_sentence_with_the_cure(taken: int, glances: Glances) -> None:
    refused = pytest.raises(PortRefused, match=f"port {taken} .* set METRICS_PORT to another number")
    with refused, opened(HERE, taken, Seen(), glances):
        pass
