"""What becomes of a message, decided from how it addresses the bot and from what it asks."""

from dataclasses import dataclass
from enum import Enum, auto

from corpus.tokens import words
from retrieval.question.asked import Asked, Question
from retrieval.question.dependence import leans
from retrieval.question.utterances.kinds import Kind


class Deed(Enum):
    """What the bot does; with `CANNOT_SEE` it says that it may not read what it is called to."""

    ANSWER = auto()
    HELP = auto()
    THANK = auto()
    WAVE = auto()
    CANNOT_SEE = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a message says: `that` is the message of somebody else that it replies to, `title` its post's.

    `named`: it is plainly meant for the bot. `replies`: it replies to the bot. `sign`: there is nothing in it
    but emoji or a sticker. `hidden`: Discord keeps the words of `that` from the bot.
    """

    own: Asked
    named: bool
    replies: bool = False
    sign: bool = False
    that: Asked | None = None
    hidden: bool = False
    title: Asked | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What is done, and the questions that are answered.

    `about` is what they are understood from, before all that was said earlier. `title` belongs to each.
    """

    deed: Deed
    questions: tuple[Question, ...] = ()
    about: str = ""
    title: str = ""


_NAMED = {Kind.REQUEST: Deed.HELP, Kind.THANKS: Deed.THANK, Kind.GREETING: Deed.WAVE}
# What the bot is called with to a message of somebody else: thanks, greetings and abuse are for itself.
_CALLING = frozenset({Kind.QUESTION, Kind.REQUEST, Kind.REMARK})


def decide(spoken: Spoken) -> Decision:
    """Return what is done: nothing is answered that is less than a question."""
    if not spoken.named:
        return _unnamed(spoken)
    called = _called(spoken) if _calls(spoken.own) else None
    return called or _asked(spoken) or Decision(_deed(spoken))


def _unnamed(spoken: Spoken) -> Decision:
    """Answer what is surely a question; what replies to the bot is also helped."""
    own = spoken.own
    if own.surely:
        return Decision(Deed.ANSWER, own.surely)
    if own.kind is Kind.THANKS:
        return Decision(Deed.THANK)
    return Decision(Deed.HELP if spoken.replies and own.kind is Kind.REQUEST else Deed.NOTHING)


def _calls(own: Asked) -> bool:
    """Say whether words may be no question of their own, but call to what they stand under."""
    if own.surely:
        return False
    return not words(own.text) or own.kind in _CALLING or _checks(own)


def _checks(own: Asked) -> bool:
    """Say whether words ask about what stands above them: "is that true?"."""
    return leans(own.text) and own.text.endswith("?")


def _called(spoken: Spoken) -> Decision | None:
    """Answer what somebody else asked, or what is asked about what they said, or what a title asks."""
    own, that, title = spoken.own, spoken.that, spoken.title
    if spoken.hidden:
        return Decision(Deed.CANNOT_SEE)
    if that is not None and that.text and _is_about(own, that):
        return Decision(Deed.ANSWER, (Question(own.text),), about=that.text)
    asked = that or (title if not own.questions else None)
    return Decision(Deed.ANSWER, asked.questions) if asked is not None and asked.questions else None


def _is_about(own: Asked, that: Asked) -> bool:
    """Say whether a question such as "is that true?" is about what somebody says, not a call to answer.

    What is not marked as a question may be a piece of news, which is hard to tell from keywords.
    """
    if not _checks(own) or any(one.marked for one in that.questions):
        return False
    return own.kind is Kind.QUESTION or (own.kind is Kind.REMARK and not that.surely)


def _asked(spoken: Spoken) -> Decision | None:
    if not spoken.own.questions:
        return None
    that, title = spoken.that, spoken.title
    belongs = title.text if title is not None and title.kind is Kind.QUESTION else ""
    under = that if that is not None else title
    about = (under.questions[-1].text if under.questions else under.text) if under is not None else ""
    return Decision(Deed.ANSWER, spoken.own.questions, about, belongs)


def _deed(spoken: Spoken) -> Deed:
    if not words(spoken.own.text):
        return Deed.NOTHING if spoken.sign else Deed.HELP
    return _NAMED.get(spoken.own.kind, Deed.NOTHING)
