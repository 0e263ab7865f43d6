"""Open questions gathered into groups that ask the same."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from corpus.catalogue.unanswered import Open, Reason
from retrieval.curating.grouping import grouped
from retrieval.models.embedding import Embedder
from retrieval.question.utterances.kinds import Kind, Utterance


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that ask the same, newest first; there is at least one."""

    questions: tuple[Open, ...]

    @property
    def first(self) -> Open:
        """The one that stands for all: of the wording used most, the newest."""
        used = Counter(_wording(one) for one in self.questions)
        return max(self.questions, key=lambda one: (used[_wording(one)], one.at))

    @property
    def other_wordings(self) -> list[str]:
        """The other ways it was asked, each once."""
        known = {_wording(one): one.question for one in reversed(self.questions)}
        known.pop(_wording(self.first))
        return list(known.values())

    @property
    def comments(self) -> list[str]:
        """What readers said was wrong, newest first, each once."""
        return list(dict.fromkeys(one.comment for one in self.questions if one.comment))

    @property
    def told(self) -> bool:
        """Whether a reader told the moderators."""
        return any(one.told for one in self.questions)

    @property
    def did_not_help(self) -> int:
        """How many were answered, but badly."""
        return sum(one.reason is Reason.NOT_HELPFUL for one in self.questions)

    @property
    def people(self) -> int:
        """How many people are known to wait for it, each once however often they asked."""
        return len(frozenset[str]().union(*(one.people for one in self.questions)))

    @property
    def begun(self) -> datetime.datetime:
        """When it was asked first."""
        return min(one.at for one in self.questions)

    @property
    def last(self) -> datetime.datetime:
        """When it was asked last."""
        return max(one.at for one in self.questions)

    @property
    def ids(self) -> list[str]:
        """The ids of the answers that were given."""
        return [one.answer_id for one in self.questions]

    def worded_as(self, answer_id: str) -> list[str]:
        """Return the ids of the answers to questions in the same words as the one of that id."""
        worded = {_wording(one) for one in self.questions if one.answer_id == answer_id}
        return [one.answer_id for one in self.questions if _wording(one) in worded]


def gathered(questions: Sequence[Open], embedder: Embedder) -> list[Group]:
    """Return the questions in groups: those that moderators were told of first, then the biggest.

    Args:
        questions: open questions, newest first.
        embedder: the model that compares them.

    Raises:
        ModelUnavailable: the model cannot be loaded.
    """
    alike: dict[str, list[Open]] = {}
    for one in questions:
        alike.setdefault(_wording(one), []).append(one)
    members = list(alike.values())
    joined = grouped([same[0].question for same in members], embedder)
    groups = [Group(_newest_first(one for place in places for one in members[place])) for places in joined]
    return sorted(groups, key=lambda group: (not group.told, -len(group.questions), -group.last.timestamp()))


def questions_only(waiting: Sequence[Open], tell: Callable[[str], Utterance]) -> list[Open]:
    """Return what is to be shown of what waits: no greetings, thanks or remarks, which were queued once.

    What a reader told the moderators of, or said was badly answered, is shown whatever it is.

    Raises:
        ModelUnavailable: the model that tells them apart cannot be loaded.
    """

    def is_shown(one: Open) -> bool:
        vouched = one.told or one.reason is Reason.NOT_HELPFUL
        return vouched or tell(one.question).likeliest is Kind.QUESTION

    return [one for one in waiting if is_shown(one)]


def group_of(groups: Sequence[Group], answer_id: str) -> Group | None:
    """Return the group that has the question of that answer."""
    return next((group for group in groups if answer_id in group.ids), None)


def _newest_first(questions: Iterable[Open]) -> tuple[Open, ...]:
    return tuple(sorted(questions, key=lambda one: one.at, reverse=True))


def _wording(question: Open) -> str:
    return " ".join(question.question.split()).casefold()
