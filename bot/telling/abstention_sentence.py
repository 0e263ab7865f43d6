"""What an abstention says: that nothing answers, which names no article has, which languages are read."""

from collections.abc import Sequence

from bot.bilingual import Bilingual, Words, both


class _AbstentionWords(Words):
    """One language's words, with `{names}`."""

    nothing = both(
        "I do not know: no article that I have answers this.", "Ik vond niets dat dit beantwoordt."
    )
    unknown = both(
        "I do not know: no article that I found mentions {names}.",
        "Ik vond niets dat dit beantwoordt. Geen artikel dat ik vond noemt {names}.",
    )
    either = both(" or ", " of ")
    unread = both(
        "I read questions in Dutch and English, and this seems to be neither: please ask in one of them.",
        "Ik lees vragen in het Nederlands en het Engels, en dit lijkt geen van beide. "
        "Stel je vraag in een ervan.",
    )


_ABSTENTION = Bilingual(_AbstentionWords)


def abstention(unknown: Sequence[str], unread: str | None, language: str = "en") -> str:
    """Return the sentence of an abstention; in English it is that of programs, and is remembered.

    Args:
        unknown: names of the question that no article mentions.
        unread: the language of the question, where questions are not read in it.
        language: that of the sentence.
    """
    words = _ABSTENTION.of(language)
    if unread:
        return words.unread
    return words.unknown.format(names=words.either.join(unknown)) if unknown else words.nothing
