"""How far apart two spellings of a word are, and whether one is a slip of the pen for the other."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process
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
_ALIKE_FROM = 60.0  # of 100, by rapidfuzz's weighted ratio: below it names share a few letters by chance
_SHORT = 5  # letters; words and names so short differ from others by a letter


def bound(word: str) -> int:
    """Return how many slips a word of that length may have."""
    if len(word) < _SHORTEST:
        return 0
    return 2 if len(word) >= _SHORTEST_TWICE else 1


def nearest(word: str, among: Iterable[str], most: int) -> dict[str, int]:
    """Return the words of `among` at most so many letters from another, with how many that are.

    A letter left out, put in, changed or swapped with the next counts for one (optimal string alignment).
    """
    found = process.extract(word, list(among), scorer=OSA.distance, score_cutoff=most, limit=None)
    return {one: int(distance) for one, distance, _ in found}


def alike(name: str, among: Iterable[str], limit: int) -> list[str]:
    """Return the names that share most letters or words with another, the likest first."""
    found = process.extract(name, list(among), scorer=fuzz.WRatio, score_cutoff=_ALIKE_FROM, limit=limit)
    return [one for one, _, _ in found]


def slips(written: str, meant: str, *, name: bool) -> int | None:
    """Return how many slips make `written` of `meant`, both folded; None where it is another word.

    A slip is a letter left out, put in, doubled or swapped with the next, or another one that sounds alike
    or lies beside it on the keyboard; a short word has no other letter but a vowel for a vowel. Other names
    often differ by one letter: of a `name` the first letter is right, of one of less than eight letters the
    last one too and no vowel is another, and of a short one no letter is.
    """
    most = bound(written)
    count = OSA.distance(written, meant, score_cutoff=most)
    if count > most or (name and not _ends_alike(written, meant)):
        return None
    swapped = Levenshtein.distance(written, meant) - count
    changed = [
        (written[step.src_pos], meant[step.dest_pos])
        for step in Levenshtein.editops(written, meant)
        if step.tag == "replace"
    ]
    may_be = _for_a_name if name else _for_a_word
    odd = sum(not may_be(*pair, len(meant)) for pair in changed) - 2 * swapped
    return None if odd > 0 else count


def _ends_alike(written: str, meant: str) -> bool:
    if written[0] != meant[0]:
        return False
    if len(meant) >= _SHORTEST_TWICE or sorted(written) == sorted(meant):
        return True
    longer = len(meant) > _SHORT or _undoubled(written) == _undoubled(meant)
    return written[-1] == meant[-1] and (longer or len(written) == len(meant))


def _undoubled(word: str) -> str:
    return "".join(letter for at, letter in enumerate(word) if letter != word[at - 1 : at])


def _for_a_name(one: str, other: str, length: int) -> bool:
    both_vowels = length >= _SHORTEST_TWICE and {one, other} <= _VOWELS
    return length > _SHORT and (frozenset((one, other)) in _ALIKE or both_vowels)


def _for_a_word(one: str, other: str, length: int) -> bool:
    return {one, other} <= _VOWELS or (length > _SHORT and frozenset((one, other)) in _ALIKE)
