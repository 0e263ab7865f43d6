"""The models: the bundled one and its damage, and any other of sentence-transformers."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sentence_transformers import CrossEncoder, SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
from transformers import BertConfig, BertForSequenceClassification, BertModel, BertTokenizer

import retrieval
from corpus.filters import Filters
from retrieval.errors import ModelChanged, ModelUnavailable
from retrieval.models.bundled_embedder import bundled_embedder
from retrieval.models.reindexing import reindex
from tests.conftest import OpenDesk
from tests.retrieval.newsroom import three

ANYTHING = Filters()


def small() -> BertConfig:
    return BertConfig(
        vocab_size=60,
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
    )


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> BertTokenizer:
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "bridge", "ferry", "bees", "the", "new"]
    vocabulary = tmp_path_factory.mktemp("vocabulary") / "vocab.txt"
    vocabulary.write_text("\n".join(words))
    return BertTokenizer(str(vocabulary))


@pytest.fixture(scope="module")
def embedding_folder(tokenizer: BertTokenizer, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A sentence-transformers model that is small and knows nothing."""
    folder = tmp_path_factory.mktemp("embedding")
    BertModel(small()).save_pretrained(folder / "bert")
    tokenizer.save_pretrained(folder / "bert")
    transformer = Transformer(str(folder / "bert"))
    pooling = Pooling(16)
    SentenceTransformer(modules=[transformer, pooling], device="cpu").save(str(folder / "model"))
    return str(folder / "model")


@pytest.fixture(scope="module")
def reranking_folder(tokenizer: BertTokenizer, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A cross-encoder that is small and knows nothing."""
    folder = tmp_path_factory.mktemp("reranking")
    config = small()
    config.num_labels = 1
    BertForSequenceClassification(config).save_pretrained(folder / "bert")
    tokenizer.save_pretrained(folder / "bert")
    CrossEncoder(str(folder / "bert"), device="cpu").save_pretrained(str(folder / "model"))
    return str(folder / "model")


def test_the_weights_are_checked_once(tmp_path: Path) -> None:
    bundled_embedder(tmp_path, threads=1)
    (note,) = tmp_path.iterdir()
    written = note.stat().st_mtime_ns
    bundled_embedder(tmp_path, threads=1)
    assert note.stat().st_mtime_ns == written


@pytest.mark.parametrize("weights", [b"not the weights", None], ids=["damaged", "missing"])
def test_bundled_weights_that_are_not_those_published_are_refused(
    tmp_path: Path, weights: bytes | None
) -> None:
    package = Path(retrieval.__file__).parent
    installed = tmp_path / "retrieval"
    shutil.copytree(package, installed, ignore=shutil.ignore_patterns("weights", "__pycache__"))
    weights_folder = installed / "models" / "weights" / "embedder"
    weights_folder.mkdir(parents=True)
    if weights is not None:
        (weights_folder / "model.onnx").write_bytes(weights)
    script = (
        "from pathlib import Path\nfrom retrieval.models.bundled_embedder import bundled_embedder\n"
        "from retrieval.errors import ModelUnavailable\n"
        "try:\n    bundled_embedder(Path('home'), 1)\nexcept ModelUnavailable as error:\n    print(error)"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert "is missing or damaged" in told.stdout
    assert str(weights_folder / "model.onnx") in told.stdout
    assert not (tmp_path / "home").exists()


def test_another_model_must_be_asked_for_and_can_be_gone_over_to(
    open_desk: OpenDesk, embedding_folder: str
) -> None:
    three(open_desk())
    other = open_desk(EMBEDDING_MODEL=embedding_folder)
    del other.embedder
    with pytest.raises(ModelChanged, match="newsdesk reindex"):
        other.answerer.ask("the new bridge?", ANYTHING)
    assert sum(reindex(other.catalogue, other.embedder)) == 3
    assert other.embedder.identity.dimensions == 16
    assert len(other.search.find("the new bridge?", 3, ANYTHING).hits) == 3
    with pytest.raises(ModelChanged):
        open_desk().search.find("the new bridge?", 3, ANYTHING)


def test_a_reranker_has_the_last_word(open_desk: OpenDesk, reranking_folder: str) -> None:
    three(open_desk())
    hits = open_desk(RERANKER_MODEL=reranking_folder).search.find("the new bridge?", 3, ANYTHING).hits
    assert [hit.rank for hit in hits] == [1, 2, 3]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    for hit in hits:
        assert hit.score == hit.scores["rerank"]
        assert {"dense", "lexical", "fused", "rerank"} <= set(hit.scores)


@pytest.mark.parametrize("setting", ["EMBEDDING_MODEL", "RERANKER_MODEL"])
def test_a_folder_without_a_model_is_refused_with_the_name_of_the_setting(
    open_desk: OpenDesk, tmp_path: Path, setting: str
) -> None:
    three(open_desk())
    (tmp_path / "empty").mkdir()
    desk = open_desk(**{setting: str(tmp_path / "empty")})
    if setting == "EMBEDDING_MODEL":
        del desk.embedder
    started = time.monotonic()
    with pytest.raises(ModelUnavailable, match=setting):
        desk.search.find("the new bridge?", 3, ANYTHING)
    assert time.monotonic() - started < 20


def test_weights_that_are_damaged_are_refused(
    embedding_folder: str, open_desk: OpenDesk, tmp_path: Path
) -> None:
    shutil.copytree(embedding_folder, tmp_path / "damaged")
    for weights in (tmp_path / "damaged").rglob("*.safetensors"):
        weights.write_bytes(weights.read_bytes()[:100])
    desk = open_desk(EMBEDDING_MODEL=str(tmp_path / "damaged"))
    del desk.embedder
    with pytest.raises(ModelUnavailable, match="cannot be loaded"):
        desk.answerer.load()


@pytest.mark.parametrize("setting", ["EMBEDDING_MODEL", "RERANKER_MODEL"])
def test_a_name_that_no_hub_gives_is_refused_within_seconds(open_desk: OpenDesk, setting: str) -> None:
    three(open_desk())
    desk = open_desk(**{setting: "nobody-of-that-name/no-such-model"})
    if setting == "EMBEDDING_MODEL":
        del desk.embedder
    started = time.monotonic()
    with pytest.raises(ModelUnavailable, match=setting):
        desk.search.find("the new bridge?", 3, ANYTHING)
    assert time.monotonic() - started < 30


@pytest.mark.parametrize("setting", ["EMBEDDING_MODEL", "RERANKER_MODEL"])
def test_where_the_library_for_other_models_is_missing_the_cure_is_told(
    open_desk: OpenDesk, setting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    three(open_desk())
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)  # as if it were not installed
    desk = open_desk(**{setting: "some/model"})
    if setting == "EMBEDDING_MODEL":
        del desk.embedder
    with pytest.raises(ModelUnavailable, match=f"{setting} is 'some/model', .* not installed here: install"):
        desk.search.find("the new bridge?", 3, ANYTHING)
