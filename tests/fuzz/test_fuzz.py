"""Whatever strangers send, nothing crashes, hangs or fills the memory, and people are told in sentences."""

from __future__ import annotations

import importlib.util
import resource
import subprocess
import sys
import time
import warnings
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutated import mutated
from tests.fuzz.targets import SEEDS, TARGETS
from tests.project.tree import ROOT

_FOUND = Path(__file__).parent / "found"
_LONGEST = 10  # seconds of the processor for one document
_MOST = 500_000_000  # bytes that one document may take
_FUZZED = 60  # seconds for each target with atheris


def tried(name: str, raw: bytes) -> None:
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a worker nobody sees them
        TARGETS[name](raw)
    assert time.process_time() - started < _LONGEST
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < _MOST


_USUAL = settings(
    derandomize=True, database=None, deadline=None, max_examples=25, suppress_health_check=list(HealthCheck)
)


@pytest.mark.parametrize("name", TARGETS)
def test_what_has_gone_wrong_in_any_way_is_told_in_a_sentence(name: str) -> None:
    @_USUAL
    @given(mutated(SEEDS[name]))
    def each(raw: bytes) -> None:
        tried(name, raw)

    each()


@pytest.mark.torture
@pytest.mark.parametrize("name", TARGETS)
def test_what_has_gone_wrong_in_any_of_many_ways_is_told_in_a_sentence(name: str) -> None:
    @settings(_USUAL, derandomize=False, max_examples=3_000)
    @given(mutated(SEEDS[name]))
    def each(raw: bytes) -> None:
        tried(name, raw)

    each()


@pytest.mark.parametrize("file", sorted(_FOUND.glob("*.*")), ids=lambda file: file.name)
def test_what_once_went_wrong_goes_well(file: Path) -> None:
    tried(file.name.partition("-")[0], file.read_bytes())


@given(st.text())
@settings(_USUAL, max_examples=60)
def test_a_question_of_any_letters_is_understood_as_something(text: str) -> None:
    tried("question", text.encode("utf-8", "surrogatepass"))


@pytest.mark.torture
@pytest.mark.skipif(not importlib.util.find_spec("atheris"), reason="atheris is missing: pip install atheris")
@pytest.mark.parametrize("name", TARGETS)
def test_what_atheris_finds_by_watching_the_code_is_told_in_a_sentence(name: str, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(SEEDS[name]):
        (corpus / str(number)).write_bytes(seed)
    asked = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "tests.fuzz",
        name,
        f"-max_total_time={_FUZZED}",
        "-timeout=10",
    ]
    limits = ["-rss_limit_mb=1500", "-max_len=20000", f"-artifact_prefix={tmp_path}/", str(corpus)]
    done = subprocess.run([*asked, *limits], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr[-3_000:] + done.stdout[-1_000:]
    print(name, [line for line in done.stderr.splitlines() if "DONE" in line or "Done " in line])  # noqa: T201
