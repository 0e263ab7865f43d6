"""What a message can be meant as."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What somebody means by a message; only a question is answered from the news."""

    # What news could answer, also in the imperative ("tell me about the strike") and in mere keywords.
    QUESTION = "question"
    # What is asked of the bot or about it: help, commands, who are you, translate this, tell a joke.
    REQUEST = "request"
    # Everything that needs no reply, also what is asked of other people: "are you coming tonight?"
    REMARK = "remark"
    # Praise of the bot too.
    THANKS = "thanks"
    # "How are you?", welcomes, goodbyes, wishes and congratulations too.
    GREETING = "greeting"
    ABUSE = "abuse"


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a message is meant as.

    `kind` errs away from questions: it is one only where that is hardly to be doubted, for messages that
    nobody may have meant for the bot. `likeliest` does not, for those that are plainly meant for it.
    `probability`, in [0, 1], is that of `likeliest`.
    """

    kind: Kind
    likeliest: Kind
    probability: float
