"""The queue of jobs: the one door to procrastinate."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import Any, LiteralString

from procrastinate import App, BaseRetryStrategy, JobContext, PsycopgConnector, RetryDecision
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job as Queued
from procrastinate.worker import Worker
from psycopg import OperationalError
from sqlalchemy import Connection, make_url

from corpus.catalogue.jobs.job import Job, Left, Task
from corpus.catalogue.jobs.standing import SILENCE
from corpus.errors import CatalogueUnusable

_HEARTBEAT = 10.0  # seconds between two signs of life of a worker
# Seconds until a job is tried again, after which it is given up: an hour in all.
WAITS = (10, 40, 160, 640, 2560)
_QUEUE = "newsdesk"
_PAUSE, _TRIES = 1.0, 20  # seconds between two tries to tell a database that is away, and how many
_LOOKS = 5.0  # seconds between two looks for jobs, where no notice of one has come
_LEAVING = App(connector=PsycopgConnector())  # jobs are left on the catalogue's own connections

logging.getLogger("procrastinate").setLevel(logging.CRITICAL)  # whoever works tells of each job in words
logging.getLogger("psycopg.pool").setLevel(logging.ERROR)  # the worker says itself that the database is away


class Hopeless(Exception):
    """A job failed in a way that another try cannot mend; the cause says why."""


def leave(connection: Connection, job: Job) -> None:
    """Leave a job, in the transaction of that connection: it is there with the rest of it or not at all.

    Raises:
        CatalogueUnusable: the database does not do its work.
    """
    options: dict[str, Any] = {"queue": _QUEUE, "lock": job.lock, "queueing_lock": job.once}
    driver = connection.connection.driver_connection
    deferrer = _LEAVING.configure_task(job.task, connection=driver, **options)
    try:
        deferrer.defer(**job.given)
    except ConnectorException as error:
        raise CatalogueUnusable(
            f"A job could not be left for a worker: {error.__cause__ or error}"
        ) from error


class QueueAway(Exception):
    """The database of the queue is not reached, or broke off; the text says how."""


class Hands:
    """Does jobs of a queue, so many at once, each on a thread; made for one run."""

    def __init__(self, url: str, do: Callable[[Left], object], at_once: int) -> None:
        """Take what is needed.

        Args:
            url: the catalogue's database, an SQLAlchemy address.
            do: does a job; whatever it raises has the job tried again later, and `Hopeless` given up.
            at_once: how many jobs are done side by side.
        """
        self._app = App(connector=_connector(url, at_once))
        for task in Task:
            self._app.task(name=task, queue=_QUEUE, retry=_Waits(), pass_context=True)(_doing(do, task))
        self._at_once = at_once
        self._worker: Worker | None = None
        self._stopped = False

    async def work(self, *, wait: bool = True) -> None:
        """Do jobs until `stop`, or with `wait` off until none is left.

        Raises:
            QueueAway: the database is not reached or broke off; what was being done is taken up again.
        """
        try:
            await self._app.open_async()
            self._worker = self._of_queue(wait=wait)
            if not self._stopped:
                await self._worker.run()  # type: ignore[no-untyped-call]
        except (ConnectorException, OperationalError) as error:
            raise QueueAway(" ".join(str(error.__cause__ or error).split())) from error
        finally:
            await self._app.close_async()
        if wait and not self._stopped:
            raise QueueAway("the connection broke off")

    def stop(self) -> None:
        """Begin no further job; from any thread."""
        self._stopped = True
        if self._worker is not None:
            with contextlib.suppress(RuntimeError):  # its loop has ended by itself
                self._worker.stop()  # type: ignore[no-untyped-call]

    def _of_queue(self, *, wait: bool) -> Worker:
        return Worker(
            app=self._app,
            queues=[_QUEUE],
            concurrency=self._at_once,
            wait=wait,
            fetch_job_polling_interval=_LOOKS,
            delete_jobs="successful",
            install_signal_handlers=False,
            update_heartbeat_interval=_HEARTBEAT,
            stalled_worker_timeout=SILENCE,
            listen_notify=wait,
        )


class _Waits(BaseRetryStrategy):
    """Tries again after waits that grow, unless there is no hope."""

    def get_retry_decision(self, *, exception: BaseException, job: Queued) -> RetryDecision | None:
        if isinstance(exception, Hopeless) or job.attempts >= len(WAITS):
            return None
        return RetryDecision(retry_in={"seconds": WAITS[job.attempts]})


def _doing(do: Callable[[Left], object], task: Task) -> Callable[..., Any]:
    async def done(context: JobContext, **given: Any) -> None:  # noqa: ANN401 - whatever was left
        job = context.job
        why = given.pop("why", None)
        await asyncio.to_thread(do, Left(job.id or 0, task, given, job.attempts, why=why))

    return done


class _Patient(PsycopgConnector):
    """Tells the database again and again what became of a job: untold, it would seem to run for ever."""

    async def execute_query_async(self, query: LiteralString, **arguments: Any) -> None:  # noqa: ANN401 - as there
        for _ in range(_TRIES if "job_id" in arguments else 0):
            try:
                await super().execute_query_async(query, **arguments)
            except ConnectorException as error:
                if not isinstance(error.__cause__, OperationalError):
                    raise
                await asyncio.sleep(_PAUSE)
            else:
                return
        await super().execute_query_async(query, **arguments)


def _connector(url: str, at_once: int) -> PsycopgConnector:
    # The dialect's name is SQLAlchemy's; libpq knows the rest as it stands.
    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    known = {"application_name": "newsdesk", "connect_timeout": 10}
    return _Patient(
        conninfo=address, kwargs=known, min_size=1, max_size=at_once + 2, timeout=10, reconnect_timeout=10
    )
