"""Phrasing an answer: a chat model writes it, each sentence is verified, quotations remain where it fails."""

import logging
from collections.abc import Iterator

from retrieval.errors import ChatFailed
from retrieval.phrasing import prompt
from retrieval.phrasing.chat_model import ChatModel
from retrieval.phrasing.completed import completed
from retrieval.phrasing.listening import Patience, heard
from retrieval.phrasing.orders import gives_orders
from retrieval.phrasing.streamed import grown, passes_over
from retrieval.phrasing.verification import Verified
from retrieval.search.results import Answer

_log = logging.getLogger(__name__)


class Phraser:
    """Phrases answers with one chat model."""

    def __init__(self, model: ChatModel, patience: Patience | None = None) -> None:
        self._model = model
        self._patience = patience or Patience()

    def load(self) -> None:
        """Load the model now.

        Raises:
            ModelUnavailable: it cannot be used.
        """
        self._model.load()

    def phrase(self, answer: Answer, question: str, language: str | None) -> Iterator[Answer]:
        """Yield the answer as it grows, a verified sentence at a time; the last one is the one to give.

        That is the answer as it was, with its quotations, where the model fails, where too little of what it
        writes is borne out by them, or where it passes over a value on which they differ: a line of the log
        says why. An abstention stays one.

        Args:
            answer: quotations, or an abstention.
            question: the question as it stands alone.
            language: the asker's, an ISO 639-1 code; None: English.

        Raises:
            ModelUnavailable: the model cannot be used.
        """
        if answer.abstained:
            yield answer
            return
        verified, phrased = Verified(), answer
        try:
            for verified in self._verified(answer, question, language or "en"):
                longer = grown(answer, verified.sentences)
                if longer.text not in {"", phrased.text}:
                    yield longer
                phrased = longer
        except ChatFailed as failure:
            _log.warning("answer %s is shown as quotations: the chat model failed, %s", answer.id, failure)
            yield answer
            return
        if not verified.enough or passes_over(phrased, answer):
            _log.warning("answer %s is shown as quotations: %s", answer.id, _why(verified))
            yield answer

    def _verified(self, answer: Answer, question: str, language: str) -> Iterator[Verified]:
        """Yield what is kept and what dropped so far, after every sentence.

        Raises:
            ChatFailed: the model failed, or must not see the quotes.
        """
        # What loading takes is no patience lost.
        self._model.load()
        if any(gives_orders(one.quote) for one in answer.citations):
            raise ChatFailed("it was not asked, since a quote gives orders to whoever reads it")
        system, said = prompt.phrasing(question, language, answer.citations, answer.answers)
        pieces = heard(lambda: self._model.stream(system, said), self._patience)
        result = Verified()
        for sentence in completed(pieces, language):
            result = result.joined(sentence, answer.citations, question, language)
            yield result


def _why(verified: Verified) -> str:
    if not verified.sentences and not verified.dropped:
        return "the chat model wrote nothing"
    faults = ", ".join(dict.fromkeys(one.fault.value for one in verified.dropped))
    kept, gone = len(verified.sentences), len(verified.dropped)
    counted = f"of the chat model's sentences {kept} were kept and {gone} not" + (
        f" ({faults})" if faults else ""
    )
    return f"{counted}; a value on which they differ is passed over" if verified.enough else counted
