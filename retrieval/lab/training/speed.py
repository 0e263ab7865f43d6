"""Speed and memory beside the teacher in sentence-transformers, on one machine in one run."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from sentence_transformers import SentenceTransformer

from corpus.vector_space import Model
from retrieval.models.onnx_embedding import OnnxEmbedder

_ROUNDS = 5
DIMENSIONS = 384
_OURS = """
import sys
from pathlib import Path
from corpus.vector_space import Model
from retrieval.models.onnx_embedding import OnnxEmbedder
OnnxEmbedder(Model("student", "", 384), Path(sys.argv[1]), 2).embed(["Who won the elections?"])
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""
_THEIRS = """
import sys
from sentence_transformers import SentenceTransformer

from corpus.vector_space import Model
from retrieval.models.onnx_embedding import OnnxEmbedder
SentenceTransformer(sys.argv[1], device="cpu").encode("Who won the elections?")
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""


def exported(folder: Path, threads: int) -> OnnxEmbedder:
    """Load the exported student as the product does."""
    return OnnxEmbedder(Model("student", "", DIMENSIONS), folder, threads)


def speed(
    ours: Path, teacher: Path, passages: list[str], questions: list[str], threads: int
) -> dict[str, float]:
    """Measure the exported student against the teacher; rounds of the two take turns.

    Returns:
        Medians: passages a second, milliseconds for one question, megabytes of a process that embedded one.
    """
    student = exported(ours, threads)
    theirs = SentenceTransformer(str(teacher), device="cpu")

    def reference(texts: list[str]) -> object:
        return theirs.encode(texts, batch_size=32, show_progress_bar=False)

    runs = {"student": student.embed, "teacher": reference}
    for run in runs.values():
        run(passages[:32])
    bulk: dict[str, list[float]] = {name: [] for name in runs}
    single: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(_ROUNDS):
        for name, run in runs.items():
            bulk[name].append(len(passages) / _seconds(run, passages))
            single[name] += [1000 * _seconds(run, [question]) for question in questions[:40]]
    found = {f"{name}: passages per second": statistics.median(rates) for name, rates in bulk.items()}
    found |= {
        f"{name}: milliseconds per question": statistics.median(times) for name, times in single.items()
    }
    return found | {
        "student: megabytes": _megabytes(_OURS, ours),
        "teacher: megabytes": _megabytes(_THEIRS, teacher),
    }


def _seconds(run: Callable[[list[str]], object], texts: list[str]) -> float:
    before = time.perf_counter()
    run(texts)
    return time.perf_counter() - before


def _megabytes(program: str, folder: Path) -> float:
    """Run a program that prints the peak of its memory; Linux alone tells it without the parent's."""
    finished = subprocess.run(  # noqa: S603 - our own program in our own interpreter
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True
    )
    return int(finished.stdout.split()[-1]) / 1024
