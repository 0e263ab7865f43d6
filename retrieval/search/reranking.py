"""Reading the best passages again with a cross-encoder, where one is set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from retrieval.models.sentence_models import cross_encoder
from retrieval.search.results import Hit

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder


class Reranker:
    """Any sentence-transformers cross-encoder, loaded when it is first needed."""

    def __init__(self, name: str) -> None:
        """Take the name or folder of the model."""
        self._name = name

    def reranked(self, question: str, hits: Sequence[Hit]) -> list[Hit]:
        """Return `hits` ordered by the cross-encoder, which becomes their score.

        Raises:
            ModelUnavailable: the model cannot be loaded.
        """
        if not hits:
            return []
        judged = self._model.predict([(question, hit.text) for hit in hits], show_progress_bar=False)
        scored = [
            replace(
                hit, score=float(score), scores={**hit.scores, "fused": hit.score, "rerank": float(score)}
            )
            for hit, score in zip(hits, judged, strict=True)
        ]
        return sorted(scored, key=lambda hit: -hit.score)

    @cached_property
    def _model(self) -> CrossEncoder:
        return cross_encoder(self._name)
