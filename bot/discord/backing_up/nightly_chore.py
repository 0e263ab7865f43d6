"""The chore that makes the nightly backup, where a folder is set for them."""

from bot.discord.connection.chores import Chore
from bot.discord.connection.floor import Floor

_SECONDS = 600.0


def install(floor: Floor) -> None:
    """Have a backup made when it is due: also at once, where the last night's is missing."""
    back_up = floor.newsroom.parts.back_up
    if back_up is None:
        return

    async def make_if_due() -> None:
        await floor.newsroom.work_patiently(lambda _: back_up())

    floor.chores.add(Chore("nightly backup", _SECONDS, make_if_due))
