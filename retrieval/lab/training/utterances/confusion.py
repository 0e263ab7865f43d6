"""What is made of held-out messages, as a table: a row for each kind, a column for what it is taken for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.lab.training.utterances.messages import Message
from retrieval.question.utterances.classifying import Embed, utterance
from retrieval.question.utterances.kinds import Kind, Utterance

Told = tuple[Message, Utterance]

_NAMED = "Of a message that names the bot, what it most likely is: {}."
_UNNAMED = "Of any other message, where doubt speaks against a question: {}."


@dataclass(frozen=True, slots=True)
class Table:
    """How many messages of one kind (first) were taken for another (second); which, it does not keep."""

    counts: Counter[tuple[Kind, Kind]]

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

    @property
    def rates(self) -> str:
        """How much of all is right, how many questions are found and what else is taken for one, in words."""
        total, found = self.counts.total(), self.right(Kind.QUESTION)
        others = total - sum(self.counts[Kind.QUESTION, kind] for kind in Kind)
        return (
            f"{self.accuracy:.2%} of {total:,} are told right, {found:.1%} of "
            f"the questions are found, and {self.answered_wrongly} of {others:,} others are taken for one"
        )

    def __str__(self) -> str:
        """Write it in Markdown."""
        rows = [["", *Kind, "right"], ["---"] + ["---:"] * (len(Kind) + 1)]
        rows += [
            [kind, *(str(self.counts[kind, other]) for other in Kind), f"{self.right(kind):.1%}"]
            for kind in Kind
        ]
        return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def told(messages: Sequence[Message], embed: Embed) -> list[Told]:
    """Return each message with what is made of it."""
    return [(one, utterance(one.text, embed)) for one in messages]


def table(told: Sequence[Told], *, strict: bool = True) -> Table:
    """Return what is made of messages: as what is decided, or, not `strict`, as what is likeliest."""
    return Table(Counter((one.kind, found.kind if strict else found.likeliest) for one, found in told))


def measured(told: Sequence[Told]) -> str:
    """Return both tables in Markdown, each under a sentence with its rates, as the documentation has them."""
    likeliest, strict = table(told, strict=False), table(told)
    return f"{_NAMED.format(likeliest.rates)}\n\n{likeliest}\n\n{_UNNAMED.format(strict.rates)}\n\n{strict}"
