"""What is made of held-out messages, as a table: a row for each kind, a column for what it is taken for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.training.utterances.messages import Message
from retrieval.utterances.kinds import Kind
from retrieval.utterances.telling import Embed, utterance


@dataclass(frozen=True, slots=True)
class Table:
    """How many messages of one kind (first) were taken for another (second); `wrong` are those, as told."""

    counts: Counter[tuple[Kind, Kind]]
    wrong: tuple[tuple[Message, Kind], ...]

    def right(self, kind: Kind) -> float:
        """Return the share of the messages of a kind that were taken for what they are."""
        return self.counts[kind, kind] / sum(self.counts[kind, other] for other in Kind)

    @property
    def accuracy(self) -> float:
        """The share of all messages that were taken for what they are."""
        return sum(self.counts[kind, kind] for kind in Kind) / self.counts.total()

    @property
    def answered_wrongly(self) -> int:
        """How many that are less than a question were taken for one."""
        return sum(self.counts[kind, Kind.QUESTION] for kind in Kind if kind is not Kind.QUESTION)

    def __str__(self) -> str:
        """Write it in Markdown."""
        rows = [["", *Kind, "right"], ["---"] + ["---:"] * (len(Kind) + 1)]
        rows += [
            [kind, *(str(self.counts[kind, other]) for other in Kind), f"{self.right(kind):.1%}"]
            for kind in Kind
        ]
        return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def table(messages: Sequence[Message], embed: Embed, *, strict: bool = True) -> Table:
    """Return what is made of messages: as what is decided, or, not `strict`, as what is likeliest."""
    told = [(one, utterance(one.text, embed)) for one in messages]
    taken = [(one, found.kind if strict else found.likeliest) for one, found in told]
    counts = Counter((one.kind, kind) for one, kind in taken)
    return Table(counts, tuple((one, kind) for one, kind in taken if one.kind is not kind))
