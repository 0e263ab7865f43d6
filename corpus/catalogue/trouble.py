"""What keeps a database from its work, in a sentence with the cure: by each driver's error."""

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from corpus.catalogue import trouble_of_files, trouble_of_servers
from corpus.errors import CatalogueUnusable, Trouble


def told(url: str | URL, error: Exception) -> CatalogueUnusable:
    """Return the sentence for what a driver, or the folder of its file, said about the database at `url`."""
    address = make_url(url)
    cause = getattr(error, "orig", None) or error
    if address.get_backend_name() == "sqlite" and address.database:
        return trouble_of_files.told(address.database, cause)
    if address.get_backend_name() == "postgresql" and not isinstance(error, ArgumentError):
        return trouble_of_servers.told(address, cause)
    return _unknown(address, cause)


def _unknown(address: URL, cause: BaseException) -> CatalogueUnusable:
    reason = str(cause).strip().partition("\n")[0]
    shown = address.render_as_string(hide_password=True)
    return CatalogueUnusable(
        f"The catalogue at {shown} does not answer ({reason}). Check DATABASE_URL.", Trouble.OTHER
    )
