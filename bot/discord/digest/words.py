"""The bot's own words about digests, in English and Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.bilingual import Bilingual
from corpus.catalogue.digests import Every


@dataclass(frozen=True, slots=True)
class DigestWords:
    """One language's words; a pair is for one and for more, with `{count}`."""

    heading: str
    came_in: str
    articles: tuple[str, str]
    stories: tuple[str, str]
    also_in: str
    more: tuple[str, str]
    left_out: tuple[str, str]
    answered: str
    more_answered: tuple[str, str]
    not_asked: tuple[str, str]
    settings: str
    off: str
    next_one: str
    nothing_yet: str
    preview: str
    show_now: str
    choose_channel: str
    every: Mapping[Every, str]
    hour: str
    zone: str
    unknown_zone: str
    nearest_zones: str
    cannot_post: str
    explained: str
    complaint: str


DIGEST = Bilingual(
    english=DigestWords(
        heading="News digest",
        came_in="**{articles} came in since {since}**, {stories}.",
        articles=("One article", "{count} articles"),
        stories=("one story", "{count} stories"),
        also_in="also in {outlets}",
        more=("one more", "{count} more"),
        left_out=(
            "And one more article: `/corpus list` shows all.",
            "And {count} more articles: `/corpus list` shows all.",
        ),
        answered="**Questions that waited and have an answer now**",
        more_answered=(
            "And one more question: see `/corpus unanswered`.",
            "And {count} more questions: see `/corpus unanswered`.",
        ),
        not_asked=(
            "One question that waits was not asked again this time.",
            "{count} questions that wait were not asked again this time.",
        ),
        settings="Digest settings",
        off="No digest is posted. Choose a channel for it, and when it comes.",
        next_one="A digest of what comes in is posted in {channel}, the next {at}. Nothing is posted when nothing came in.",
        nothing_yet="Nothing has come in since {since}: now no digest would be posted.",
        preview="This is what a digest would say now; only you see it.",
        show_now="Show now",
        choose_channel="Choose the channel",
        every={Every.DAY: "Every day", Every.WEEK: "Every Monday", Every.NEVER: "Off"},
        hour="at {hour}:00",
        zone="The hours are those of {zone}: choose another with the option of `/digest`.",
        unknown_zone="“{written}” is no time zone that I know: write one such as `Europe/Amsterdam`.{nearest}",
        nearest_zones=" Did you mean {zones}?",
        cannot_post="I cannot post in {channel}: give me *View Channel*, *Send Messages*, *Embed Links* and *Read Message History* there, or choose another channel.",
        explained="What came in by story, each with its link, and the questions that it answers.",
        complaint="I cannot post the digest in {channel}: give me *View Channel*, *Send Messages*, *Embed Links* and *Read Message History* there, or choose another channel with `/digest`. It comes as soon as I can.",
    ),
    dutch=DigestWords(
        heading="Nieuwsoverzicht",
        came_in="**{articles} erbij sinds {since}**, {stories}.",
        articles=("Eén artikel", "{count} artikelen"),
        stories=("één verhaal", "{count} verhalen"),
        also_in="ook in {outlets}",
        more=("nog één", "nog {count}"),
        left_out=(
            "En nog één artikel: `/corpus list` toont alles.",
            "En nog {count} artikelen: `/corpus list` toont alles.",
        ),
        answered="**Vragen die wachtten en nu een antwoord hebben**",
        more_answered=(
            "En nog één vraag: zie `/corpus unanswered`.",
            "En nog {count} vragen: zie `/corpus unanswered`.",
        ),
        not_asked=(
            "Eén wachtende vraag is deze keer niet opnieuw gesteld.",
            "{count} wachtende vragen zijn deze keer niet opnieuw gesteld.",
        ),
        settings="Instellingen van het overzicht",
        off="Er wordt geen overzicht geplaatst. Kies er een kanaal voor, en wanneer het komt.",
        next_one="In {channel} komt een overzicht van wat erbij komt, het volgende {at}. Komt er niets bij, dan komt er ook geen overzicht.",
        nothing_yet="Er kwam niets bij sinds {since}: nu zou er geen overzicht komen.",
        preview="Dit zou nu in het overzicht staan; alleen jij ziet het.",
        show_now="Nu tonen",
        choose_channel="Kies het kanaal",
        every={Every.DAY: "Elke dag", Every.WEEK: "Elke maandag", Every.NEVER: "Uit"},
        hour="om {hour}:00",
        zone="De uren zijn die van {zone}: kies een andere met de optie van `/digest`.",
        unknown_zone="“{written}” is geen tijdzone die ik ken: schrijf er een zoals `Europe/Amsterdam`.{nearest}",
        nearest_zones=" Bedoel je {zones}?",
        cannot_post="Ik kan niet schrijven in {channel}: geef me daar *Kanaal bekijken*, *Berichten versturen*, *Links insluiten* en *Berichtgeschiedenis lezen*, of kies een ander kanaal.",
        explained="Wat erbij kwam per verhaal, elk met zijn link, en de vragen die daarmee beantwoord zijn.",
        complaint="Ik kan het nieuwsoverzicht niet plaatsen in {channel}: geef me daar *Kanaal bekijken*, *Berichten versturen*, *Links insluiten* en *Berichtgeschiedenis lezen*, of kies een ander kanaal met `/digest`. Het komt zodra het kan.",
    ),
)
