"""Values that are read when somebody asks for the metrics, instead of being counted as they happen."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

_TOTAL = "_total"


@dataclass(frozen=True, slots=True)
class Reading:
    """A metric as it is now.

    `name` ends in its unit, or in `_total` where the value only grows. `values` are by what its one `label`
    says; by the empty text where it has none. Without values it is known by name only.
    """

    name: str
    told: str
    values: Mapping[str, float]
    label: str | None = None


Read = Callable[[], Iterable[Reading]]


class Readings(Collector):
    """All that is read, each by whoever knows it; who reads anew under a name replaces what read there."""

    def __init__(self) -> None:
        self._reads: dict[str, Read] = {}

    def put(self, by: str, read: Read) -> None:
        """Have `read` asked from now on, under the name of whoever knows."""
        self._reads[by] = read

    def collect(self) -> Iterator[Metric]:
        """Yield what all of them say now."""
        for read in list(self._reads.values()):
            yield from map(_family, read())


def _family(reading: Reading) -> Metric:
    labels = [reading.label] if reading.label is not None else []
    family: CounterMetricFamily | GaugeMetricFamily
    if reading.name.endswith(_TOTAL):
        family = CounterMetricFamily(reading.name, reading.told, labels=labels)
    else:
        family = GaugeMetricFamily(reading.name, reading.told, labels=labels)
    for label, value in reading.values.items():
        family.add_metric([label] if labels else [], value)
    return family
