"""The entries of a live blog are found by their hours, whichever stands first."""

from __future__ import annotations

import pytest

from corpus.live_entries import entries, entry_of


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("08.05 uur \u2013 Het regent.\n\n14:45 \u2013 Het is droog.", [485, 885]),
        ("7.15pm \u2013 The wind drops.\n\n10.20am: It rains.", [1155, 620]),
        ("Kop\n\n09:00\n\nHet begint.\n\n12:15\n\nHet gaat door.", [540, 735]),
        ("22:50 It starts.\n\n23:40 It goes on.\n\n00:20 It ends.", [1370, 1420, 1460]),
        ("00:20 It ends.\n\n23:40 It goes on.\n\n22:50 It starts.", [1460, 1420, 1370]),
        ("12.50 euro kost een kaartje.\n\n3.30 procent is veel.\n\n10.30.15 is een versie.", []),
        ("Om 12.50 uur begon het.", []),
    ],
)
def test_entries_open_with_an_hour_and_run_on_over_midnight(text: str, minutes: list[int]) -> None:
    assert [one.minute for one in entries(text)] == minutes


def test_a_place_lies_in_the_last_entry_above_it() -> None:
    text = "Summary.\n\n09:00\n\nIt begins.\n\n12:15\n\nIt goes on."
    assert entry_of(text, 3) is None
    found = [entry_of(text, text.index(said)) for said in ("It begins", "It goes on")]
    assert [one and one.minute for one in found] == [540, 735]
