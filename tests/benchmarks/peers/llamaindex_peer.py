"""LlamaIndex as a contestant, as its starter tutorial does it: an index of documents, kept in a folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from llama_index.core import Document, Settings, StorageContext, VectorStoreIndex, load_index_from_storage
from llama_index.core.schema import MetadataMode
from llama_index.embeddings.huggingface import HuggingFaceEmbedding

from tests.benchmarks.peers.serving import Found, K, run, texts_of


class LlamaIndex:
    """A vector index with the settings that it comes with: pieces of 1,024 tokens that share 200."""

    threads = 16
    longest = 0

    def __init__(self, folder: Path, model: Path) -> None:
        self._folder = str(folder)
        self._model = str(model)
        self._index: Any = None
        self._retriever: Any = None

    def read(self, file: Path) -> Sequence[Document]:
        return [Document(text=text, id_=url) for url, text in texts_of(file)]

    def load(self) -> None:
        self._embedding = HuggingFaceEmbedding(model_name=self._model)
        self.longest = self._embedding.max_length
        Settings.embed_model = self._embedding
        self._embedding.get_query_embedding("warm")

    def add(self, articles: Sequence[Document]) -> None:
        self._index = VectorStoreIndex.from_documents(articles)
        self._index.storage_context.persist(persist_dir=self._folder)

    def pieces(self) -> Found:
        nodes = self._index.docstore.docs.values()
        return [(one.ref_doc_id, one.get_content(MetadataMode.EMBED)) for one in nodes]

    def embed(self, texts: list[str]) -> None:
        self._embedding.get_text_embedding_batch(texts)

    def open(self) -> None:
        context = StorageContext.from_defaults(persist_dir=self._folder)
        self._retriever = load_index_from_storage(context).as_retriever(similarity_top_k=K)

    def search(self, question: str) -> Found:
        return [(one.node.ref_doc_id, one.node.get_content()) for one in self._retriever.retrieve(question)]


if __name__ == "__main__":
    run(LlamaIndex, sys.argv[1:])
