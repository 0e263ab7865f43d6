"""Time zones as moderators write them."""

import difflib
import functools
from zoneinfo import ZoneInfo, available_timezones

from bot.discord.connection.errors import Refusal
from bot.discord.digest.words import DIGEST
from bot.discord.display.escape import inline

UTC = "UTC"
_CHOICES = 25
_SHOWN = 60
_NEAREST = 3


def zone_of(name: str | None) -> ZoneInfo:
    """Return the zone that a server has set; UTC where it set none, or one that is not known here."""
    return ZoneInfo(name if name in _known() else UTC)


def suggested(typed: str) -> list[str]:
    """Return the zones whose name holds what is typed, those that begin with it first, 25 at most."""
    sought = _folded(typed)
    holding = [name for name in _known() if sought in _folded(name)]
    return sorted(holding, key=lambda name: (not _begins(name, sought), name))[:_CHOICES]


def require_zone(written: str) -> str:
    """Return the zone that was written, by its name or by that of its city alone; case does not matter.

    Raises:
        Refusal: there is none, with the names that are nearest.
    """
    sought = _folded(written)
    found = [name for name in _known() if sought in {_folded(name), _folded(_city(name))}]
    if len(found) == 1:
        return found[0]
    near = found or _nearest(sought)
    shown = inline(written, _SHOWN)

    def said(language: str) -> str:
        words = DIGEST.of(language)
        zones = ", ".join(f"`{name}`" for name in near[:_NEAREST])
        nearest = words.nearest_zones.format(zones=zones) if near else ""
        return words.unknown_zone.format(written=shown, nearest=nearest)

    raise Refusal(said)


@functools.cache
def _known() -> list[str]:
    # "Etc/GMT+5" is five hours behind, not ahead: nobody should choose that by mistake.
    places = (
        name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "SystemV/"))
    )
    return [UTC, *sorted(places)]


def _nearest(sought: str) -> list[str]:
    cities = {_folded(_city(name)): name for name in _known()}
    return [cities[city] for city in difflib.get_close_matches(sought.rsplit("/", 1)[-1], cities)]


def _begins(name: str, sought: str) -> bool:
    return any(_folded(one).startswith(sought) for one in (name, _city(name)))


def _city(name: str) -> str:
    return name.rsplit("/", 1)[-1]


def _folded(written: str) -> str:
    return "_".join(written.split()).casefold()
