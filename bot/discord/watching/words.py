"""The bot's own words about watching questions, in English and Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.bilingual import Bilingual
from retrieval.curating.watching.difference import Difference


@dataclass(frozen=True, slots=True)
class WatchingWords:
    """One language's words; a pair is for one and for more, with `{count}`."""

    stop: str
    stop_numbered: str
    watching_here: str
    watching_privately: str
    told_until: str
    now: str
    nothing_now: str
    full: str
    stopped: str
    not_watched: str
    heading: str
    none: str
    listed: tuple[str, str]
    since: str
    told: str
    not_told: str
    place: str
    privately: str
    differences: Mapping[Difference, str]
    in_server: str
    the_question: str
    before: str
    no_answer: str
    not_shown: str


WATCHING = Bilingual(
    english=WatchingWords(
        stop="Stop watching",
        stop_numbered="Stop {number}",
        watching_here="I watch this for you: when an article changes the answer, I tell you here and mention you.",
        watching_privately="I watch this for you: when an article changes the answer, I tell you in a direct message.",
        told_until="Until {until}, at most once in six hours; `/watch list` shows all that you watch.",
        now="The answer now:",
        nothing_now="Nothing answers it now.",
        full="You watch {count} questions here already, and more is not possible: end one in `/watch list`.",
        stopped="You no longer watch this: {question}",
        not_watched="You do not watch this: `/watch list` shows what you watch.",
        heading="What you watch",
        none="You watch nothing here: press *Watch* under an answer, or use `/watch question`.",
        listed=("One question", "{count} questions"),
        since="Since {since}",
        told="told last {told}",
        not_told="nothing told yet",
        place="in {channel}",
        privately="in a direct message",
        differences={
            Difference.FIRST: "a question that you watch has an answer now.",
            Difference.NEWER: "a newer article gives another answer to a question that you watch.",
            Difference.OTHER: "an article gives another answer to a question that you watch.",
            Difference.CORRECTED: "what I quoted for a question that you watch has been **corrected**.",
            Difference.WITHDRAWN: "what I quoted for a question that you watch has been **withdrawn**.",
            Difference.LOST: "a question that you watch has no answer any more: its article is no longer here.",
        },
        in_server="In {server}",
        the_question="[Where you asked](<{link}>)",
        before="Before",
        no_answer="I found nothing that answered this.",
        not_shown="What I quoted before is not shown here any more.",
    ),
    dutch=WatchingWords(
        stop="Niet meer volgen",
        stop_numbered="Stop {number}",
        watching_here="Ik volg dit voor je: verandert een artikel het antwoord, dan meld ik het je hier, met een vermelding.",
        watching_privately="Ik volg dit voor je: verandert een artikel het antwoord, dan meld ik het je in een privébericht.",
        told_until="Tot {until}, hooguit eens in de zes uur; `/watch list` toont alles wat je volgt.",
        now="Het antwoord nu:",
        nothing_now="Nu beantwoordt niets dit.",
        full="Je volgt hier al {count} vragen, en meer kan niet: beëindig er een in `/watch list`.",
        stopped="Je volgt dit niet meer: {question}",
        not_watched="Je volgt dit niet: `/watch list` toont wat je volgt.",
        heading="Wat je volgt",
        none="Je volgt hier niets: druk op *Volgen* onder een antwoord, of gebruik `/watch question`.",
        listed=("Eén vraag", "{count} vragen"),
        since="Sinds {since}",
        told="laatst gemeld {told}",
        not_told="nog niets gemeld",
        place="in {channel}",
        privately="in een privébericht",
        differences={
            Difference.FIRST: "een vraag die je volgt heeft nu een antwoord.",
            Difference.NEWER: "een nieuwer artikel geeft een ander antwoord op een vraag die je volgt.",
            Difference.OTHER: "een artikel geeft een ander antwoord op een vraag die je volgt.",
            Difference.CORRECTED: "wat ik citeerde bij een vraag die je volgt is **gecorrigeerd**.",
            Difference.WITHDRAWN: "wat ik citeerde bij een vraag die je volgt is **ingetrokken**.",
            Difference.LOST: "een vraag die je volgt heeft geen antwoord meer: het artikel is er niet meer.",
        },
        in_server="In {server}",
        the_question="[Waar je het vroeg](<{link}>)",
        before="Eerder",
        no_answer="Ik vond niets dat dit beantwoordde.",
        not_shown="Wat ik eerder citeerde wordt hier niet meer getoond.",
    ),
)
