"""Options for dates between which articles were published, as the commands that list or ask share them."""

from bot.discord.asking.words import ASKING
from bot.discord.connection.errors import Refusal
from bot.discord.connection.tree import said
from corpus.dates import PartialDate

SINCE = said(
    "Only articles published since: a date, or words as “last week”",
    "Alleen artikelen verschenen sinds: een datum, of woorden als “vorige week”",
)
UNTIL = said(
    "Only articles published until: a date, or words as “last week”",
    "Alleen artikelen verschenen tot en met: een datum, of woorden als “vorige week”",
)


def require_order(since: PartialDate | None, until: PartialDate | None) -> None:
    """Refuse dates between which nothing can be.

    Raises:
        Refusal: the first date lies after the last.
    """
    if since is not None and until is not None and since.first() > until.last():
        raise Refusal(lambda language: ASKING.of(language).dates_swapped.format(since=since, until=until))
