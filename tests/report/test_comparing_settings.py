from __future__ import annotations

import warnings

import pytest
from sqlalchemy import func, select

from bot.assembly import Desk
from bot.errors import SettingWrong
from bot.measuring import measure, variant
from bot.settings import settings_from
from corpus.catalogue import models
from corpus.catalogue.schema import answers
from retrieval.lab.evaluating.questions import Asked
from retrieval.models.bundled_embedder import FOLDER
from tests.retrieval.newsroom import three

ASKED = [
    Asked("What will the night ferry cost?", frozenset({"https://news.example/ferry"}), ("58 euros",)),
    Asked("How long is the new bridge?", frozenset({"https://news.example/bridge"}), ("412 metres",)),
    Asked("Who won the chess?", said_answerable=False),
]


@pytest.fixture(scope="module")
def other_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A model of sentence-transformers whose vectors say nothing."""
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - it takes seconds
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding  # noqa: PLC0415
    from tokenizers import Tokenizer  # noqa: PLC0415

    folder = str(tmp_path_factory.mktemp("model") / "other")
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_dim=8)], device="cpu").save(folder)
    return folder


def test_another_model_is_compared_on_a_copy_of_the_articles(desk: Desk, other_model: str) -> None:
    ids = {one.id for one in three(desk)}
    first, second = measure(desk, ASKED, 10, [f"EMBEDDING_MODEL={other_model}"])
    assert [first.name, second.name] == ["as set", f"EMBEDDING_MODEL={other_model}"]
    assert {one.measure for one in second.differences} > {"hits@1", "answer in any quote"}
    assert all(set(one.found) <= ids for run in (first, second) for one in run.outcomes)
    before = [one.answer.confidence for one in first.outcomes]
    assert [one.answer.confidence for one in second.outcomes] != before
    with desk.catalogue.reading() as connection:
        active = models.active(connection)
        assert active is not None
        assert active[1] == desk.embedder.identity
        assert connection.scalar(select(func.count()).select_from(answers)) == 0


def test_a_setting_that_changes_nothing_differs_in_nothing(desk: Desk) -> None:
    three(desk)
    _, same = measure(desk, ASKED, 10, ["RERANKER_MODEL="])
    assert {(one.after - one.before, one.p) for one in same.differences} == {(0, 1)}


def test_a_setting_is_changed_by_its_name() -> None:
    settings = settings_from({"RERANKER_MODEL": "this one"})
    assert variant(settings, "reranker_model = that").reranker_model == "that"
    assert variant(settings, "RERANKER_MODEL=").reranker_model is None
    assert variant(settings, "EMBEDDING_THREADS=3").embedding_threads == 3


@pytest.mark.parametrize(
    "said",
    ["RERANKER_MODEL", "DISCORD_TOKEN=x", "CHAT_MODEL=x", "COLOUR=red", "=x", "EMBEDDING_THREADS=0", ""],
)
def test_what_is_no_setting_to_compare_is_refused(said: str) -> None:
    with pytest.raises(SettingWrong, match=r"write "):
        variant(settings_from({}), said)
