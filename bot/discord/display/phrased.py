"""The words of a chat model on a card, marked as such, with the numbers of the quotations they rest on."""

import re

from bot.discord.display.card_words import CardWords
from bot.discord.display.escape import escape
from bot.discord.display.quotations import cautious, marker
from retrieval.phrasing.streamed import is_phrased
from retrieval.search.results import Answer

_MARKERS = re.compile(r"(?:\\\[\d{1,3}\\\])+")  # as they are escaped
_NUMBER = re.compile(r"\d+")


def phrased(answer: Answer, words: CardWords, *, growing: bool) -> str:
    """Return the words with whose they are in a small line below; empty where the answer is quotations.

    What is to be known before them stands above.

    Args:
        answer: the answer.
        words: the bot's own.
        growing: whether the model is still at it.
    """
    if not answer.text or not is_phrased(answer):
        return ""
    own = {str(citation.number): marker(citation) for citation in answer.citations}

    def bold(run: re.Match[str]) -> str:
        return " ".join(own.get(number, escape(f"[{number}]")) for number in _NUMBER.findall(run[0]))

    said = _MARKERS.sub(bold, escape(answer.text))
    small = f"-# {words.being_phrased if growing else words.phrased}"
    return "\n".join(filter(None, (cautious(answer, words), said, small)))
