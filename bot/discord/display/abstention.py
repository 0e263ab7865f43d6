"""An abstention on a card: that nothing answers, which names are in no article, and what comes nearest."""

from bot.discord.display.article_notices import beneath
from bot.discord.display.card_words import CardWords
from bot.discord.display.escape import inline
from bot.discord.display.sources import source
from bot.languages_read import languages_read
from retrieval.search.results import Answer

_NAME = 60
_NAMES = 4
_LINK = 400


def abstained(answer: Answer, words: CardWords) -> tuple[str, ...]:
    """Return the lines of an abstention, the first of which says that it is one."""
    if answer.unread:
        return (languages_read(answer.unread),)
    if not answer.unknown:
        return (words.abstained,)
    names = f" {words.either} ".join(inline(name, _NAME) for name in answer.unknown[:_NAMES])
    first = f"{words.abstained} {words.unknown.format(names=names)}"
    if not answer.nearest:
        return (first,)
    nearest = answer.nearest[0].article.draft
    below = beneath(nearest, None, words)
    return first, f"-# {words.nearest}: {source(nearest, nearest.url, words, _LINK)}", *below
