"""The messages that show answers, and which of them a change of an article has made stale."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy import Connection, delete, func, insert, select, update

from corpus.catalogue.journal import Action
from corpus.catalogue.schema import answers, changes, citations, posted, versions

TELLING = (Action.CORRECT.value, Action.WITHDRAW.value, Action.UNDO.value)


@dataclass(frozen=True, slots=True)
class Posted:
    """A message that shows an answer.

    `language` is that of the bot's own words in it. `embedded` tells a card from plain text.
    `marks` counts how often it has become stale since it was last refreshed; see `note_refreshed`.
    """

    message_id: str
    channel_id: str
    answer_id: str
    language: str
    embedded: bool
    marks: int = field(default=0, compare=False)


def remember(connection: Connection, message: Posted) -> None:
    """Keep which answer a message shows, in place of what was known of that message.

    A message that shows the same answer as before stays stale if it was. One whose sources were corrected
    while its answer was on its way is stale from the beginning.
    """
    same = (posted.c.message_id == message.message_id, posted.c.answer_id == message.answer_id)
    marks = connection.scalar(select(posted.c.stale).where(*same)) or int(_overtaken(connection, message))
    forget(connection, message.message_id)
    connection.execute(
        insert(posted).values(
            message_id=message.message_id,
            channel_id=message.channel_id,
            answer_id=message.answer_id,
            language=message.language,
            embedded=message.embedded,
            stale=marks,
        )
    )


def answer_of(connection: Connection, message_id: str, channel_id: str | None = None) -> str | None:
    """Return the id of the answer that a message shows; of a message in that channel, where one is given."""
    wanted = select(posted.c.answer_id).where(posted.c.message_id == message_id)
    if channel_id is not None:
        wanted = wanted.where(posted.c.channel_id == channel_id)
    return connection.scalar(wanted)


def shown_in(connection: Connection, answer_id: str) -> list[tuple[str, str]]:
    """Return the ids of the messages that show an answer, each with that of its channel."""
    wanted = select(posted.c.message_id, posted.c.channel_id).where(posted.c.answer_id == answer_id)
    return [(message, channel) for message, channel in connection.execute(wanted)]


def channel_of(connection: Connection, message_id: str) -> str | None:
    """Return the id of the channel of a message that shows an answer."""
    return connection.scalar(select(posted.c.channel_id).where(posted.c.message_id == message_id))


def answers_of(connection: Connection, message_ids: Sequence[str]) -> dict[str, str]:
    """Return the ids of the answers, by message id, of those messages that show one."""
    wanted = select(posted.c.message_id, posted.c.answer_id).where(posted.c.message_id.in_(list(message_ids)))
    return {message: answer for message, answer in connection.execute(wanted)}  # noqa: C416 - rows


def channels_of(connection: Connection, answer_ids: Sequence[str]) -> dict[str, set[str]]:
    """Return the channels in which each of those answers is shown."""
    wanted = select(posted.c.answer_id, posted.c.channel_id).where(posted.c.answer_id.in_(list(answer_ids)))
    channels: dict[str, set[str]] = {}
    for answer, channel in connection.execute(wanted):
        channels.setdefault(answer, set()).add(channel)
    return channels


def mark_stale(connection: Connection, article_id: str) -> int:
    """Mark every message whose answer cites any version of that article; return how many."""
    citing = select(citations.c.answer_id).join(versions).where(versions.c.article_id == article_id)
    marked = update(posted).where(posted.c.answer_id.in_(citing)).values(stale=posted.c.stale + 1)
    return connection.execute(marked).rowcount


def stale(
    connection: Connection, limit: int = 50, concerns: Callable[[str | None], bool] = lambda _: True
) -> list[Posted]:
    """Return messages that are to be edited, the newest first, of those guilds that are of concern.

    An answer is shown where it was given, so that a message is in the guild of its answer.
    """
    # Ids of messages are numbers that grow with time; a longer one is the greater.
    newest = (func.length(posted.c.message_id).desc(), posted.c.message_id.desc())
    of_guilds = select(posted, answers.c.guild).join(answers, answers.c.id == posted.c.answer_id)
    marked = connection.execute(of_guilds.where(posted.c.stale > 0).order_by(*newest))
    return [
        Posted(row.message_id, row.channel_id, row.answer_id, row.language, row.embedded, row.stale)
        for row in islice((row for row in marked if concerns(row.guild)), limit)
    ]


def note_refreshed(connection: Connection, message_id: str, marks: int | None = None) -> None:
    """Note that a message shows how things are.

    Where `marks` are given, those of `stale`, a message that has been marked again since stays stale.
    """
    same = [posted.c.message_id == message_id, *([] if marks is None else [posted.c.stale == marks])]
    connection.execute(update(posted).where(*same).values(stale=0))


def forget(connection: Connection, message_id: str) -> None:
    """Forget a message, such as one that was deleted."""
    connection.execute(delete(posted).where(posted.c.message_id == message_id))


def _overtaken(connection: Connection, message: Posted) -> bool:
    """Say whether something was said of a cited article, or taken back, since the question was asked."""
    cited = select(versions.c.article_id).join(citations).where(citations.c.answer_id == message.answer_id)
    asked = select(answers.c.asked).where(answers.c.id == message.answer_id).scalar_subquery()
    since = (changes.c.article_id.in_(cited), changes.c.action.in_(TELLING), changes.c.at >= asked)
    return connection.scalar(select(changes.c.id).where(*since).limit(1)) is not None
