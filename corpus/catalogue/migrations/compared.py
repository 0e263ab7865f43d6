"""Which tables the schema speaks for, when it is compared with a database."""


def compared(name: str | None, kind: str, _parents: object) -> bool:
    """Tell Alembic whether to compare a thing: not the word index, which each database has in its own way."""
    return kind != "table" or name is None or not name.startswith("words")
