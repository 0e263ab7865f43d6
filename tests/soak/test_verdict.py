"""A soak tells what was not kept, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.soak.gauges import Reading, read
from tests.soak.verdict import Soaked, judged, lateness

_WELL = Reading(seconds=600, own=300, parsing=100, threads=20, pool=4, sockets=5, files=60, children=1)
_SEEN = Soaked(
    warm=[_WELL] * 5,
    ended=[replace(_WELL, seconds=3600, own=339)] * 5,
    beats=[0.0, 5.1, 10.0, 15.2],
    cuts=[],
    interval=5.0,
    acts={"questions": 900},
    unanswered=[],
    broken=[],
    errors=[],
    exit_code=0,
)


def broken(seen: Soaked) -> list[str]:
    return [one.what.split()[0] for one in judged(seen) if not one.kept]


def test_a_bot_that_is_as_well_as_after_ten_minutes_has_kept_every_promise() -> None:
    assert broken(_SEEN) == []


@pytest.mark.parametrize(
    ("seen", "named"),
    [
        (replace(_SEEN, ended=[replace(_WELL, own=341)] * 5), "memory"),
        (replace(_SEEN, ended=[replace(_WELL, threads=21)] * 5), "no"),
        (replace(_SEEN, ended=[replace(_WELL, sockets=6)] * 5), "no"),
        (replace(_SEEN, ended=[replace(_WELL, pool=11)] * 5), "at"),
        (replace(_SEEN, beats=[0.0, 5.0, 12.6]), "no"),
        (replace(_SEEN, beats=[]), "no"),
        (replace(_SEEN, acts={}), "everybody"),
        (replace(_SEEN, unanswered=["questions: TimeoutError()"]), "everybody"),
        (replace(_SEEN, broken=["an embed too long"]), "nothing"),
        (replace(_SEEN, errors=["ERROR"]), "no"),
        (replace(_SEEN, exit_code=-6), "it"),
    ],
)
def test_each_promise_that_was_not_kept_is_named(seen: Soaked, named: str) -> None:
    assert broken(seen) == [named]


def test_a_heartbeat_is_not_late_because_the_line_was_cut_in_between() -> None:
    beats = [0.0, 5.0, 15.0, 20.2]

    assert lateness(beats, [], 5.0) == pytest.approx(5.0)
    assert lateness(beats, [7.0, 9.0], 5.0) == pytest.approx(0.2)


# Alone, then with a child and a socket; it ends with its input.
_PARENT = """
import socket, subprocess, sys
print("alone", flush=True)
sys.stdin.readline()
with subprocess.Popen(["cat"], stdin=subprocess.PIPE), socket.socket():
    print("with a child", flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="Linux alone counts like this")
def test_a_process_is_read_with_its_children() -> None:
    # A process of its own: that of the tests may hold what other tests have opened.
    program = [sys.executable, "-c", _PARENT]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdin
        assert parent.stdout
        parent.stdout.readline()
        alone = read(parent.pid, 2.0)
        print(file=parent.stdin, flush=True)
        parent.stdout.readline()
        reading = read(parent.pid, 3.0)

    assert reading.children >= 1
    assert reading.own > 1
    assert reading.parsing > alone.parsing
    assert reading.megabytes == reading.own + reading.parsing
    assert reading.threads >= 1
    assert reading.pool == 0
    assert 1 <= reading.sockets < reading.files
