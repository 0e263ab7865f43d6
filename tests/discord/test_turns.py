from __future__ import annotations

import sys

from bot.turns import take_short_turns


def test_a_thread_waits_for_pythons_lock_a_tenth_as_long_as_by_itself() -> None:
    by_itself = sys.getswitchinterval()
    try:
        take_short_turns()
        assert sys.getswitchinterval() <= by_itself / 10 + 1e-9
    finally:
        sys.setswitchinterval(by_itself)
