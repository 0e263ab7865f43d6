from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.side_by_side.aims import aims
from tests.benchmarks.side_by_side.conversation import Conversation, PeerFailed
from tests.benchmarks.side_by_side.rivals import Rival
from tests.benchmarks.side_by_side.tables import tables

OURS = {
    "characters read a second": 900.0,
    "share of the encoder": 0.9,
    "cold, s": 1.0,
    "search p50, ms": 10.0,
    "search p95, ms": 30.0,
    "answer, 1 at once, a second": 5.0,
    "answer, 16 at once, a second": 9.5,
    "the same again, ms": 4.0,
    "memory asking, MB": 440.0,
    "hits@1": 0.9,
    "MRR@10": 0.9,
}
SLOW, SLOWER = (
    {**dict.fromkeys(OURS), "characters read a second": read, "search p50, ms": p50, "search p95, ms": p95}
    | {"cold, s": 5.0, "hits@1": hit, "MRR@10": 0.8}
    for read, p50, p95, hit in ((310.0, 21.0, 40.0, 0.95), (200.0, 30.0, 90.0, 0.5))
)


def run_of(figures: dict[str, Any], processor: str, *sizes: tuple[int, dict[str, Any]]) -> dict[str, Any]:
    """Return what a run keeps, as far as the aims are read from it."""
    kept = [{"passages": passages, "figures": one, "left out": {}} for passages, one in sizes]
    return {"figures": figures, "processor": processor, "sizes": kept}


def judged(kept: dict[str, Any]) -> dict[str, bool]:
    return {aim.figure: aim.reached for aim in aims(kept)}


def test_each_figure_is_held_against_the_best_peer_in_it() -> None:
    everybody = {"newsdesk": OURS, "Slow": SLOW, "Slower": SLOWER}
    found = judged(run_of(everybody, "Some processor, 2 cores, without VNNI"))
    assert found == {
        "characters read a second, of the fastest peer's": True,  # 2.9 times
        "adding, of the bare encoder's speed": True,
        "search p50 over the given articles, of the fastest peer's": True,
        "search p95 over the given articles, of the fastest peer's": False,
        "answers a second with 16 asking, of those with one": True,
        "the same question again": True,
        "hits@1 over the given articles, beside the best peer": False,
        "MRR@10 over the given articles, beside the best peer": True,
    }


def test_a_processor_with_vnni_is_asked_for_more() -> None:
    everybody = {"newsdesk": OURS, "Slow": SLOW}
    assert not judged(run_of(everybody, "Some processor, 2 cores, with VNNI"))[
        "characters read a second, of the fastest peer's"
    ]


def test_sizes_are_held_against_peers_and_against_the_smallest_size() -> None:
    everybody, later = {"newsdesk": OURS, "Slow": SLOW}, {"newsdesk": OURS | {"cold, s": 2.5}}
    found = judged(run_of(everybody, "with VNNI", (1000, everybody), (10_000, later)))
    assert found["cold question over 1,000 passages, the fastest peer's of ours"]
    assert not found["cold question over 10,000 passages, of that over 1,000"]
    assert found["memory over 1,000 passages"]
    assert "memory over 10,000 passages" not in found
    assert "search p50 over 10,000 passages, of the fastest peer's" not in found  # no peer was there


def test_nothing_is_claimed_beside_peers_where_none_took_part() -> None:
    found = judged(run_of({"newsdesk": OURS}, "with VNNI"))
    assert not [figure for figure in found if "peer" in figure]
    assert judged(run_of({}, "with VNNI")) == {}


def test_the_table_says_what_is_not_reached() -> None:
    kept = run_of({"newsdesk": OURS, "Slow": SLOW}, "with VNNI") | {"date": "2026-01-01", "rounds": 5}
    told = tables(kept | {"articles": 1, "characters": 1, "questions": 1, "left out": {}, "versions": {}})[
        "aims"
    ]
    assert (
        "| search p95 over the given articles, of the fastest peer's | ≤ 0.5 times | 0.75 times | **no** |"
        in told
    )
    assert "| adding, of the bare encoder's speed | ≥ 85% | 90% | yes |" in told


def test_a_peer_that_hangs_is_ended_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Rival, "command", lambda *_: [sys.executable, "-c", "import time; time.sleep(600)"])
    rival = Rival("Sleeper", "sleeper", Path(sys.executable))
    with (
        Conversation(rival, tmp_path, patience=0.5) as talk,
        pytest.raises(PeerFailed, match="did not load within"),
    ):
        talk.say("load")
