"""Of a message only what its writer says is asked: no quoted line, code, address or call to somebody."""

from __future__ import annotations

import pytest

from bot.discord.talking.message_text import written_by_hand

ME, ADA = "<@1>", "<@2>"
NAMES = {"@1": "", "@2": "Ada", "#3": "news"}


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (f"{ME} How high is the dike?", "How high is the dike?"),
        (f"{ADA} {ME}, how high is the dike?", "how high is the dike?"),
        (f"hey {ME}, how high is the dike?", "hey, how high is the dike?"),
        (f"What did {ADA} say in <#3>, {ADA}?", "What did Ada say in news, Ada?"),
        ("> How high?\n> And how long?\nNobody knows.", "Nobody knows."),
        ("Nobody knows.\n>>> How high?\n\nAnd how long?", "Nobody knows."),
        ("Look:\n```\nWhy?\n```\nIt is broken", "Look:\nIt is broken"),
        ("```py\nWhy?", ""),
        ("<https://a.example/why?> https://b.example/who? so", "so"),
        ("[Is it closed?](https://a.example/b) Who knows?", "Is it closed? Who knows?"),
        ("# **How** high is ||the *dike*||?", "How high is the dike?"),
        ("- How high?\n2. How long?", "How high?\nHow long?"),
        ("2 > 1, is it?", "2 > 1, is it?"),
        (f"{ME} <:wave:5> 👍", "👍"),
        ("", ""),
    ],
)
def test_own_words_are_what_is_left(text: str, own: str) -> None:
    assert written_by_hand(text, NAMES) == own
