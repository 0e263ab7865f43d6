"""Words as the teacher's tokenizer sees them: lower case, no accents, punctuation apart."""

from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

_NORMALIZER = BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True)
_PRE_TOKENIZER = BertPreTokenizer()


def folded(text: str) -> str:
    """Lower-case a text and strip its accents, as the teacher does before it looks for pieces."""
    return str(_NORMALIZER.normalize_str(text))


def words(text: str) -> list[str]:
    """Split a text into folded words and punctuation marks."""
    return [word for word, _ in _PRE_TOKENIZER.pre_tokenize_str(folded(text))]
