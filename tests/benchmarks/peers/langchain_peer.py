"""LangChain as a contestant, as its tutorial of semantic search does it: split, embed, Chroma, retriever."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from tests.benchmarks.peers.serving import Found, K, run, texts_of


class LangChain:
    """A Chroma store of split documents."""

    threads = 16
    longest = 0

    def __init__(self, folder: Path, model: Path) -> None:
        self._folder = str(folder)
        self._model = str(model)
        self._splits: list[Document] = []
        self._retriever: Any = None

    def read(self, file: Path) -> Sequence[Document]:
        return [Document(page_content=text, metadata={"source": url}) for url, text in texts_of(file)]

    def load(self) -> None:
        self._embeddings = HuggingFaceEmbeddings(model_name=self._model)
        self.longest = self._embeddings._client.max_seq_length  # noqa: SLF001 - it tells it nowhere else
        self._embeddings.embed_query("warm")

    def add(self, articles: Sequence[Document]) -> None:
        splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200, add_start_index=True)
        self._splits = splitter.split_documents(articles)
        Chroma.from_documents(self._splits, self._embeddings, persist_directory=self._folder)

    def pieces(self) -> Found:
        return [(one.metadata["source"], one.page_content) for one in self._splits]

    def embed(self, texts: list[str]) -> None:
        self._embeddings.embed_documents(texts)

    def open(self) -> None:
        store = Chroma(persist_directory=self._folder, embedding_function=self._embeddings)
        self._retriever = store.as_retriever(search_kwargs={"k": K})

    def search(self, question: str) -> Found:
        return [(one.metadata["source"], one.page_content) for one in self._retriever.invoke(question)]


if __name__ == "__main__":
    run(LangChain, sys.argv[1:])
