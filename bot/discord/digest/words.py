"""The bot's own words about digests, in English and Dutch."""

from bot.bilingual import Bilingual, Words, both, each
from corpus.catalogue.digests import Every


class DigestWords(Words):
    """One language's words; a pair is for one and for more, with `{count}`."""

    heading = both("News digest", "Nieuwsoverzicht")
    came_in = both(
        "**{articles} came in since {since}**, {stories}.", "**{articles} erbij sinds {since}**, {stories}."
    )
    articles = both(("One article", "{count} articles"), ("Eén artikel", "{count} artikelen"))
    stories = both(("one story", "{count} stories"), ("één verhaal", "{count} verhalen"))
    also_in = both("also in {outlets}", "ook in {outlets}")
    more = both(("one more", "{count} more"), ("nog één", "nog {count}"))
    left_out = both(
        (
            "And one more article: `/corpus list` shows all.",
            "And {count} more articles: `/corpus list` shows all.",
        ),
        (
            "En nog één artikel: `/corpus list` toont alles.",
            "En nog {count} artikelen: `/corpus list` toont alles.",
        ),
    )
    answered = both(
        "**Questions that waited and have an answer now**",
        "**Vragen die wachtten en nu een antwoord hebben**",
    )
    more_answered = both(
        (
            "And one more question: see `/corpus unanswered`.",
            "And {count} more questions: see `/corpus unanswered`.",
        ),
        ("En nog één vraag: zie `/corpus unanswered`.", "En nog {count} vragen: zie `/corpus unanswered`."),
    )
    not_asked = both(
        (
            "One question that waits was not asked again this time.",
            "{count} questions that wait were not asked again this time.",
        ),
        (
            "Eén wachtende vraag is deze keer niet opnieuw gesteld.",
            "{count} wachtende vragen zijn deze keer niet opnieuw gesteld.",
        ),
    )
    settings = both("Digest settings", "Instellingen van het overzicht")
    off = both(
        "No digest is posted. Choose a channel for it, and when it comes.",
        "Er wordt geen overzicht geplaatst. Kies er een kanaal voor, en wanneer het komt.",
    )
    next_one = both(
        "A digest of what comes in is posted in {channel}, the next {at}. Nothing is posted when nothing came in.",
        "In {channel} komt een overzicht van wat erbij komt, het volgende {at}. Komt er niets bij, dan komt er ook geen overzicht.",
    )
    nothing_yet = both(
        "Nothing has come in since {since}: now no digest would be posted.",
        "Er kwam niets bij sinds {since}: nu zou er geen overzicht komen.",
    )
    preview = both(
        "This is what a digest would say now; only you see it.",
        "Dit zou nu in het overzicht staan; alleen jij ziet het.",
    )
    show_now = both("Show now", "Nu tonen")
    choose_channel = both("Choose the channel", "Kies het kanaal")
    every = each(
        {
            Every.DAY: ("Every day", "Elke dag"),
            Every.WEEK: ("Every Monday", "Elke maandag"),
            Every.NEVER: ("Off", "Uit"),
        }
    )
    hour = both("at {hour}:00", "om {hour}:00")
    zone = both(
        "The hours are those of {zone}: choose another with the option of `/digest`.",
        "De uren zijn die van {zone}: kies een andere met de optie van `/digest`.",
    )
    unknown_zone = both(
        "“{written}” is no time zone that I know: write one such as `Europe/Amsterdam`.{nearest}",
        "“{written}” is geen tijdzone die ik ken: schrijf er een zoals `Europe/Amsterdam`.{nearest}",
    )
    nearest_zones = both(" Did you mean {zones}?", " Bedoel je {zones}?")
    cannot_post = both(
        "I cannot post in {channel}: give me *View Channel*, *Send Messages*, *Embed Links* and *Read Message History* there, or choose another channel.",
        "Ik kan niet schrijven in {channel}: geef me daar *Kanaal bekijken*, *Berichten versturen*, *Links insluiten* en *Berichtgeschiedenis lezen*, of kies een ander kanaal.",
    )
    explained = both(
        "What came in by story, each with its link, and the questions that it answers.",
        "Wat erbij kwam per verhaal, elk met zijn link, en de vragen die daarmee beantwoord zijn.",
    )
    complaint = both(
        "I cannot post the digest in {channel}: give me *View Channel*, *Send Messages*, *Embed Links* and *Read Message History* there, or choose another channel with `/digest`. It comes as soon as I can.",
        "Ik kan het nieuwsoverzicht niet plaatsen in {channel}: geef me daar *Kanaal bekijken*, *Berichten versturen*, *Links insluiten* en *Berichtgeschiedenis lezen*, of kies een ander kanaal met `/digest`. Het komt zodra het kan.",
    )


DIGEST = Bilingual(DigestWords)
