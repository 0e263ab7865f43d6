"""The words with which the bot greets a server, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass

from bot.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class GreetingWords:
    """One language's words."""

    hello: str
    first_steps: str
    thanks_for_inviting: str
    in_your_server: str
    add: str
    settings: str
    help: str


GREETING = Bilingual(
    english=GreetingWords(
        hello="Hello! I answer questions from news articles that you choose, with a quotation, its outlet, date and link.",
        first_steps="Add an article, and ask with `/ask`.",
        thanks_for_inviting="Thank you for inviting me to {guild}. I may not write in its system channel, so I tell you here.",
        in_your_server="There, moderators add the first article with `/corpus add`, `/newsdesk settings` has the settings, and everybody asks with `/ask`.",
        add="Add your first article",
        settings="Settings",
        help="/help",
    ),
    dutch=GreetingWords(
        hello="Hallo! Ik beantwoord vragen uit nieuwsartikelen die jullie kiezen, met een citaat, het medium, de datum en een link.",
        first_steps="Voeg een artikel toe, en vraag met `/ask`.",
        thanks_for_inviting="Bedankt voor de uitnodiging in {guild}. In het systeemkanaal daar mag ik niet schrijven; daarom meld ik me hier.",
        in_your_server="Daar voegen moderatoren het eerste artikel toe met `/corpus add`, staan de instellingen in `/newsdesk settings`, en vraagt iedereen met `/ask`.",
        add="Voeg je eerste artikel toe",
        settings="Instellingen",
        help="/help",
    ),
)
