"""Opening a bot to those who look from outside: what is asked for at the port, put together."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.outside.glances import Glances
from bot.outside.health import Facts, ailments, obstacles
from bot.outside.port import application, listening
from bot.outside.seen import Seen


@contextmanager
def opened(host: str, port: int, seen: Seen, glances: Glances) -> Iterator[int]:
    """Show metrics and health at a port until the context ends, and give its number.

    Raises:
        PortRefused: nothing can listen there.
    """

    def facts() -> Facts:
        latest, pulse = glances.latest, seen.pulse
        return Facts(
            begun=pulse.has_begun,
            beat=pulse.age,
            connected=seen.connected,
            catalogue=glances.age,
            behind=latest.behind_seconds if latest else 0.0,
        )

    seen.metrics.read("catalogue", glances.readings)
    shown = application(seen.metrics.registry, lambda: ailments(facts()), lambda: obstacles(facts()))
    with glances.looking(), listening(host, port, shown) as number:
        yield number
