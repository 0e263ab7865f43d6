"""The embedding models whose vectors the catalogue holds, and the one that is in use."""

from sqlalchemy import Connection, Row, delete, insert, select, update

from corpus.catalogue.schema import models, vectors
from corpus.vector_space import Model

_ACTIVE = select(models).where(models.c.active.is_(True))


def active(connection: Connection) -> tuple[int, Model] | None:
    """Return the id and identity of the model in use; None before the first article."""
    row = connection.execute(_ACTIVE).one_or_none()
    return None if row is None else (row.id, _model(row))


def remember(connection: Connection, model: Model) -> int:
    """Return the id of `model`, noted if it is new; the first ever noted is the one in use."""
    same = (models.c.name == model.name, models.c.revision == model.revision)
    known: int | None = connection.scalar(
        select(models.c.id).where(*same, models.c.dimensions == model.dimensions)
    )
    if known is not None:
        return known
    first = active(connection) is None
    added: int = connection.execute(
        insert(models)
        .values(name=model.name, revision=model.revision, dimensions=model.dimensions, active=first)
        .returning(models.c.id)
    ).scalar_one()
    return added


def switch(connection: Connection, model_id: int) -> None:
    """Put that model to use and drop the vectors of all others."""
    connection.execute(update(models).values(active=models.c.id == model_id))
    connection.execute(delete(vectors).where(vectors.c.model_id != model_id))
    connection.execute(delete(models).where(models.c.id != model_id))


def _model(row: Row[tuple[object, ...]]) -> Model:
    return Model(row.name, row.revision, row.dimensions)
