"""The words with which the bot greets a server, in English and Dutch."""

from bot.bilingual import Bilingual, Words, both


class GreetingWords(Words):
    """One language's words."""

    hello = both(
        "Hello! I answer questions from news articles that you choose, with a quotation, its outlet, date and link.",
        "Hallo! Ik beantwoord vragen uit nieuwsartikelen die jullie kiezen, met een citaat, het medium, de datum en een link.",
    )
    first_steps = both("Add an article, and ask with `/ask`.", "Voeg een artikel toe, en vraag met `/ask`.")
    thanks_for_inviting = both(
        "Thank you for inviting me to {guild}. I may not write in its system channel, so I tell you here.",
        "Bedankt voor de uitnodiging in {guild}. In het systeemkanaal daar mag ik niet schrijven; daarom meld ik me hier.",
    )
    in_your_server = both(
        "There, moderators add the first article with `/corpus add`, `/newsdesk settings` has the settings, and everybody asks with `/ask`.",
        "Daar voegen moderatoren het eerste artikel toe met `/corpus add`, staan de instellingen in `/newsdesk settings`, en vraagt iedereen met `/ask`.",
    )
    add = both("Add your first article", "Voeg je eerste artikel toe")
    settings = both("Settings", "Instellingen")
    help = both("/help", "/help")


GREETING = Bilingual(GreetingWords)
