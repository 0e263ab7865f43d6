"""The search as a LangChain retriever, to put it into other people's chains."""

from typing import Annotated

from langchain_core.callbacks import AsyncCallbackManagerForRetrieverRun, CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import run_in_executor
from pydantic import BeforeValidator, ConfigDict, PositiveInt

from corpus.article import REPORT
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.search.results import Hit
from retrieval.search.search import Search


def _date(given: object) -> object:
    """Read a date from a chain's configuration, which is text."""
    return PartialDate.parse(given) if isinstance(given, str) else given


Date = Annotated[PartialDate | None, BeforeValidator(_date)]


class NewsRetriever(BaseRetriever):
    """Finds passages; awaited, it does so on LangChain's executor, beside the event loop.

    Each Document's text is the passage, exactly as it stands in its article, and its metadata say
    where: `article_id`, `start`, `end`, `title`, `outlet`, `url`, `published`, `language`, `kind`, `score`;
    None where the article does not say. All are JSON values, so that Documents can be stored and traced.

    `k` is the number of passages, for one call also `invoke(question, k=2)`. The other fields leave out
    articles, as those of `corpus.filters.Filters` do; a date may also be given as `YYYY-MM-DD` or shorter.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    search: Search
    k: PositiveInt = 4
    guild: str | None = None
    since: Date = None
    until: Date = None
    as_of: Date = None
    outlet: str | None = None
    language: str | None = None
    outlets_left_out: tuple[str, ...] = ()
    kind: str | None = None

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
        wanted = self.k if k is None else k
        return [_document(hit) for hit in self.search.find(query, wanted, self._filters()).hits]

    def _filters(self) -> Filters:
        return Filters(
            guild=self.guild,
            since=self.since,
            until=self.until,
            as_of=self.as_of,
            outlet=self.outlet,
            language=self.language,
            outlets_left_out=self.outlets_left_out,
            kind=self.kind,
        )


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
            "kind": str(draft.genre or REPORT),
            "score": hit.score,
        },
    )
