"""Who asked what a message answers: of a card that was posted, the person who may delete it."""

from sqlalchemy import Connection, delete, insert, select

from corpus.catalogue.schema import askers


def remember(connection: Connection, message_id: str, person: str) -> None:
    """Keep who asked, in place of whom was known to have asked there."""
    forget(connection, message_id)
    connection.execute(insert(askers).values(message_id=message_id, person=person))


def asker_of(connection: Connection, message_id: str) -> str | None:
    """Return the number of the person who asked; None where that is not known."""
    return connection.scalar(select(askers.c.person).where(askers.c.message_id == message_id))


def forget(connection: Connection, message_id: str) -> None:
    """Forget who asked, such as when the message was deleted."""
    connection.execute(delete(askers).where(askers.c.message_id == message_id))
