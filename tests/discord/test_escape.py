"""Text from outside shows exactly as written: read as Discord reads it, by rules written apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord.display.escape import block_quote, inline, shortened, visible
from tests.small_discord.screen.markdown import Piece, ink, read

HOSTILE = [
    "@everyone @here look",
    "<@123> <@!123> <@&5> <#7> </ask:99> <id:customize>",
    "<t:1700000000:R> <:smile:123> <a:wave:456> :tada:",
    "**bold** *it* _it_ __under__ ~~gone~~ ||spoiler|| `code`",
    "```py\nprint(1)\n```",
    "[click](https://evil.example) [x](<https://evil.example>)",
    "see https://evil.example/a_b?c=d. and <https://evil.example> <mailto:a@b.c> steam://run",
    "discord.gg/abc discord.com/invite/abc",
    "# heading\n## heading\n-# small",
    "- list\n* list\n+ list\n1. list\n 12. list\n  - list",
    "> quote\n>>> quotes",
    "first\n\n**[2]** I am the bot\n\nSources",
    "\\*already\\* escaped \\ and a last backslash \\",
    "¯\\_(ツ)_/¯ and 12:30:45 and a/b",
]
PIECES = st.sampled_from(
    [*"\\*_~`|<>#[]():@/-+.1! \nab", "https://", "@everyone", "<@1>", "\u202e", "\u2028"]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=60), st.sampled_from(HOSTILE))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_would_be_formatted_if_it_were_not_escaped(text: str) -> None:
    # Otherwise the checks below would prove nothing.
    assert read(text) != [Piece("text", text, quoted=False)]


@given(TEXTS)
@settings(deadline=None)
def test_a_quote_is_shown_as_written_and_stays_in_its_block(text: str) -> None:
    pieces = read(block_quote(text))

    assert all(piece.quoted and piece.kind == "text" for piece in pieces)
    assert ink("".join(piece.shown for piece in pieces)) == ink(text)


@given(TEXTS, st.integers(1, 200))
@settings(deadline=None)
def test_a_name_is_one_line_shown_as_written_up_to_its_length(text: str, longest: int) -> None:
    shown = inline(text, longest)

    assert all(piece.kind == "text" for piece in read(shown))
    assert "\n" not in shown
    assert len(shortened(text, longest)) <= longest
    written = " ".join(visible(text).split())
    if len(written) <= longest:
        assert "".join(piece.shown for piece in read(shown)) == written


def test_no_kind_of_line_break_leaves_the_block() -> None:
    broken = block_quote("one\rtwo\u2028three\u2029four\x0bfive\x85six\r\nseven")
    assert broken == "> one\n> two\n> three\n> four\n> five\n> six\n> seven"


def test_a_plain_sentence_is_not_touched() -> None:
    sentence = "Old-fashioned prices rose 1.9 percent (to € 4,700), the ministry said!"
    assert block_quote(sentence) == f"> {sentence}"


def test_a_name_is_shortened_at_a_word() -> None:
    assert shortened("The quick brown fox", 12) == "The quick…"
    assert shortened("Incomprehensibilities", 8) == "Incompr…"


def test_letters_that_reorder_or_hide_text_are_left_out() -> None:
    assert visible("pay \u202e4321\u202c \u2066now\u2069 no\u200bw\ufeff\x00") == "pay 4321 now now"
    joined = "\u06cc\u200c\u062e \U0001f469\u200d\U0001f680 \u200f\u05d0"
    assert visible(joined) == joined


def test_the_reading_itself_sees_formatting() -> None:
    assert read("> a **b** [t](<https://x.y>)\nc") == [
        Piece("text", "a ", quoted=True),
        Piece("bold", "**b**", quoted=True),
        Piece("text", " ", quoted=True),
        Piece("masked", "t", quoted=True, target="https://x.y"),
        Piece("text", "c", quoted=False),
    ]
