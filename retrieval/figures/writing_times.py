"""Writing times of day."""

from retrieval.figures.dutch import DUTCH
from retrieval.figures.spoken_times import HALF_DAY
from retrieval.figures.vocabulary import Vocabulary

_NOON = 12 * 60


def time(minutes: int, of: str | None, vocabulary: Vocabulary) -> str:
    """Return a time as `20.30 uur` or `8.30pm`; `half negen` or `8:30` where it is of either half day."""
    hour, minute = divmod(minutes, 60)
    if vocabulary is DUTCH and minutes == 0 and of != HALF_DAY:
        return "middernacht"
    if vocabulary is DUTCH:
        return _spoken(hour, minute) if of == HALF_DAY else f"{hour}.{minute:02} uur"
    if of == HALF_DAY:
        return f"{hour or 12}:{minute:02}" if minute else f"{hour or 12} o'clock"
    return _english(minutes)


def _english(minutes: int) -> str:
    if minutes % _NOON == 0:
        return "noon" if minutes == _NOON else "midnight"
    hour, minute = divmod(minutes % _NOON, 60)
    told = f"{hour or 12}.{minute:02}" if minute else str(hour)
    return told + ("pm" if minutes >= _NOON else "am")


def _spoken(hour: int, minute: int) -> str:
    """Return a time in Dutch words, which do not say whether it is morning or evening."""
    names = {int(n): word for word, n in reversed(list(DUTCH.numerals.items())) if n in range(2, 13)} | {
        1: "een"
    }
    this, following = names[hour % 12 or 12], names[hour % 12 + 1]
    spoken = {15: f"kwart over {this}", 30: f"half {following}", 45: f"kwart voor {following}"}
    return spoken.get(minute, f"{hour or 12}.{minute:02} uur")
