"""The search in other people's chains."""

from __future__ import annotations

import pytest
from langchain_core.documents import Document
from langchain_core.prompts import PromptTemplate
from langchain_core.runnables import RunnableLambda, RunnablePassthrough

from bot.assembly import Desk
from corpus.article import Draft
from corpus.catalogue import articles
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.langchain import NewsRetriever

OLD = "De tekenbonus bedroeg 495 duizend roebel voor wie zich bij het leger aanmeldde."
NEW = "De tekenbonus bedraagt nu 1,2 miljoen roebel voor wie zich bij het leger aanmeldt."


@pytest.fixture
def filled(desk: Desk) -> Desk:
    drafts = [
        Draft(text, "a test", f"https://example.org/{year}", published=PartialDate(year, 9), language="nl")
        for year, text in ((2023, OLD), (2026, NEW))
    ]
    list(desk.curator.add(drafts, "a tester"))
    return desk


def test_a_document_is_a_passage_and_says_where_it_stands(filled: Desk) -> None:
    documents = NewsRetriever(search=filled.search, k=1).invoke(
        "How high was the bonus of 495 thousand roubles?"
    )
    (document,) = documents
    with filled.catalogue.reading() as connection:
        text = articles.find(connection, document.metadata["article_id"]).draft.text
    assert document.page_content == text[document.metadata["start"] : document.metadata["end"]] == OLD
    assert document.metadata["published"] == "2023-09"
    assert document.metadata["url"] == "https://example.org/2023"


async def test_it_can_be_awaited_and_asked_for_more(filled: Desk) -> None:
    retriever = NewsRetriever(search=filled.search, k=1)
    assert len(await retriever.ainvoke("tekenbonus")) == 1
    assert len(await retriever.ainvoke("tekenbonus", k=2)) == 2


def test_it_keeps_to_its_filters(filled: Desk) -> None:
    filters = Filters(since=PartialDate(2025))
    found = NewsRetriever(search=filled.search, filters=filters).invoke("tekenbonus")
    assert [document.page_content for document in found] == [NEW]


def test_it_fits_into_a_chain(filled: Desk) -> None:
    retriever = NewsRetriever(search=filled.search, k=1)

    def texts(found: list[Document]) -> str:
        return "\n".join(one.page_content for one in found)

    prompt = PromptTemplate.from_template("{passages}\n\n{question}")
    chain = {"passages": retriever | RunnableLambda(texts), "question": RunnablePassthrough()} | prompt
    assert NEW in chain.invoke("1,2 miljoen").to_string()
