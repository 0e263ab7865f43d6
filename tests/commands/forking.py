"""A process that has imported the program and becomes it, in a fork, whenever it is told to.

Starting Python and importing everything takes longer than what most commands do then. A fork has its
own arguments, environment, folder and streams, begins at the program's first line and ends as every process
does. What it does not show is which modules the program imports, and when.
"""

from __future__ import annotations

import ctypes
import gc
import os
import runpy
import signal
import socket
import sys
from importlib import import_module
from typing import TextIO

from tests.commands.loaded import load_models
from tests.commands.order import LONGEST, Order

# The commands, and what they import when they are first used.
_IMPORTED = (
    "bot.commands.app",
    "bot.documents.answers",
    "bot.documents.measures",
    "bot.documents.timelines",
    "bot.measuring",
    "bot.report.page",
    "bot.terminal.added",
    "bot.terminal.found",
    "bot.terminal.found",
    "bot.terminal.measured",
    "bot.terminal.timeline",
    "chromadb",
    "corpus.catalogue.backups.restoring",
    "corpus.reading.sources",
    "ir_measures",
    "prompt_toolkit",
    "retrieval.answering.answerer",
    "retrieval.index.chroma_opening",
    "retrieval.curating.curator",
    "retrieval.curating.importing",
    "retrieval.lab.evaluating.run",
    "retrieval.index.exact",
    "retrieval.index.chroma_sync",
    "retrieval.phrasing.streamed",
    "retrieval.timeline.timelines",
    "scipy.stats",
    "sqlalchemy.dialects.sqlite",
)
_STREAMS = 3


def _told(orders: socket.socket) -> bool:
    """Fork at every order until they end; say true in each fork, once it is as ordered."""
    while True:
        order, streams, _, _ = socket.recv_fds(orders, LONGEST, _STREAMS)
        if not order:
            return False
        fork = os.fork()
        if not fork:
            orders.close()
            _become(Order.read(order), streams)
            return True
        for stream in streams:
            os.close(stream)
        orders.send(b"%d" % fork)
        _, status = os.waitpid(fork, 0)
        orders.send(b"%d" % os.waitstatus_to_exitcode(status))


def _become(order: Order, streams: list[int]) -> None:
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    _begin_streams(order)
    os.environ.clear()  # noqa: TID251 - the program's own environment
    os.environ.update(order.settings)  # noqa: TID251 - the same
    os.chdir(order.folder)
    sys.argv[1:] = order.said
    if order.interrupted_at:
        sys.addaudithook(lambda event, _: _interrupt() if event == order.interrupted_at else None)


def _interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def _begin_streams(order: Order) -> None:
    """Do what Python does when it starts, which looks at what each stream is and which encoding is wanted."""
    encoding = order.settings.get("PYTHONIOENCODING", "utf-8")
    if order.output_closed:
        os.close(1)
    sys.stdin = open(0, encoding=encoding, closefd=False)  # noqa: SIM115 - as long as the program
    sys.stdout = None if order.output_closed else _begun(1, encoding)
    sys.stderr = _begun(2, encoding)


def _begun(number: int, encoding: str) -> TextIO:
    buffering = 1 if os.isatty(number) or number == 2 else -1
    return open(number, "w", buffering, encoding, closefd=False)


if __name__ == "__main__":
    for _name in _IMPORTED:
        import_module(_name)
    load_models()
    # What is imported lives as long as a fork: to look through it all at the end takes a fifth of a second.
    gc.freeze()
    # Nor is it taken apart at the end, which writes to all of the memory that forks share.
    ctypes.pythonapi.Py_IncRef(ctypes.py_object([dict(vars(one)) for one in sys.modules.values()]))
    if _told(socket.socket(fileno=int(sys.argv[1]))):
        runpy.run_module("bot", run_name="__main__", alter_sys=True)
