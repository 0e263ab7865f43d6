"""The search in other people's chains."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from langchain_core.language_models import FakeListChatModel, ParrotFakeChatModel
from langchain_tests.integration_tests import RetrieversIntegrationTests
from pydantic import ValidationError

from bot.assembly import Desk
from corpus.article import Draft
from corpus.catalogue import articles
from corpus.dates import PartialDate
from corpus.filters import Filters
from corpus.vector_space import Model
from retrieval.index.near import Near
from retrieval.search.langchain import NewsRetriever
from retrieval.search.search import Search, VectorIndex

OLD = "De tekenbonus bedroeg 495 duizend roebel voor wie zich bij het leger aanmeldde."
NEW = "De tekenbonus bedraagt nu 1,2 miljoen roebel voor wie zich bij het leger aanmeldt."
EXAMPLE = Path(__file__).parents[2] / "examples" / "chain.py"
MANY = 20  # at once; LangChain's executor has up to 32 threads
BONUS = "how much is Russia's signing bonus?"


class Held:
    """The real index, asked once something has come about."""

    def __init__(self, index: VectorIndex, wait: Callable[[], object]) -> None:
        self._index = index
        self._wait = wait

    def nearest(self, question: npt.NDArray[np.float32], k: int, filters: Filters) -> dict[int, float]:
        self._wait()
        return self._index.nearest(question, k, filters)

    def near(
        self, model: Model, question: npt.NDArray[np.float32], k: int, filters: Filters, tried: int = 0
    ) -> Near:
        self._wait()
        return self._index.near(model, question, k, filters, tried)


class TestItIsARetrieverByLangChainsOwnTests(RetrieversIntegrationTests):
    @pytest.fixture(autouse=True)
    def _over_the_samples(self, samples: Desk) -> None:
        self.search = samples.search

    @property
    def retriever_constructor(self) -> type[NewsRetriever]:
        return NewsRetriever

    @property
    def retriever_constructor_params(self) -> dict[str, Any]:
        return {"search": self.search}

    @property
    def retriever_query_example(self) -> str:
        return BONUS


@pytest.fixture
def filled(desk: Desk) -> Desk:
    drafts = [
        Draft(text, "a test", f"https://example.org/{year}", published=PartialDate(year, 9), language="nl")
        for year, text in ((2023, OLD), (2026, NEW))
    ]
    list(desk.curator.add(drafts, "a tester"))
    return desk


@pytest.fixture(scope="module")
def example() -> ModuleType:
    spec = importlib.util.spec_from_file_location("chain", EXAMPLE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_document_is_a_passage_and_says_where_it_stands(filled: Desk) -> None:
    (document,) = NewsRetriever(search=filled.search, k=1).invoke("A bonus of 495 thousand roubles?")
    with filled.catalogue.reading() as connection:
        article = articles.find(connection, document.metadata["article_id"])
    text, score = article.draft.text, document.metadata["score"]
    assert document.page_content == text[document.metadata["start"] : document.metadata["end"]] == OLD
    assert json.loads(json.dumps(document.metadata)) == {
        "article_id": article.id,
        "start": 0,
        "end": len(OLD),
        "title": None,
        "outlet": None,
        "url": "https://example.org/2023",
        "published": "2023-09",
        "kind": "report",
        "language": "nl",
        "score": score,
    }
    assert score > 0


async def test_awaited_it_leaves_the_event_loop_free(filled: Desk) -> None:
    ran_on = threading.Event()

    def wait() -> None:
        assert ran_on.wait(timeout=10), "the event loop waits for the search"

    search = Search(filled.catalogue, filled.embedder, Held(filled.index, wait), filled.now)
    asked = asyncio.create_task(NewsRetriever(search=search, k=1).ainvoke("tekenbonus", k=2))
    while not asked.done() and not ran_on.is_set():
        await asyncio.sleep(0.01)
        ran_on.set()
    assert len(await asked) == 2


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"since": "2025"}, [NEW]),
        ({"until": PartialDate(2025)}, [OLD]),
        ({"as_of": "2026-08"}, [OLD]),
        ({"language": "en"}, []),
        ({"outlet": "De Noorderpost"}, []),
        ({"k": 1}, [NEW]),
    ],
)
def test_its_fields_say_which_articles_may_be_found(
    filled: Desk, fields: dict[str, object], found: list[str]
) -> None:
    retriever = NewsRetriever.model_validate({"search": filled.search, **fields})
    assert [document.page_content for document in retriever.invoke("tekenbonus nu")] == found


@pytest.mark.parametrize("fields", [{"since": "last week"}, {"k": 0}])
def test_a_field_that_means_nothing_is_refused(filled: Desk, fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match=next(iter(fields))):
        NewsRetriever.model_validate({"search": filled.search, **fields})


async def test_as_many_as_its_executor_has_threads_search_at_once(filled: Desk) -> None:
    together = threading.Barrier(MANY)
    everybody = Held(filled.index, lambda: together.wait(20))
    retriever = NewsRetriever(search=Search(filled.catalogue, filled.embedder, everybody, filled.now), k=1)
    with ThreadPoolExecutor(MANY) as threads:
        asyncio.get_running_loop().set_default_executor(threads)
        found = await retriever.abatch([f"hoeveel is {number} roebel?" for number in range(MANY)])
    assert {len(documents) for documents in found} == {1}


def test_the_example_answers_with_a_model_from_the_passages_it_found(
    filled: Desk, example: ModuleType
) -> None:
    retriever = NewsRetriever(search=filled.search, k=2)
    said = FakeListChatModel(responses=["1,2 miljoen roebel [1]."])
    made = example.news_chain(retriever, said).invoke("1,2 miljoen?")
    assert made["question"] == "1,2 miljoen?"
    assert made["answer"] == "1,2 miljoen roebel [1]."
    assert [document.page_content for document in made["documents"]] == [NEW, OLD]


async def test_the_example_shows_its_model_every_passage_with_its_number(
    filled: Desk, example: ModuleType
) -> None:
    chain = example.news_chain(NewsRetriever(search=filled.search, k=2), ParrotFakeChatModel())
    prompt = (await chain.ainvoke("1,2 miljoen?"))["answer"]
    assert f"[1] 2026-09\n{NEW}\n\n[2] 2023-09\n{OLD}" in prompt


def test_the_example_runs_without_a_model(stocked_home: Path, stores: dict[str, str]) -> None:
    environment = {
        "NEWSDESK_HOME": str(stocked_home),
        "PATH": "",
        "PYTHONPATH": str(EXAMPLE.parents[1]),
        **stores,
    }
    ended = subprocess.run(
        [sys.executable, EXAMPLE, BONUS], env=environment, check=True, capture_output=True, text=True
    )
    assert f"Question: {BONUS}" in ended.stdout
    assert "[4] https://samples.newsdesk.example/" in ended.stdout
