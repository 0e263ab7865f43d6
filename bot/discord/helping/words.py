"""The bot's own words about itself, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass

from bot.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class HelpingWords:
    """One language's words; each stands on a line of its own, which a phone folds at about 42 characters."""

    heading: str
    what: str
    for_example: str
    how: str
    how_without_mentions: str
    how_in_private: str
    moderators: str
    how_to_moderate: str


HELPING = Bilingual(
    english=HelpingWords(
        heading="I answer questions from the news",
        what="A quotation with outlet, date and link.",
        for_example="For example:",
        how="**Ask:** `/ask`, mention me, reply, write in my thread, or *Ask about this*.",
        how_without_mentions="**Ask:** `/ask`, write in my thread, or *Ask about this*.",
        how_in_private="**Ask:** write to me here, or use `/ask`.",
        moderators="**Moderators** choose what I read.",
        how_to_moderate="**Moderators:** `/corpus add`, `/corpus feed add`, `/newsdesk settings`.",
    ),
    dutch=HelpingWords(
        heading="Ik beantwoord vragen uit het nieuws",
        what="Een citaat met medium, datum en link.",
        for_example="Bijvoorbeeld:",
        how="**Vraag:** `/ask`, noem mij, reageer, schrijf in mijn thread, of *Vraag hierover*.",
        how_without_mentions="**Vraag:** `/ask`, schrijf in mijn thread, of *Vraag hierover*.",
        how_in_private="**Vraag:** schrijf me hier, of gebruik `/ask`.",
        moderators="**Moderatoren** kiezen wat ik lees.",
        how_to_moderate="**Moderatoren:** `/corpus add`, `/corpus feed add`, `/newsdesk settings`.",
    ),
)


@dataclass(frozen=True, slots=True)
class EmptinessWords:
    """One language's words."""

    empty: str
    moderators_fill: str
    fill: str
    nothing_shared: str
    all_left_out: str


EMPTINESS = Bilingual(
    english=EmptinessWords(
        empty="I have no articles yet.",
        moderators_fill="This server's moderators add them.",
        fill="Add the first with `/corpus add`: a link, a file, or a text that you paste. `/corpus feed add` follows a feed.",
        nothing_shared="No articles are shared with everyone: ask in a server that has its own.",
        all_left_out="The outlets of all articles are left out here: `/newsdesk settings` has the list.",
    ),
    dutch=EmptinessWords(
        empty="Ik heb nog geen artikelen.",
        moderators_fill="De moderatoren van deze server voegen ze toe.",
        fill="Voeg het eerste toe met `/corpus add`: een link, een bestand, of een tekst die je plakt. `/corpus feed add` volgt een feed.",
        nothing_shared="Er zijn geen artikelen met iedereen gedeeld: vraag het in een server die er zelf heeft.",
        all_left_out="De media van alle artikelen zijn hier weggelaten: `/newsdesk settings` heeft de lijst.",
    ),
)
