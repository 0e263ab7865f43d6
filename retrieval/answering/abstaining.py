"""What an abstention can say: which names no article mentions, and which languages questions are read in."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.article import Article
from retrieval.models.embedding import heading
from retrieval.question.asked_names import missing, names
from retrieval.question.names.wording import in_words_of
from retrieval.search.search import Found

ABSTENTION = "I do not know: no article that I have answers this."
_UNKNOWN = "I do not know: no article that I found mentions {names}."
_UNREAD = "I read questions in Dutch and English, and this seems to be neither: please ask in one of them."


def unknown(found: Found) -> tuple[str, ...]:
    """Return the names and figures of a question that stand in none of the articles found.

    None where nothing was found: then there is nothing that could have mentioned them.
    """
    if not found.hits:
        return ()
    lacking = [
        _lacking(found, article)
        for article in {hit.article.version: hit.article for hit in found.hits}.values()
    ]
    strange = [name for name in dict.fromkeys(names(found.question)) if all(name in one for one in lacking)]
    return tuple(
        name for name in strange if not any(name != other and name in other.split() for other in strange)
    )


def _lacking(found: Found, article: Article) -> set[str]:
    """Return the names of a question that an article has neither as asked nor as they can be read."""
    wording = in_words_of(article, found.question, found.readings)
    # Also its outlet: "what did the Oosterblad write?"
    text = f"{heading(article.draft)}\n{article.draft.text}"
    read = {part for one in wording.readings for part in one.written.split()}
    return set(missing(found.question, text)) - read


def abstention(strange: Sequence[str], unread: str | None) -> str:
    """Return the sentence of an abstention in English.

    Args:
        strange: names of the question that no article mentions.
        unread: the language of the question, where questions are not read in it.
    """
    if unread:
        return _UNREAD
    return _UNKNOWN.format(names=" or ".join(strange)) if strange else ABSTENTION
