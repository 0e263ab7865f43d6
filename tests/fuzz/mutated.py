"""Documents gone wrong: seeds of our own with pieces cut, doubled, moved, or put in from a list of traps."""

from __future__ import annotations

from hypothesis import strategies as st

# What has broken parsers before: ends, marks, numbers that are too large, letters that are none.
_MARKS = (
    b"< > & ' <!-- ]]> <![CDATA[ &#0; &#x110000; &#xd800; &a; </html> -1 1e999 NaN null true [] {} "
    b"\\u0000 \\ud800 0000-00-00 9999-99-99 2026-02-30T25:61:61+99:99 xref endobj stream %00 %ff mailto: "
    b"=?utf-8?b?////?= !!python/object https://[::1 https://a.b:99999/ 99999999999999999999 data:,"
)
_LETTERS = ("\u0130\u0131\u00df\ufb01", "\u202e\u200b\ufeff", "\u0660\u0663\u00b2\u2167")
_TRAPS = (
    *_MARKS.split(b" "),
    *(piece * 300 for piece in (b"<p>", b"<div>", b"(", b"[", b"{", b" ", b"9")),
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\n\n", b"\x1a", b"\x0c"),
    *(b"---\n", b"+++\n", b"...\n", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"/Kids [2 0 R]", b"* &a *a"),
    *(b"31 februari 2026", b"Content-Type: multipart/x", b"/Length -1"),
    *(letters.encode() for letters in _LETTERS),
)
_CHANGES = st.lists(
    st.tuples(
        st.sampled_from(("cut", "double", "put", "swap", "replace")),
        st.integers(0, 1 << 16),
        st.integers(0, 200),
        st.one_of(st.sampled_from(_TRAPS), st.binary(max_size=8)),
    ),
    min_size=1,
    max_size=6,
)


def mutated(seeds: tuple[bytes, ...]) -> st.SearchStrategy[bytes]:
    """Give seeds, each with some changes; now and then bytes that have nothing to do with them."""
    changed = st.builds(_changed, st.sampled_from(seeds), _CHANGES)
    return st.one_of(changed, changed, changed, st.binary(max_size=400))


def _changed(seed: bytes, changes: list[tuple[str, int, int, bytes]]) -> bytes:
    for what, place, length, piece in changes:
        at = place % (len(seed) + 1)
        before, piece_there, after = seed[:at], seed[at : at + length], seed[at + length :]
        seed = {
            "cut": before + after,
            "double": before + piece_there * 2 + after,
            "put": before + piece + piece_there + after,
            "swap": after + piece_there + before,
            "replace": before + piece + after,
        }[what]
    return seed
