"""What an abstention is about: the names and figures of a question that no article found mentions."""

from __future__ import annotations

from corpus.article import Article
from retrieval.models.embedding import heading
from retrieval.question.asked_names import missing, names
from retrieval.question.names.wording import in_words_of
from retrieval.search.search import Found


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
