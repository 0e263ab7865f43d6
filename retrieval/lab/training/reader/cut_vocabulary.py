"""The reader's vocabulary: the pieces of the base that its languages use, and a tokenizer of them.

Rows of the word table are taken over as they are, in four bits, and stay frozen, so that other models on
the same base can share the table.
"""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers
from tokenizers.models import Unigram
from tokenizers.processors import TemplateProcessing

from retrieval.lab.training.reader.base import Base

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
_SCRIPTS = ("LATIN", "CYRILLIC")
_SPACE = "\u2581"


def tokenizer_of(base: Base, kept: Sequence[int]) -> Tokenizer:
    """Return the tokenizer of the pieces whose ids in the base are `kept`; its own ids are the places there.

    Texts are written NFKC, blanks become one, a word begins with a metaspace; `<s> text </s>`, and of two
    `<s> first </s></s> second </s>`.
    """
    listed = [(base.pieces[piece], float(base.scores[piece])) for piece in kept]
    tokenizer = Tokenizer(Unigram(listed, unk_id=SPECIAL.index("<unk>"), byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=True)
    tokenizer.post_processor = TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[(name, SPECIAL.index(name)) for name in ("<s>", "</s>")],
    )
    return tokenizer


def counted(base: Base, texts: Iterable[str]) -> Counter[int]:
    """Count how often each piece of the base stands in `texts`."""
    whole = tokenizer_of(base, range(len(base.pieces)))
    seen: Counter[int] = Counter()
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if len(batch) == 4096:  # noqa: PLR2004 - bounds the memory, nothing else
            _count(whole, batch, seen)
            batch = []
    _count(whole, batch, seen)
    return seen


def chosen(base: Base, seen: Counter[int], size: int) -> list[int]:
    """Choose `size` pieces: the special ones, single letters and signs, then those seen most.

    Where pieces were seen equally often, those the base thinks likelier come first: it lists its pieces so.
    """
    needed = [piece for piece, text in enumerate(base.pieces) if _single(text) and seen[piece]]
    spoken = [piece for piece, text in enumerate(base.pieces) if _readable(text)]
    order = sorted(spoken, key=lambda piece: (-seen[piece], piece))
    kept = list(dict.fromkeys([*range(len(SPECIAL)), *needed, *_alphabet(base), *order]))
    return [*range(len(SPECIAL)), *sorted(kept[len(SPECIAL) : size])]


def _count(tokenizer: Tokenizer, texts: list[str], seen: Counter[int]) -> None:
    for encoded in tokenizer.encode_batch(texts, add_special_tokens=False):
        seen.update(encoded.ids)


def _single(piece: str) -> bool:
    return len(piece.removeprefix(_SPACE)) <= 1


def _alphabet(base: Base) -> list[int]:
    return [piece for piece, text in enumerate(base.pieces) if _single(text) and _readable(text)]


def _readable(piece: str) -> bool:
    """Tell whether a piece has no letter of another script than those the languages are written in."""
    return all(not char.isalpha() or unicodedata.name(char, "").startswith(_SCRIPTS) for char in piece)


def saved(tokenizer: Tokenizer) -> str:
    """Return what to write as `tokenizer.json`, without white space."""
    return json.dumps(json.loads(tokenizer.to_str()), ensure_ascii=False, separators=(",", ":"))
