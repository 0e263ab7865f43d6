"""Where an article says that what it has just told is false: a claim is not shown without that."""

import re

from corpus.article import Article, Span
from corpus.sentences import sentences

# What people say of a claim, in either language; the verbs and adjectives are those of fact checks at large.
_CLAIM = (
    r"claims?|stor(?:y|ies)|reports?|rumou?rs?|posts?|messages?|videos?|photos?|images?|quotes?|statements?"
    r"|berichten?|bewering(?:en)?|verha(?:al|len)|geruchten?|filmpjes?|foto(?:'s)?|brie(?:f|ven)"
)
_POINTING = r"that|this|it|dat|dit|het|er"
_FALSE = (
    r"(?:is|are|was|were)\s(?:\w+\s)?(?:false|untrue|not true|not correct|incorrect|fake|fabricated|made up"
    r"|a hoax|misleading|baseless|debunked)"
    r"|(?:is|zijn|was|waren)\s(?:\w+\s)?(?:niet waar|onwaar|onjuist|niet juist|nep|verzonnen|misleidend|vals)"
    r"|klop(?:t|pen|te|ten)\s(?:\w+\s)?(?:niet|niets van)"
)
_REFUTED = re.compile(
    rf"\b(?:(?:{_CLAIM})\b[^.!?]{{0,120}}?|(?:{_POINTING})\s(?:\w+\s){{0,3}}?)\b(?:{_FALSE})\b", re.IGNORECASE
)
# What no refutation lacks. Nothing is asked of what follows: the surroundings of a claim end within a word.
_SAYS_FALSE = re.compile(rf"\b(?:{_FALSE})", re.IGNORECASE)
_SOON = 3  # sentences after a claim within which its refutation is looked for
_FAR = 1200  # characters that hold them


def may_be_refuted(article: Article, passage: Span) -> bool:
    """Tell whether a claim in a passage can have a refutation: one look instead of one for each piece."""
    return _SAYS_FALSE.search(article.draft.text, passage.start, passage.end + _FAR) is not None


def refutation(article: Article, claim: Span) -> Span | None:
    """Return the sentence that says a claim is false, its own or one soon after; None where none does."""
    text, language = article.draft.text, article.draft.language
    if _REFUTED.search(claim.of(text)):
        return claim
    behind = text[claim.end : claim.end + _FAR]
    # Few articles refute anything: sentences are parted for those.
    following = sentences(behind, language)[:_SOON] if _REFUTED.search(behind) else []
    found = (Span(claim.end + one.start, claim.end + one.end) for one in following)
    return next((one for one in found if _REFUTED.search(one.of(text))), None)
