"""The forms of made news: prose, lists, tables, live entries, interviews."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from corpus.article import Span
from retrieval.lab.training.reader.news_facts import Told, filled
from retrieval.lab.training.reader.news_values import drawn

FILLING = {
    "nl": (
        "De gemeente wil niet reageren.",
        "Meer details zijn er nog niet.",
        "Omwonenden reageren verdeeld.",
        "Dat schrijft de regionale omroep.",
        "Het onderzoek loopt nog.",
        "Volgende week volgt meer nieuws.",
        "De kwestie speelt al langer.",
        "De oppositie noemt het een slecht plan.",
        "Eerder ging het ook al mis.",
    ),
    "en": (
        "The council declined to comment.",
        "No further details were given.",
        "Neighbours are divided.",
        "The local broadcaster reported it first.",
        "The inquiry continues.",
        "More is expected next week.",
        "The matter has dragged on for years.",
        "The opposition calls it a bad plan.",
        "It is not the first time.",
    ),
}
_BEFORE = {
    "nl": ("Een jaar eerder was dat [v].", "Het jaar ervoor was dat nog [v].", "Vorig jaar was het [v]."),
    "en": ("A year earlier it was [v].", "The year before, that was still [v].", "Last year it was [v]."),
}
_PRONOUN = {"nl": ("Hij", "Zij"), "en": ("He", "She")}
_NAME = {"nl": "Naam", "en": "Name"}
_NOT_TOLD = "–"  # noqa: RUF001 - as tables are typeset
_FILLED = 0.35  # of sentences of prose are followed by one that tells nothing
_EARLIER = 0.3  # of what live entries tell was told before, with another value


@dataclass(slots=True)
class Page:
    """A passage while it is written: pieces that are read as sentences, and where what is told stands."""

    text: str = ""
    pieces: tuple[Span, ...] = ()
    stood: tuple[tuple[Told, int, Span], ...] = ()

    def piece(
        self, written: str, told: Told | None = None, value: Span | None = None, gap: str = " "
    ) -> None:
        """Add a piece; `value` is where in it the value of what is told stands."""
        start = len(self.text) + len(gap) if self.text else 0
        self.text = f"{self.text}{gap if self.text else ''}{written}"
        self.pieces = (*self.pieces, Span(start, start + len(written)))
        if told is not None and value is not None:
            moved = Span(start + value.start, start + value.end)
            self.stood = (*self.stood, (told, len(self.pieces) - 1, moved))


def _prose(page: Page, told: Sequence[Told], language: str, chance: random.Random) -> None:
    for one in told:
        written, value = one.sentence(language)
        page.piece(written, one, value)
        _before(page, one, language, chance)
        if chance.random() < _FILLED:
            page.piece(chance.choice(FILLING[language]))


def _before(page: Page, told: Told, language: str, chance: random.Random) -> None:
    """Say what was so a year earlier, where that is told."""
    if told.earlier is not None:
        written, value = filled(chance.choice(_BEFORE[language]), told.earlier.written(language))
        page.piece(written, replace(told, value=told.earlier, earlier=None), value)


def _short(page: Page, told: Sequence[Told], language: str, chance: random.Random) -> None:
    """Name a person once and say "he" of them from then on."""
    pronoun, before = chance.choice(_PRONOUN[language]), ""
    for one in told:
        written, value = one.sentence(language)
        if one.fact.of_a_person and one.name == before and written.startswith(one.name):
            shift = len(pronoun) - len(one.name)
            written, value = pronoun + written[len(one.name) :], Span(value.start + shift, value.end + shift)
        page.piece(written, one, value)
        _before(page, one, language, chance)
        before = one.name


def _bullets(page: Page, told: Sequence[Told], language: str, chance: random.Random) -> None:
    mark = chance.choice(["- ", "* ", "• "])
    for name in dict.fromkeys(one.name for one in told):
        page.piece(f"{name}:", gap="\n\n")
        for one in told:
            if one.name == name:
                label, value = one.fact.label.written(language), one.value.written(language)
                start = len(f"{mark}{label}: ")
                page.piece(f"{mark}{label}: {value}", one, Span(start, start + len(value)), "\n")


def _table(page: Page, told: Sequence[Told], language: str, chance: random.Random) -> None:
    """Write a row for each subject; what is not told of one stands there as a dash."""
    facts = list(dict.fromkeys(one.fact for one in told))
    page.piece(chance.choice(FILLING[language]))
    labels = [one.label.written(language) for one in facts]
    page.piece(f"| {' | '.join([_NAME[language], *labels])} |", gap="\n\n")
    for name in dict.fromkeys(one.name for one in told):
        row, stood = f"| {name} |", []
        for fact in facts:
            one = next((one for one in told if one.name == name and one.fact == fact), None)
            value = one.value.written(language) if one else _NOT_TOLD
            stood += [(one, Span(len(row) + 1, len(row) + 1 + len(value)))] if one else []
            row += f" {value} |"
        page.piece(row, gap="\n")
        start = page.pieces[-1].start
        page.stood += tuple(
            (one, len(page.pieces) - 1, Span(start + span.start, start + span.end)) for one, span in stood
        )


def _live(page: Page, told: Sequence[Told], language: str, chance: random.Random) -> None:
    """Write entries under their time; now and then one is given again later, with another value before it."""
    hour, minute = chance.randint(6, 12), chance.randint(0, 20)
    earlier = [
        replace(one, value=drawn(one.fact.value, chance)) for one in told if chance.random() < _EARLIER
    ]
    for one in [*earlier, *told]:
        minute += chance.randint(3, 39)
        at = f"{hour + minute // 60:02}.{minute % 60:02}"
        head = f"{at} uur – " if language == "nl" else f"{at}: "  # noqa: RUF001 - as entries are typeset
        written, value = one.sentence(language)
        page.piece(head + written, one, Span(value.start + len(head), value.end + len(head)), "\n\n")


def _interview(page: Page, told: Sequence[Told], language: str, chance: random.Random) -> None:
    """Write questions, each with its reply of a few words."""
    for one in told:
        page.piece(one.fact.asked(one.name, language, chance), gap="\n\n")
        value = one.value.written(language)
        page.piece(f"{value[:1].upper()}{value[1:]}.", one, Span(0, len(value)), "\n\n")


Form = Callable[[Page, Sequence[Told], str, random.Random], None]
RUNNING: tuple[Form, ...] = (_prose, _prose, _prose, _short)
FORMS: tuple[Form, ...] = (*RUNNING, _bullets, _table, _live, _interview)
