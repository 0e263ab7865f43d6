"""The search as a LangChain retriever, to put it into other people's chains."""

from __future__ import annotations

from langchain_core.callbacks import AsyncCallbackManagerForRetrieverRun, CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import run_in_executor
from pydantic import ConfigDict

from corpus.filters import Filters
from retrieval.results import Hit
from retrieval.search import Search


class NewsRetriever(BaseRetriever):
    """Finds passages; awaited, it does so on LangChain's executor.

    Each Document's text is the passage, exactly as it stands in its article, and its metadata say
    where: `article_id`, `start`, `end`, `title`, `outlet`, `url`, `published`, `language`, `score`.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    search: Search
    k: int = 4
    filters: Filters = Filters()

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, k: int | None = None
    ) -> list[Document]:
        del run_manager  # the search makes no calls of its own that a callback could follow
        return self._found(query, k)

    async def _aget_relevant_documents(
        self, query: str, *, run_manager: AsyncCallbackManagerForRetrieverRun, k: int | None = None
    ) -> list[Document]:
        del run_manager  # as above
        return await run_in_executor(None, self._found, query, k)

    def _found(self, query: str, k: int | None) -> list[Document]:
        return [_document(hit) for hit in self.search.find(query, k or self.k, self.filters).hits]


def _document(hit: Hit) -> Document:
    draft = hit.article.draft
    return Document(
        id=str(hit.passage_id),
        page_content=hit.text,
        metadata={
            "article_id": hit.article.id,
            "start": hit.span.start,
            "end": hit.span.end,
            "title": draft.title,
            "outlet": draft.outlet,
            "url": draft.url,
            "published": str(draft.published) if draft.published else None,
            "language": draft.language,
            "score": hit.score,
        },
    )
