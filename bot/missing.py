"""What a server has yet to set or allow before everything works there, in English and Dutch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.bilingual import Bilingual, Words, both
from bot.invitation import PERMISSIONS


@dataclass(frozen=True, slots=True)
class Equipment:
    """What is there. `reads_messages` is None where it is not known; `lacks` are permissions by name."""

    articles: bool
    feeds: bool
    moderator_role: bool
    moderators_channel: bool
    reads_messages: bool | None
    lacks: Sequence[str]


class _Words(Words):
    """One language's sentences."""

    articles = both(
        "No articles: add some with `/corpus add`.", "Geen artikelen: voeg ze toe met `/corpus add`."
    )
    feeds = both(
        "No feeds: follow one with `/corpus feed add`.", "Geen feeds: volg er een met `/corpus feed add`."
    )
    role = both(
        "No moderators' role: only who may manage the server adds articles.",
        "Geen moderatorrol: alleen wie de server mag beheren voegt artikelen toe.",
    )
    channel = both(
        "No moderators' channel: finds and missed articles are told nowhere.",
        "Geen moderatorkanaal: vondsten en gemiste artikelen worden nergens gemeld.",
    )
    intent = both(
        "No Message Content intent: in threads I read what mentions me. My operator can allow it.",
        "Geen Message Content-intent: in threads lees ik wat mij noemt. Mijn beheerder kan het geven.",
    )
    permissions = both("Permissions that I lack: {names}.", "Rechten die ik mis: {names}.")


_WORDS = Bilingual(_Words)


def lacking(permissions: int) -> tuple[str, ...]:
    """Return the names of the permissions that the bot asks for and that these bits do not hold."""
    return tuple(name for name, bit in PERMISSIONS.items() if not permissions & bit)


def missing(equipment: Equipment, language: str) -> list[str]:
    """Return a sentence for each thing that is missing, the most needed first."""
    return list(_missing(equipment, _WORDS.of(language)))


def _missing(equipment: Equipment, words: _Words) -> Iterator[str]:
    if equipment.lacks:
        yield words.permissions.format(names=", ".join(equipment.lacks))
    there = {
        words.articles: equipment.articles,
        words.feeds: equipment.feeds,
        words.role: equipment.moderator_role,
        words.channel: equipment.moderators_channel,
        words.intent: equipment.reads_messages is not False,
    }
    yield from (sentence for sentence, is_there in there.items() if not is_there)
