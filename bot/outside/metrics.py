"""The metrics that a running bot counts: their names, units and help, all in a registry of its own.

No label holds a word, a person or a server: a label's values are few, and known beforehand.
"""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager
from enum import StrEnum
from importlib.metadata import version

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.gc_collector import GCCollector
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector

from bot.outside.readings import Read, Reading, Readings
from retrieval.curating.polling import Polled

# Seconds: answers of the bundled models take hundredths to tenths, those of a chat model up to half a minute.
_WORK = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)
_DELAYS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Outcome(StrEnum):
    """What became of a question; `failed` also where it took too long or too many waited."""

    ANSWERED = "answered"
    ABSTAINED = "abstained"
    FAILED = "failed"
    REFUSED = "refused"


class Metrics:
    """Counts what happens; each name and its help as they stand in the page of metrics."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry(auto_describe=True)
        self._readings = Readings()
        self.registry.register(self._readings)
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        GCCollector(registry=self.registry)
        self.read("program", _program)
        self._requests = self._counter("requests", "Commands, clicks and messages taken in.", "command")
        self._incidents = self._counter("incidents", "Requests that failed with an id told.", "command")
        self._questions = self._counter("questions", "Questions, by what became of them.", "way", "outcome")
        self._answers = self._histogram("answer_seconds", "From a question to its answer shown.", "way")
        self._stages = self._histogram("stage_seconds", "Time within one stage of an answer.", "stage")
        self._waits = self._histogram("queue_wait_seconds", "How long calls waited for a worker.", "lane")
        self._delays = self._histogram("loop_delay_seconds", "How late the event loop was.", buckets=_DELAYS)
        self._polls = self._counter("feed_polls", "Polls of feeds.", "outcome")
        self._taken = self._counter("feed_articles", "Articles that polls brought.", "outcome")
        self._late = self._counter("gateway_late_heartbeats", "Heartbeats blocked or acknowledged 10 s late.")
        self._connects = self._counter("gateway_reconnects", "Connections to the gateway after the first.")

    def read(self, by: str, read: Read) -> None:
        """Have values read by `read` whenever the metrics are asked for."""
        self._readings.put(by, read)

    def taken_in(self, command: str) -> None:
        """Count a request."""
        self._requests.labels(command).inc()

    def incident(self, command: str) -> None:
        """Count a failure that nobody foresaw."""
        self._incidents.labels(command).inc()

    def asked(self, way: str, outcome: Outcome) -> None:
        """Count a question that came by that way."""
        self._questions.labels(way, outcome.value).inc()

    def answered(self, way: str, seconds: float) -> None:
        """Note how long an answer or an abstention took, with all waiting."""
        self._answers.labels(way).observe(seconds)

    def stage(self, name: str) -> AbstractContextManager[object]:
        """Time what is done within the context as that stage of an answer."""
        return self._stages.labels(name).time()

    def waited(self, lane: str, seconds: float) -> None:
        """Note how long a call waited for a worker of that lane."""
        self._waits.labels(lane).observe(seconds)

    def delayed(self, seconds: float) -> None:
        """Note by how much the event loop was late."""
        self._delays.observe(seconds)

    def polled(self, poll: Polled) -> None:
        """Count the poll of a feed with what it brought."""
        self._polls.labels("ok" if poll.error is None else "failed").inc()
        for outcome, count in (("added", poll.added), ("proposed", poll.proposed), ("lost", poll.lost)):
            self._taken.labels(outcome).inc(count)

    def heartbeat_late(self) -> None:
        """Count a heartbeat that was late."""
        self._late.inc()

    def reconnected(self) -> None:
        """Count a connection to the gateway that is not the first."""
        self._connects.inc()

    def _counter(self, name: str, told: str, *labels: str) -> Counter:
        return Counter(name, told, labels, namespace="newsdesk", registry=self.registry)

    def _histogram(self, name: str, told: str, *labels: str, buckets: tuple[float, ...] = _WORK) -> Histogram:
        return Histogram(name, told, labels, namespace="newsdesk", registry=self.registry, buckets=buckets)


def _program() -> Iterator[Reading]:
    yield Reading("newsdesk_info", "The version that runs.", {version("newsdesk"): 1.0}, "version")
    yield Reading("newsdesk_threads", "Threads of the process.", {"": float(threading.active_count())})
