"""What becomes of an article that somebody adds, decided from what is there."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum

from corpus.article import Article, Draft


class Status(StrEnum):
    """What became of an added article."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Decision:
    """The status, the article as it is to be stored, and the one it is the same as or replaces."""

    status: Status
    draft: Draft
    existing: Article | None = None

    @property
    def kept(self) -> Article | None:
        """The stored article that stays as it is; None where `draft` is to be stored."""
        return None if self.status in {Status.ADDED, Status.REPLACED} else self.existing


def decide(draft: Draft, same: Article | None, twin: Article | None) -> Decision:
    """Decide what becomes of `draft`.

    Args:
        draft: the article as read.
        same: the stored article of the same identity: its address, or its text where it has none.
        twin: another article that its readers see, with the same text.
    """
    if same is not None:
        complete = completed(draft, same.draft)
        # Another spelling of its address alone is nothing new: the one it was added with stays.
        unchanged = replace(complete, url=same.draft.url) == same.draft
        return Decision(Status.UNCHANGED if unchanged else Status.REPLACED, complete, same)
    if twin is not None:
        return Decision(Status.DUPLICATE, draft, twin)
    return Decision(Status.ADDED, draft)


def completed(draft: Draft, stored: Draft) -> Draft:
    """Keep what is known of a stored article where a new reading of it does not say.

    What was missing of another text is no knowledge of this one.
    """
    told = [one.name for one in fields(Draft) if one.name != "shortfall" or draft.text == stored.text]
    known = {name: getattr(stored, name) for name in told if getattr(draft, name) is None}
    # Where it was read from is no part of the article: the same file in another folder changes nothing.
    return replace(draft, **known, source=stored.source)
