"""Asking all questions of a file, as the settings are and with each setting that is to be compared."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from bot.assembly import Desk
from bot.terminal.progress import tracked
from bot.terminal.waiting import waiting
from bot.variants import Variant, variant
from corpus.catalogue import articles
from retrieval.lab.evaluating.asking import outcomes
from retrieval.lab.evaluating.questions import Asked
from retrieval.lab.evaluating.run import Run, run

AS_SET = "as set"


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
