"""Whether a bot is alive and whether it is ready: decided from what is seen of it."""

from dataclasses import dataclass

# discord.py closes the connection after a minute without a heartbeat; a loop that stands still for half of
# that does not come back by itself.
_STUCK = 30.0
_STARTING = 300.0  # seconds until the loop runs: by then models are loaded, on a slow disk too
_CATALOGUE = 30.0
_BEHIND = 120.0  # a large addition is indexed within seconds, a whole new model takes longer


@dataclass(frozen=True, slots=True)
class Facts:
    """What is seen of a bot; ages and waits in seconds.

    `beat` is how long ago the loop beat, `begun` whether it ever did, `catalogue` how long ago the catalogue
    answered, `behind` how long the oldest change waits for the index.
    """

    begun: bool
    beat: float
    connected: bool
    catalogue: float
    behind: float


def ailments(facts: Facts) -> list[str]:
    """Return why the bot should be started anew; nothing where it is alive."""
    if facts.beat <= (_STUCK if facts.begun else _STARTING):
        return []
    stuck = "stands still" if facts.begun else "has not begun"
    return [f"The event loop {stuck} since {facts.beat:.0f} s: start the bot anew."]


def obstacles(facts: Facts) -> list[str]:
    """Return why questions would not be answered now; nothing where the bot is ready."""
    found = ailments(facts)
    if not facts.connected:
        found.append("Discord's gateway is not connected: see the log, which says whether it is tried again.")
    if facts.catalogue > _CATALOGUE:
        found.append(f"The catalogue has not answered for {facts.catalogue:.0f} s: run `newsdesk doctor`.")
    if facts.behind > _BEHIND:
        found.append(f"The vector index lacks changes of {facts.behind:.0f} s ago: see the log.")
    return found
