"""What keeps a PostgreSQL server from its work: nobody there, no entry, no database, with what mends it."""

import re

from sqlalchemy.engine import URL

from corpus.errors import CatalogueUnusable, Trouble

# A refused connection has no code, only words; those in another language are told as the server said them.
_WRONG_ENTRY = re.compile(
    r'password authentication failed|no password supplied|role "[^"]*" does not exist|no pg_hba\.conf entry'
    r"|authentication failed|not permitted to log in"
)
_NO_DATABASE = re.compile(r'database "[^"]*" does not exist')
_TOO_MANY = re.compile(r"too many clients|too many connections|remaining connection slots")
_STARTING = re.compile(r"the database system is (starting up|shutting down|in recovery mode)")
_FULL, _READ_ONLY, _NO_RIGHTS, _LOCKED = "53100", "25006", "42501", "55P03"
_DAMAGED = {"XX001", "XX002"}


def told(address: URL, cause: BaseException) -> CatalogueUnusable:
    """Return the sentence for what psycopg said about a database; it never shows a password."""
    said = str(cause).strip().partition("\n")[0].rpartition("failed: ")[2].removeprefix("FATAL:").strip()
    if isinstance(cause, ImportError):
        sentence = f"PostgreSQL needs psycopg, which is not here ({said}): `pip install 'psycopg[binary]'`."
        return CatalogueUnusable(sentence, Trouble.OTHER)
    code = getattr(cause, "sqlstate", None)
    return _of_a_statement(_named(address), str(code), said) if code else _of_a_connection(address, said)


def _of_a_connection(address: URL, said: str) -> CatalogueUnusable:
    server, name, user = _named(address), address.database, address.username or "this account"
    if _WRONG_ENTRY.search(said):
        sentence = (
            f"PostgreSQL at {server} lets nobody in as {user} ({said}): check the name and the password in "
            "DATABASE_URL, and the server's pg_hba.conf."
        )
    elif _NO_DATABASE.search(said):
        sentence = (
            f"PostgreSQL at {server} has no database {name!r}: make it with `createdb {name}` there, or "
            "correct DATABASE_URL."
        )
    elif _TOO_MANY.search(said):
        sentence = (
            f"PostgreSQL at {server} has no connection left ({said}): raise its max_connections, or end "
            "programs that hold some, and try again."
        )
    elif _STARTING.search(said):
        sentence = f"PostgreSQL at {server} is not ready ({said}): try again in a moment."
    else:
        sentence = (
            f"PostgreSQL at {server} is not reached ({said}): start it, or check host and port in "
            "DATABASE_URL."
        )
    return CatalogueUnusable(sentence, Trouble.UNREACHABLE)


def _of_a_statement(server: str, code: str, said: str) -> CatalogueUnusable:
    if code == _FULL:
        sentence = f"PostgreSQL at {server} has no room left ({said}): make room on its disk. "
        return CatalogueUnusable(f"{sentence}What was stored before is whole.", Trouble.FULL)
    if code in {_READ_ONLY, _NO_RIGHTS}:
        sentence = f"PostgreSQL at {server} lets nothing be changed ({said}): allow that to the user"
        return CatalogueUnusable(f"{sentence} in DATABASE_URL, or name another server.", Trouble.READ_ONLY)
    if code == _LOCKED:
        sentence = f"The catalogue at {server} has been locked by another program for too long: try again."
        return CatalogueUnusable(sentence, Trouble.LOCKED)
    if code in _DAMAGED:
        sentence = f"The catalogue at {server} is damaged ({said}): put back a backup of that database."
        return CatalogueUnusable(sentence, Trouble.DAMAGED)
    sentence = f"PostgreSQL at {server} does not do its work ({said}): its own log says more."
    return CatalogueUnusable(sentence, Trouble.UNREACHABLE if code[:2] in {"08", "57"} else Trouble.OTHER)


def _named(address: URL) -> str:
    return f"{address.host or 'this machine'}{f':{address.port}' if address.port else ''}"
