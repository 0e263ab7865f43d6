"""Asking all questions of a file, as the settings are and with each one changed that is to be compared."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.assembly import Desk
from bot.errors import SettingWrong
from bot.settings import Settings
from bot.terminal.progress import tracked, waiting
from corpus.catalogue import articles
from corpus.catalogue.copying import copy_articles
from corpus.catalogue.engines import sqlite_url
from retrieval.lab.evaluating.asking import outcomes
from retrieval.lab.evaluating.questions import Asked
from retrieval.lab.evaluating.run import Run, run
from retrieval.models.reindexing import reindex

AS_SET = "as set"
# Only what finds, weighs and refuses is measured: a chat model phrases what was quoted anyhow.
_MEASURED = ("embedding_model", "reranker_model", "embedding_threads")


class Variant:
    """A newsdesk with other settings, on the articles of the one given, which stays as it is."""

    def __init__(self, desk: Desk, settings: Settings, folder: Path) -> None:
        """Take the newsdesk to vary and an empty `folder`, for a copy of its articles where one is needed."""
        self._original = desk
        self._copies = settings.embedding_model != desk.settings.embedding_model
        if self._copies:
            url = sqlite_url(folder / "catalogue.db")
            settings = replace(settings, home=folder, database_url=url, chroma_url=None)
        self.desk = Desk(settings, now=desk.now)
        if not self._copies:
            # One that is loaded already, where it is the same one.
            if settings.embedding_threads == desk.settings.embedding_threads:
                self.desk.embedder, self.desk.reader = desk.embedder, desk.reader
            self.desk.catalogue = desk.catalogue
            self.desk.index = desk.index

    def prepare(self) -> Iterator[int]:
        """Embed the articles anew where another model needs that, yielding the passages of each batch.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        if self._copies:
            copy_articles(self._original.catalogue, self.desk.catalogue)
            yield from reindex(self.desk.catalogue, self.desk.embedder)

    def close(self) -> None:
        """Let go of the copy; the original stays open."""
        if self._copies:
            self.desk.close()


def measure(desk: Desk, asked: Sequence[Asked], k: int, compare: Sequence[str]) -> list[Run]:
    """Ask the questions as the newsdesk is set and then once more for each `SETTING=VALUE`.

    Raises:
        SettingWrong: one of them names no setting that can be compared.
        RetrievalError: the search cannot work, or a model cannot be loaded.
    """
    varied = [variant(desk.settings, said) for said in compare]
    runs = [_run(AS_SET, desk, asked, k, None)]
    for said, settings in zip(compare, varied, strict=True):
        with tempfile.TemporaryDirectory() as folder:
            changed = Variant(desk, settings, Path(folder))
            try:
                with desk.catalogue.reading() as connection:
                    passages = articles.count(connection)[1]
                sum(tracked(changed.prepare(), "Embedding", "passages", passages, size=int))
                runs.append(_run(said, changed.desk, asked, k, runs[0]))
            finally:
                changed.close()
    return runs


def _run(name: str, desk: Desk, asked: Sequence[Asked], k: int, first: Run | None) -> Run:
    with waiting("Loading the models"):
        desk.answerer.load()
    became = outcomes(desk.search, desk.answerer, desk.catalogue, asked, k)
    doing = "Asking" if name == AS_SET else f"Asking with {name}"
    return run(name, list(tracked(became, doing, "questions", len(asked))), first)


def variant(settings: Settings, said: str) -> Settings:
    """Return `settings` with what `SETTING=VALUE` says; without a value the default.

    Raises:
        SettingWrong: it does not say so, or there is no such setting that changes answers.
    """
    name, equals, value = (part.strip() for part in said.partition("="))
    known = {field.upper(): field for field in _MEASURED}
    chosen = known.get(name.upper())
    if not equals or chosen is None:
        raise SettingWrong(f"Cannot compare {said!r}: write SETTING=VALUE with one of {', '.join(known)}.")
    counts = isinstance(getattr(settings, chosen), int)
    changed: dict[str, Any] = {chosen: _number(name, value) if counts else value or None}
    return replace(settings, **changed)


def _number(name: str, written: str) -> int:
    if not written.isdecimal() or int(written) < 1:
        raise SettingWrong(f"{name} is {written!r}: write a number from 1.")
    return int(written)
