"""Why what moderators would change stays as it is, in the bot's own words: each reason once."""

from bot.bilingual import counted
from bot.discord.connection.errors import Refusal
from bot.discord.curating.change_lines import change_line
from bot.discord.curating.words import CURATING
from bot.discord.display.escape import inline
from bot.discord.display.words import WORDS
from bot.discord.feeds.words import FEEDS
from corpus.article import Article
from corpus.errors import (
    ArticleNotFound,
    BuiltUpon,
    ChangedMeanwhile,
    ChangeNotUndoable,
    DecidedAlready,
    FeedNotFound,
    FeedsFull,
    NotYours,
    Obstacle,
    ProposalNotFound,
)

_NAMED = 60


def refused_change(error: Exception, language: str) -> str | None:
    """Return the sentence for what curating refuses; None where the error is of something else."""
    match error:
        case ArticleNotFound() | ProposalNotFound() | FeedNotFound() | FeedsFull():
            return _missing(error, language)
        case DecidedAlready():
            return WORDS.of(language).used_up
        case ChangedMeanwhile():
            return CURATING.of(language).changed_meanwhile
        case NotYours(article=article):
            return _not_yours(article, language)
        case ChangeNotUndoable():
            return _not_undoable(error, language)
    return None


def no_note() -> Refusal:
    """Return that a correction or withdrawal says nothing."""
    return Refusal(lambda language: CURATING.of(language).no_note)


def not_a_change(written: str) -> Refusal:
    """Return that what was written names no change."""
    shown = inline(written, _NAMED)
    return Refusal(lambda language: CURATING.of(language).not_a_change.format(written=shown))


def _missing(error: ArticleNotFound | ProposalNotFound | FeedNotFound | FeedsFull, language: str) -> str:
    """Say what is not there, be it room for one more feed."""
    if isinstance(error, FeedsFull):
        return counted(FEEDS.of(language).full, error.most)
    if isinstance(error, FeedNotFound) and error.written is not None:
        return FEEDS.of(language).no_such_feed.format(written=inline(error.written, _NAMED))
    return WORDS.of(language).gone


def _not_yours(article: Article, language: str) -> str:
    """Say what a server can do instead."""
    outlet, words = inline(article.draft.outlet or "", _NAMED), CURATING.of(language)
    return words.not_yours.format(outlet=outlet) if outlet else words.not_yours_and_no_outlet


def _not_undoable(error: ChangeNotUndoable, language: str) -> str:
    words = CURATING.of(language)
    if isinstance(error, BuiltUpon):
        return _built_upon(error, language)
    if error.number is None or error.reason is Obstacle.NOTHING:
        return words.nothing_to_undo
    said = words.undone_already if error.reason is Obstacle.UNDONE else words.no_change
    return said.format(number=error.number)


def _built_upon(error: BuiltUpon, language: str) -> str:
    """Say which change is to be taken back first."""
    words, number, first = CURATING.of(language), error.change.id, error.first
    if first is None:
        return words.built_upon_unseen.format(number=number)
    if first.guild != error.change.guild:
        return words.built_upon_by_operator.format(number=number)
    return words.built_upon.format(number=number, first=change_line(first, words), first_number=first.id)
