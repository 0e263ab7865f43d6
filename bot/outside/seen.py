"""What a running bot keeps of itself for those who look from outside."""

from bot.outside.metrics import Metrics
from bot.outside.pulse import Pulse


class Seen:
    """The counts, the pulse of the loop, and whether the gateway is connected, which the connection sets."""

    def __init__(self) -> None:
        self.metrics = Metrics()
        self.pulse = Pulse(self.metrics.delayed)
        self.connected = False
