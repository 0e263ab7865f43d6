"""The bot's own words about itself, in English and Dutch."""

from bot.bilingual import Bilingual, Words, both


class HelpingWords(Words):
    """One language's words; each stands on a line of its own, which a phone folds at about 42 characters."""

    heading = both("I answer questions from the news", "Ik beantwoord vragen uit het nieuws")
    what = both("A quotation with outlet, date and link.", "Een citaat met medium, datum en link.")
    for_example = both("For example:", "Bijvoorbeeld:")
    how = both(
        "**Ask:** `/ask`, mention me, reply, write in my thread, or *Ask about this*.",
        "**Vraag:** `/ask`, noem mij, reageer, schrijf in mijn thread, of *Vraag hierover*.",
    )
    how_without_mentions = both(
        "**Ask:** `/ask`, write in my thread, or *Ask about this*.",
        "**Vraag:** `/ask`, schrijf in mijn thread, of *Vraag hierover*.",
    )
    how_in_private = both(
        "**Ask:** write to me here, or use `/ask`.", "**Vraag:** schrijf me hier, of gebruik `/ask`."
    )
    moderators = both("**Moderators** choose what I read.", "**Moderatoren** kiezen wat ik lees.")
    how_to_moderate = both(
        "**Moderators:** `/corpus add`, `/corpus feed add`, `/newsdesk settings`.",
        "**Moderatoren:** `/corpus add`, `/corpus feed add`, `/newsdesk settings`.",
    )


HELPING = Bilingual(HelpingWords)


class EmptinessWords(Words):
    """One language's words."""

    empty = both("I have no articles yet.", "Ik heb nog geen artikelen.")
    moderators_fill = both(
        "This server's moderators add them.", "De moderatoren van deze server voegen ze toe."
    )
    fill = both(
        "Add the first with `/corpus add`: a link, a file, or a text that you paste. `/corpus feed add` follows a feed.",
        "Voeg het eerste toe met `/corpus add`: een link, een bestand, of een tekst die je plakt. `/corpus feed add` volgt een feed.",
    )
    nothing_shared = both(
        "No articles are shared with everyone: ask in a server that has its own.",
        "Er zijn geen artikelen met iedereen gedeeld: vraag het in een server die er zelf heeft.",
    )
    all_left_out = both(
        "The outlets of all articles are left out here: `/newsdesk settings` has the list.",
        "De media van alle artikelen zijn hier weggelaten: `/newsdesk settings` heeft de lijst.",
    )


EMPTINESS = Bilingual(EmptinessWords)
