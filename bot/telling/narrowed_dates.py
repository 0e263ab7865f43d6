"""What is said of a question that the dates in it narrowed, in English and Dutch."""

from bot.bilingual import Bilingual, Words, both
from corpus.calendar_names import written
from corpus.dates import PartialDate
from retrieval.question.dates.narrowing import Narrowed


class _NarrowedWords(Words):
    """One language's words, with `{since}`, `{until}`, `{dates}` and `{words}`."""

    since = both("from {since} on", "vanaf {since}")
    until = both("up to and including {until}", "tot en met {until}")
    both_ends = both("from {since} up to and including {until}", "vanaf {since} tot en met {until}")
    within = both("of {since}", "van {since}")
    narrowed = both(
        "Only articles {dates} were used, because the question says {words}.",
        "Alleen artikelen {dates} zijn gebruikt, omdat in de vraag {words} staat.",
    )
    widened = both(
        "The question says {words}, but articles {dates} gave no answer: all were used.",
        "In de vraag staat {words}, maar artikelen {dates} gaven geen antwoord: alle zijn gebruikt.",
    )
    joined = both(" and ", " en ")


_NARROWED = Bilingual(_NarrowedWords)


def told(found: Narrowed, language: str | None) -> str:
    """Return the sentence that says which articles were used, and why; empty where nothing was narrowed."""
    if not found:
        return ""
    said = _NARROWED.of(language)
    words = said.joined.join(f"\u201c{one}\u201d" for one in found.words)
    sentence = said.widened if found.widened else said.narrowed
    return sentence.format(dates=_dates(found, said), words=words)


def _dates(found: Narrowed, said: _NarrowedWords) -> str:
    form = said.since if found.until is None else said.until if found.since is None else said.both_ends
    if found.since == found.until:
        form = said.within
    return form.format(since=_written(found.since, said.code), until=_written(found.until, said.code))


def _written(date: PartialDate | None, language: str) -> str:
    return written(date, language) if date else ""
