"""What is to be told to whoever watches a question: the answer that is known, and the one that is new."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.discord.connection.newsroom import Newsroom
from corpus.article import Article
from corpus.catalogue.watches import Watch
from corpus.filters import Filters
from retrieval.answering.explaining import Explanation, recall_any
from retrieval.curating.watching.difference import Difference


@dataclass(frozen=True, slots=True)
class News:
    """An answer that is known, one that is new, and how that differs.

    `language` is that of the bot's own words. `sees` says whether an article may be shown there: the server
    may have left its outlet out since.
    """

    known: Explanation
    found: Explanation
    difference: Difference
    language: str
    sees: Callable[[Article], bool]


async def news_for(newsroom: Newsroom, watch: Watch, found: str) -> News:
    """Return what is to be told to one who watches, `found` being the id of the answer that is new.

    Raises:
        AnswerNotFound: one of the two was deleted for good.
        Busy: too much is waiting already.
    """
    catalogue = newsroom.parts.catalogue
    left_out = newsroom.preferences.of(watch.guild).outlets_left_out
    hidden = Filters(outlets_left_out=left_out).folded_left_out

    def sees(article: Article) -> bool:
        here = article.guild is None or article.guild == watch.guild
        return here and (article.draft.outlet or "").casefold() not in hidden

    def both() -> tuple[Explanation, Explanation]:
        return recall_any(catalogue, watch.answer_id), recall_any(catalogue, found)

    known, new = await newsroom.workers.run(both, short=True)
    return News(known, new, Difference(watch.difference or Difference.OTHER), watch.language, sees)
