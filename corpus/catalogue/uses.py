"""Where an article is used: the answers that quoted it and the messages that show those."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from corpus.catalogue.schema import answers, citations, posted, versions


@dataclass(frozen=True, slots=True)
class Uses:
    """How many answers given in a guild quoted any version of an article; how many messages show them."""

    answers: int
    cards: int


def uses(connection: Connection, article_id: str, guild: str) -> Uses:
    """Return where the article of that id is used in `guild`."""
    quoting = (
        select(citations.c.answer_id)
        .join(versions)
        .join(answers, answers.c.id == citations.c.answer_id)
        .where(versions.c.article_id == article_id, answers.c.guild == guild)
        .distinct()
        .subquery()
    )
    given = connection.scalar(select(func.count()).select_from(quoting))
    shown = connection.scalar(
        select(func.count()).select_from(posted).where(posted.c.answer_id.in_(select(quoting.c.answer_id)))
    )
    return Uses(given or 0, shown or 0)
