from __future__ import annotations

import threading

import pytest

from retrieval.models.meanwhile import Meanwhile


def _refused() -> int:
    raise ValueError("no")


def test_another_thread_computes_while_who_asked_goes_on() -> None:
    told, going_on = Meanwhile(), threading.Event()

    def compute() -> int:
        assert going_on.wait(10)
        return threading.get_ident()

    result = told.begin(compute)
    going_on.set()
    assert result() != threading.get_ident()


def test_who_asks_while_the_thread_computes_does_so_alone() -> None:
    told, freed = Meanwhile(), threading.Event()
    first = told.begin(lambda: freed.wait(10))
    assert told.begin(threading.get_ident)() == threading.get_ident()
    freed.set()
    assert first()


def test_an_error_is_raised_to_who_asked_and_the_next_is_computed() -> None:
    told = Meanwhile()
    with pytest.raises(ValueError, match="no"):
        told.begin(_refused)()
    assert told.begin(threading.get_ident)() != threading.get_ident()
