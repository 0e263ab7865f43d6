"""How the program ends: everything is put in order, and nothing is taken apart for its own sake."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.program import Newsdesk

_PROGRAM = """
import atexit, sys, threading, time
from bot.leaving import Leaving

class Loud:
    def __del__(self):
        print("taken apart")

leaving, loud = Leaving(), Loud()
atexit.register(print, "put in order")
threading.Thread(target=lambda: (time.sleep(0.2), print("waited for"))).start()
"""


def ended(how: str) -> subprocess.CompletedProcess[str]:
    """Run a program that leaves that way, its output going to a pipe."""
    return subprocess.run([sys.executable, "-c", _PROGRAM + how], capture_output=True, text=True, check=False)


def test_threads_and_libraries_come_to_their_end_and_objects_are_left_to_the_system() -> None:
    done = ended("leaving.code = 3; sys.exit(leaving.code)")
    assert (done.returncode, done.stderr) == (3, "")
    assert done.stdout.splitlines() == ["waited for", "put in order"]


def test_an_error_that_nobody_caught_is_shown_by_python() -> None:
    done = ended("raise ValueError('of nobody')")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "ValueError: of nobody"


@pytest.mark.parametrize("said", [["list"], ["ask", "Hoeveel wolven?"], ["add", "--samples"], ["doctor"]])
def test_a_command_leaves_the_catalogue_in_one_file(changing: Newsdesk, said: list[str]) -> None:
    changing(*said)
    assert names_in(changing.home, "catalogue") == ["catalogue.db"]


def names_in(home: Path, beginning: str) -> list[str]:
    return sorted(file.name for file in home.iterdir() if file.name.startswith(beginning))
