"""How far apart two spellings of a word are, and whether one is a slip of the pen for the other."""

from __future__ import annotations

from rapidfuzz.distance import OSA, Levenshtein

_VOWELS = frozenset("aeiouy")
# Letters that stand for one sound in Dutch or English, or lie side by side on a keyboard.
_ALIKE = frozenset(
    frozenset(pair)
    for row in (
        # sounds
        "ck cs sz fv dt bp gh gk ij jy mn qk ks vw xs",
        # keys in a row, and one above the other
        "qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm",
        "qa wa ws ed rf tg yh uj ik ol az sx dc fv gb hn jm",
    )
    for pair in row.split()
)
_SHORTEST = 4  # letters; shorter words differ from others by a letter too often
_SHORTEST_TWICE = 8  # letters of a word with two slips
_SHORT_NAME = 6  # letters; names so short differ from other names by a letter


def bound(word: str) -> int:
    """Return how many slips a word of that length may have."""
    if len(word) < _SHORTEST:
        return 0
    return 2 if len(word) >= _SHORTEST_TWICE else 1


def slips(written: str, meant: str, *, name: bool) -> int | None:
    """Return the number of slips that make `written` of `meant`, both folded; None where it is another word.

    A slip is a letter left out, put in, doubled or swapped with the next, or another one that sounds alike or
    lies beside it on the keyboard. Other names often differ by one letter: of a `name` the first and the last
    letter are right, and of a short one no letter is another.
    """
    most = bound(written)
    count = OSA.distance(written, meant, score_cutoff=most)
    if count > most or not _may_differ(written, meant, name=name):
        return None
    swapped = Levenshtein.distance(written, meant) - count
    changed = [
        (written[step.src_pos], meant[step.dest_pos])
        for step in Levenshtein.editops(written, meant)
        if step.tag == "replace"
    ]
    odd = sum(not _alike(*pair) for pair in changed) - 2 * swapped
    return None if odd > 0 else count


def _may_differ(written: str, meant: str, *, name: bool) -> bool:
    if not name:
        return True
    swapped = sorted(written) == sorted(meant)
    if written[0] != meant[0] or (written[-1] != meant[-1] and not swapped and len(meant) < _SHORTEST_TWICE):
        return False
    return swapped or len(meant) > _SHORT_NAME or _undoubled(written) == _undoubled(meant)


def _undoubled(word: str) -> str:
    return "".join(letter for at, letter in enumerate(word) if letter != word[at - 1 : at])


def _alike(one: str, other: str) -> bool:
    return {one, other} <= _VOWELS or frozenset((one, other)) in _ALIKE
