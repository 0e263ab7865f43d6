"""What is said of the words and names of a question that were read as others, in English and Dutch."""

from collections.abc import Iterator, Sequence

from bot.bilingual import Bilingual, Words, both, each
from retrieval.question.names.readings import Cause, Reading


class _ReadingWords(Words):
    """One language's words, with `{written}`, `{names}` and `{outlet}`."""

    read = both("“{written}” is read as {names}.", "“{written}” is gelezen als {names}.")
    either = both(" or ", " of ")
    why = each(
        {
            Cause.SPELLING: ("", ""),
            Cause.STATED: (
                ", as an article writes it in full and in short",
                ", zoals een artikel het voluit en afgekort schrijft",
            ),
            Cause.INITIALS: (", by its initials", ", naar de beginletters"),
        }
    )
    published = both(", as {outlet} writes it", ", zoals {outlet} het schrijft")


_READINGS = Bilingual(_ReadingWords)


def told(readings: Sequence[Reading], language: str | None) -> str:
    """Return a sentence for each word or name that was read as others; empty where none was."""
    return " ".join(_sentences(readings, _READINGS.of(language)))


def _sentences(readings: Sequence[Reading], said: _ReadingWords) -> Iterator[str]:
    for written in dict.fromkeys(one.written for one in readings):
        names = said.either.join(_named(one, said) for one in readings if one.written == written)
        yield said.read.format(written=written, names=names)


def _named(one: Reading, said: _ReadingWords) -> str:
    why = said.published.format(outlet=one.outlet) if one.outlet else said.why[one.cause]
    return f"“{one.read_as}”{why}"
