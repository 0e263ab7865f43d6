"""The model that comes with newsdesk: what is committed is what its card describes."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from retrieval.models.bundled_embedder import FOLDER, SHA256
from retrieval.models.embedding import Embedder

_CARD = (FOLDER / "MODEL_CARD.md").read_text(encoding="utf-8")
_LISTED = dict(re.findall(r"^\| `([\w.]+)` \| [\d.]+ MB \| `([0-9a-f]{64})` \|$", _CARD, re.MULTILINE))
_LARGEST = 40_000_000  # bytes
# All three bundled models work: the embedder, the reader, and the one that tells a question from a remark.
WHOLE_WAY = """
import sys
from bot.assembly import Desk
from bot.settings import settings_from
from corpus.article import Draft
from corpus.filters import Filters

desk = Desk(settings_from({"NEWSDESK_HOME": sys.argv[1]}))
bridge = Draft(text="The new bridge over the Drost is 412 metres long.", language="en", source="a test")
list(desk.curator.add([bridge], "a tester"))
answer = desk.answerer.ask("How long is the bridge over the Drost?", Filters())
desk.tell("Thanks!")
desk.close()
import bot.discord.running
print(answer.answers[0].words)
heavy = "torch", "sentence_transformers", "transformers", "sklearn", "scipy"
print([name for name in heavy if name in sys.modules])
"""


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_a_committed_file_is_the_one_that_the_card_describes(name: str) -> None:
    assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == _LISTED[name]


def test_the_program_trusts_the_weights_of_the_card() -> None:
    assert _LISTED["model.onnx"] == SHA256


def test_the_model_is_small_enough_to_be_cloned_by_everyone() -> None:
    assert sum((FOLDER / name).stat().st_size for name in _LISTED) < _LARGEST


def test_a_question_is_near_its_translation_and_far_from_another(embedder: Embedder) -> None:
    english, dutch, other = embedder.embed(
        ["How much does the flood barrier cost?", "Hoeveel kost de waterkering?", "Wie won de wedstrijd?"]
    )
    assert english @ dutch > 0.6
    assert english @ other < 0.3


def test_vectors_have_length_one_and_do_not_depend_on_their_neighbours(embedder: Embedder) -> None:
    texts = ["Een korte zin.", "A much longer sentence that stands beside it in one call. " * 40, ""]
    together = embedder.embed(texts)
    assert np.allclose(np.linalg.norm(together, axis=1), 1.0, atol=1e-5)
    assert np.array_equal(together[0], embedder.embed(texts[:1])[0])
    assert embedder.embed([]).shape == (0, embedder.identity.dimensions)


def test_embedding_a_question_needs_no_database() -> None:
    script = (
        "import sys; from pathlib import Path; from corpus.vector_space import Model; "
        "from retrieval.models.onnx_embedding import OnnxEmbedder; "
        "OnnxEmbedder(Model('m', 'r', 384), Path(sys.argv[1]), 1).embed(['Who?']); "
        "print('sqlalchemy' in sys.modules)"
    )
    assert _printed(script, FOLDER) == ["False"]


def test_adding_asking_and_the_bot_load_no_library_that_the_bundled_models_do_without(tmp_path: Path) -> None:
    """What is set to other models, or fits them, takes seconds to import and hundreds of megabytes."""
    answered, loaded = _printed(WHOLE_WAY, tmp_path)
    assert answered == "412 metres"
    assert loaded == "[]"


def _printed(script: str, folder: Path) -> list[str]:
    command = [sys.executable, "-c", script, str(folder)]
    here = Path(__file__).parents[2]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=here).stdout.splitlines()
