"""Condensing a conversation into a question that stands alone: by the chat model, or else by rules."""

import logging
from collections.abc import Sequence

from corpus.tokens import words
from retrieval.errors import ChatFailed, ModelUnavailable
from retrieval.figures.reading import figures, without_figures
from retrieval.figures.sameness import covers
from retrieval.phrasing import prompt, unsaid_names
from retrieval.phrasing.chat_model import ChatModel
from retrieval.phrasing.cleaning import cleaned, without_markers
from retrieval.phrasing.completed import without_thoughts
from retrieval.phrasing.listening import Patience, heard
from retrieval.question.dependence import leans
from retrieval.question.followup import standalone

_REMEMBERED = 6  # questions before
_LONGEST = 300  # characters of a question
_PATIENCE = Patience(seconds=8.0, silence=4.0, characters=600)

_log = logging.getLogger(__name__)


class Condenser:
    """Makes follow-ups stand alone; where the model fails, `retrieval.question.followup` does."""

    def __init__(self, model: ChatModel, patience: Patience = _PATIENCE) -> None:
        self._model = model
        self._patience = patience

    def standalone(self, question: str, earlier: Sequence[str]) -> str:
        """Return `question` as it stands alone, given the `earlier` standalone questions, oldest first."""
        if not earlier or not leans(question):
            return question
        try:
            return self._condensed(question, earlier[-_REMEMBERED:])
        except (ChatFailed, ModelUnavailable) as failure:
            _log.warning("a follow-up is completed by rules: %s", failure)
            return standalone(question, earlier)

    def _condensed(self, question: str, earlier: Sequence[str]) -> str:
        self._model.load()
        system, said = prompt.condensing(question, earlier)
        written = "".join(without_thoughts(heard(lambda: self._model.stream(system, said), self._patience)))
        condensed = without_markers(cleaned(written.strip().strip("\"'\u201c\u201d")))
        if not condensed or len(condensed) > _LONGEST or "\n" in written.strip():
            raise ChatFailed("the chat model wrote no question")
        if not _faithful(condensed, [*earlier, question]):
            raise ChatFailed("the chat model's question names what nobody has said")
        return condensed


def _faithful(condensed: str, said: Sequence[str]) -> bool:
    """Tell whether a question holds no figure and no name that the conversation does not hold."""
    known = tuple(figure for one in said for figure in figures(one, None))
    there = {word for one in said for word in words(one)}
    # Numbers that are no figures: of articles, roads, scores.
    numbers = {word for word in words(without_figures(condensed, None)) if word[0].isdecimal()}
    return (
        numbers <= there
        and all(covers(known, figure) for figure in figures(condensed, None))
        and not unsaid_names.unsaid(condensed, said, None, translated=False)
    )
