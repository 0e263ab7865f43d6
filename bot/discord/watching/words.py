"""The bot's own words about watching questions, in English and Dutch."""

from bot.bilingual import Bilingual, Words, both, each
from retrieval.curating.watching.difference import Difference


class WatchingWords(Words):
    """One language's words; a pair is for one and for more, with `{count}`."""

    stop = both("Stop watching", "Niet meer volgen")
    stop_numbered = both("Stop {number}", "Stop {number}")
    watching_here = both(
        "I watch this for you: when an article changes the answer, I tell you here and mention you.",
        "Ik volg dit voor je: verandert een artikel het antwoord, dan meld ik het je hier, met een vermelding.",
    )
    watching_privately = both(
        "I watch this for you: when an article changes the answer, I tell you in a direct message.",
        "Ik volg dit voor je: verandert een artikel het antwoord, dan meld ik het je in een privébericht.",
    )
    told_until = both(
        "Until {until}, at most once in six hours; `/watch list` shows all that you watch.",
        "Tot {until}, hooguit eens in de zes uur; `/watch list` toont alles wat je volgt.",
    )
    now = both("The answer now:", "Het antwoord nu:")
    nothing_now = both("Nothing answers it now.", "Nu beantwoordt niets dit.")
    full = both(
        "You watch {count} questions here already, and more is not possible: end one in `/watch list`.",
        "Je volgt hier al {count} vragen, en meer kan niet: beëindig er een in `/watch list`.",
    )
    stopped = both("You no longer watch this: {question}", "Je volgt dit niet meer: {question}")
    not_watched = both(
        "You do not watch this: `/watch list` shows what you watch.",
        "Je volgt dit niet: `/watch list` toont wat je volgt.",
    )
    heading = both("What you watch", "Wat je volgt")
    none = both(
        "You watch nothing here: press *Watch* under an answer, or use `/watch question`.",
        "Je volgt hier niets: druk op *Volgen* onder een antwoord, of gebruik `/watch question`.",
    )
    listed = both(("One question", "{count} questions"), ("Eén vraag", "{count} vragen"))
    since = both("Since {since}", "Sinds {since}")
    told = both("told last {told}", "laatst gemeld {told}")
    not_told = both("nothing told yet", "nog niets gemeld")
    place = both("in {channel}", "in {channel}")
    privately = both("in a direct message", "in een privébericht")
    differences = each(
        {
            Difference.FIRST: (
                "a question that you watch has an answer now.",
                "een vraag die je volgt heeft nu een antwoord.",
            ),
            Difference.NEWER: (
                "a newer article gives another answer to a question that you watch.",
                "een nieuwer artikel geeft een ander antwoord op een vraag die je volgt.",
            ),
            Difference.OTHER: (
                "an article gives another answer to a question that you watch.",
                "een artikel geeft een ander antwoord op een vraag die je volgt.",
            ),
            Difference.CORRECTED: (
                "what I quoted for a question that you watch has been **corrected**.",
                "wat ik citeerde bij een vraag die je volgt is **gecorrigeerd**.",
            ),
            Difference.WITHDRAWN: (
                "what I quoted for a question that you watch has been **withdrawn**.",
                "wat ik citeerde bij een vraag die je volgt is **ingetrokken**.",
            ),
            Difference.LOST: (
                "a question that you watch has no answer any more: its article is no longer here.",
                "een vraag die je volgt heeft geen antwoord meer: het artikel is er niet meer.",
            ),
        }
    )
    in_server = both("In {server}", "In {server}")
    the_question = both("[Where you asked](<{link}>)", "[Waar je het vroeg](<{link}>)")
    before = both("Before", "Eerder")
    no_answer = both("I found nothing that answered this.", "Ik vond niets dat dit beantwoordde.")
    not_shown = both(
        "What I quoted before is not shown here any more.",
        "Wat ik eerder citeerde wordt hier niet meer getoond.",
    )


WATCHING = Bilingual(WatchingWords)
