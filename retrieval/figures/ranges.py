"""Reading the two ends of a range or a pair, of which either may say what both are counted in."""

from collections.abc import Sequence
from decimal import Decimal

from retrieval.figures.figure import Unit
from retrieval.figures.numbers import Number
from retrieval.figures.quantities import Read, quantity
from retrieval.figures.token import HYPHENS, Token
from retrieval.figures.vocabulary import Vocabulary

_ROUND = (Decimal(1000), Decimal(100))


def quantities(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> list[Read]:
    """Return the quantity at a token; two of them where it opens a range or a pair that shares a unit."""
    first = quantity(tokens, at, vocabulary)
    if first is None:
        return []
    cut = _is_cut(tokens, first.stop)
    link_at = first.stop + cut
    link = tokens[link_at].word
    ranged = link in vocabulary.links or (
        link in vocabulary.pairs and (cut or _between(tokens, first.start, vocabulary))
    )
    if not ranged and link not in vocabulary.pairs:
        return [first]
    second = quantity(tokens, link_at + 1, vocabulary)
    if second is None or second.number.one:
        return [first]
    return _shared(_in_round_numbers(first, second, tokens) if ranged else first, second, ranged=ranged)


def _is_cut(tokens: Sequence[Token], at: int) -> bool:
    """Tell the hyphen that stands for the rest of a word: `vijf- tot zesduizend`."""
    return tokens[at].text in HYPHENS and tokens[at].tight and tokens[at + 1].sort == "word"


def _in_round_numbers(first: Read, second: Read, tokens: Sequence[Token]) -> Read:
    """Read `twee tot driehonderd` as from 200 on: in words the last number says what both count."""
    spelled = tokens[first.start].sort == "word" and tokens[second.start].sort == "word"
    if not spelled or first.unit or first.number.scale > 1:
        return first
    last = second.number
    size = next((size for size in _ROUND if last.mantissa % size == 0), None)
    if size is None or not first.value < last.mantissa / size < _ROUND[0]:
        return first
    return first._replace(number=first.number._replace(scale=size * last.scale, one=None))


def _shared(first: Read, second: Read, *, ranged: bool) -> list[Read]:
    """Give each end of a range what only the other says: `5 to 7 million`, `€5-7m`, `5 en 7 procent`."""
    if first.unit is None and (second.unit or ranged):
        return [_as(first, second.unit, second.number if ranged else None), second]
    if first.signed and ranged and second.unit is None:
        return [_as(first, first.unit, second.number), _as(second, first.unit, None)]
    # The second figure is found again where its own begins.
    return [first]


def _as(read: Read, unit: Unit | None, scaled: Number | None) -> Read:
    found = read.number
    if scaled and found.scale == 1 and found.mantissa < scaled.mantissa:
        found = found._replace(scale=scaled.scale)
    return read._replace(number=found._replace(one=None), unit=unit)


def _between(tokens: Sequence[Token], start: int, vocabulary: Vocabulary) -> bool:
    before = start - 1
    if before > 0 and tokens[before].word in vocabulary.fillers:
        before -= 1
    return before >= 0 and tokens[before].word in vocabulary.between
