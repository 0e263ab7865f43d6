"""The learning rate over a budget of minutes or steps: a short rise, then straight down to nothing."""

from dataclasses import dataclass

_RISE = 0.02


@dataclass(frozen=True, slots=True)
class Budget:
    """How long to train: so many minutes, or exactly so many steps, which a repetition can keep to."""

    minutes: float
    steps: int | None = None

    def spent(self, minutes: float, steps: int) -> float:
        """Tell the share of the budget that is spent."""
        return steps / self.steps if self.steps else minutes / self.minutes


def rate(spent: float) -> float:
    """Give the share of the peak rate after this share of the budget."""
    return max(0.0, min(spent / _RISE, (1.0 - spent) / (1.0 - _RISE)))
