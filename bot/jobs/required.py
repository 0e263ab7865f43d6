"""What needs a queue of jobs says so where there can be none."""

from bot.assembly import Desk
from bot.errors import SettingMissing
from corpus.catalogue.jobs import tables


def require_queue(desk: Desk, what: str) -> None:
    """Make sure that the catalogue is in PostgreSQL, which the queue lies in.

    Args:
        desk: the newsdesk.
        what: what needs it, as the beginning of a sentence.

    Raises:
        SettingMissing: it is not.
    """
    if not tables.serve(desk.settings.database_url):
        raise SettingMissing(
            f"{what} needs PostgreSQL, where jobs lie for whoever does them: set DATABASE_URL to "
            "postgresql+psycopg://user:password@host/database. Without it the bot does all of it itself."
        )
