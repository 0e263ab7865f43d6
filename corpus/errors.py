"""The errors of the corpus: facts inside, each with a sentence for people.

CorpusError
├── SourceUnreadable      a source gives no article
├── ArticleNotFound       no article goes by that id or address
├── NotYours              a guild would change an article that is not its own
├── ChangedMeanwhile      an article or a proposal is no longer what was decided about
├── ProposalNotFound      no proposal goes by that id
├── FeedNotFound          no feed goes by that number, title or address
├── FeedsFull             a guild follows as many feeds as it may
├── DecidedAlready        somebody was quicker
├── AnswerNotFound        no remembered answer goes by that id
├── ChangeNotUndoable     a change that is unknown, or taken back already
│   └── BuiltUpon         a change that others have since built upon
├── BackupUnusable        a file is no backup that can be restored here
├── BackupNotMade         a backup or an export cannot be written
├── RestoreRefused        what is there cannot be replaced now
├── LineUnusable          a line of an export cannot be imported
└── CatalogueUnusable     the catalogue cannot be opened or was made by another program or version
    └── CatalogueOutdated an earlier release made it, and whoever opens it changes nothing
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.catalogue.journal import Change


class CorpusError(Exception):
    """A sentence that says what happened and what to do about it."""


class SourceUnreadable(CorpusError):
    """A source gives no article; `source` names it as the person gave it."""

    def __init__(self, source: str, sentence: str) -> None:
        super().__init__(sentence)
        self.source = source


class ArticleNotFound(CorpusError):
    """No article goes by that id or address."""


class NotYours(CorpusError):
    """A guild would change an `article` that it sees but that is shared by the operator."""

    def __init__(self, article: Article) -> None:
        super().__init__(
            f"Article {article.id} is shared by the operator of this newsdesk: only they change it."
        )
        self.article = article


class ChangedMeanwhile(CorpusError):
    """An article or a proposal is no longer what was shown to whoever decided about it."""

    def __init__(self) -> None:
        super().__init__("The article has changed since it was shown: look at it again.")


class ProposalNotFound(CorpusError):
    """No proposal goes by that id, or it is another guild's."""

    def __init__(self, proposal_id: str) -> None:
        super().__init__(f"There is no proposal {proposal_id}: it may have been deleted.")


class FeedNotFound(CorpusError):
    """A guild follows no such feed; `written` is how it was named, None where it was there before."""

    def __init__(self, written: str | None = None) -> None:
        super().__init__(f"There is no such feed: {written}." if written else "The feed is no longer here.")
        self.written = written


class FeedsFull(CorpusError):
    """A guild follows as many feeds as it may, which are `most`."""

    def __init__(self, most: int) -> None:
        super().__init__(f"As many as {most} feeds are followed here, which is the most: remove one first.")
        self.most = most


class DecidedAlready(CorpusError):
    """Somebody was quicker: what waited for a decision has been decided."""

    def __init__(self) -> None:
        super().__init__("Somebody has decided this already.")


class AnswerNotFound(CorpusError):
    """No remembered answer goes by that id, or several by its beginning."""


class Obstacle(StrEnum):
    """Why a change cannot be taken back."""

    UNKNOWN = "unknown"
    UNDONE = "undone"
    BUILT_UPON = "built upon"
    NOTHING = "nothing"


class ChangeNotUndoable(CorpusError):
    """A change cannot be taken back; `reason` says why, for whoever says it in words of their own.

    `number` is that of the change, None where the newest was meant.
    """

    def __init__(self, reason: Obstacle, sentence: str, number: int | None = None) -> None:
        super().__init__(sentence)
        self.reason = reason
        self.number = number


class BuiltUpon(ChangeNotUndoable):
    """The article of a `change` has changed since: `first` is to be taken back before it.

    `first` is None where no change can be named.
    """

    def __init__(self, change: Change, first: Change | None) -> None:
        sentence = (
            f"Article {change.article_id} has changed since change {change.id}: undo the later change first."
        )
        super().__init__(Obstacle.BUILT_UPON, sentence, change.id)
        self.change = change
        self.first = first


class Trouble(StrEnum):
    """What keeps the catalogue's database from its work."""

    DAMAGED = "damaged"
    EMPTIED = "emptied"
    FULL = "full"
    READ_ONLY = "read-only"
    LOCKED = "locked"
    UNREACHABLE = "unreachable"
    OTHER = "other"


class BackupUnusable(CorpusError):
    """A file is no backup, or is damaged, or of a newer newsdesk: nothing was changed."""


class BackupNotMade(CorpusError):
    """A backup or an export cannot be written; a file that was there before is as it was."""


class RestoreRefused(CorpusError):
    """What is there cannot be replaced now: nothing was changed."""


class LineUnusable(CorpusError):
    """A line of an export cannot be imported; `number` counts from 1."""

    def __init__(self, number: int, sentence: str) -> None:
        super().__init__(f"Line {number}: {sentence}")
        self.number = number


class CatalogueUnusable(CorpusError):
    """The catalogue cannot be opened, or is of a version this program does not know.

    `trouble` says what it is, for whoever says it in words of their own or can do without.
    """

    def __init__(self, sentence: str, trouble: Trouble = Trouble.OTHER) -> None:
        super().__init__(sentence)
        self.trouble = trouble

    @property
    def reads_on(self) -> bool:
        """Whether it is only writing that fails: what is there can be read as ever."""
        return self.trouble in {Trouble.READ_ONLY, Trouble.FULL}


class CatalogueOutdated(CatalogueUnusable):
    """An earlier release made the catalogue, and whoever opens it changes nothing; `name` is what it has."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The catalogue is of an earlier release ({name}), and this changes nothing in it: "
            "`newsdesk upgrade` brings it up to date, as do the bot and every command that writes."
        )
        self.name = name
