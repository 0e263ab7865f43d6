"""The bot's own words about asking, in English and Dutch."""

from bot.bilingual import Bilingual, Words, both


class AskingWords(Words):
    """One language's words; a pair is for one and for more, with `{count}`."""

    not_a_date = both(
        "“{written}” is not a date I can read: write one as “yesterday”, “last week”, “5 March 2026”, 05-03-2026 or 2023-09.",
        "“{written}” kan ik niet als datum lezen: schrijf bijvoorbeeld “gisteren”, “vorige week”, “5 maart 2026”, 05-03-2026 of 2023-09.",
    )
    dates_swapped = both(
        "No article can be both since {since} and until {until}: swap the two dates.",
        "Geen artikel is zowel van sinds {since} als van tot {until}: draai de twee datums om.",
    )
    queued = both(
        ("One question is before yours.", "{count} questions are before yours."),
        ("Er is één vraag voor de jouwe.", "Er zijn {count} vragen voor de jouwe."),
    )
    passages = both("Passages", "Passages")
    nearest = both("Nearest passages", "Dichtstbijzijnde passages")
    helpful = both("Helpful", "Nuttig")
    not_helpful = both("Not helpful", "Niet nuttig")
    follow_up = both("Follow up", "Doorvragen")
    tell = both("Tell the moderators", "Meld het de moderatoren")
    thanks = both(
        "Thanks: I have noted that this answer helped you. If you change your mind, press *Not helpful*.",
        "Dank je: ik heb genoteerd dat dit antwoord je hielp. Bedenk je je, druk dan op *Niet nuttig*.",
    )
    what_was_wrong = both("Not helpful", "Niet nuttig")
    what_was_wrong_label = both("What was wrong?", "Wat klopte er niet?")
    what_was_wrong_hint = both(
        "Leave it empty if you would rather not say.", "Laat het leeg als je het liever niet zegt."
    )
    noted = both(
        "Thanks: I have noted that this answer did not help you. If you change your mind, press *Helpful*.",
        "Dank je: ik heb genoteerd dat dit antwoord je niet hielp. Bedenk je je, druk dan op *Nuttig*.",
    )
    noted_for_moderators = both(
        "Thanks: I have noted that this answer did not help you, and the moderators see it. If you change your mind, press *Helpful*.",
        "Dank je: ik heb genoteerd dat dit antwoord je niet hielp, en de moderatoren zien het. Bedenk je je, druk dan op *Nuttig*.",
    )
    told = both(
        "The moderators now see that you miss an article about this. Ask again when there is one.",
        "De moderatoren zien nu dat je hierover een artikel mist. Vraag het opnieuw als het er is.",
    )
    told_before = both(
        "The moderators have been told already: your question is on their list.",
        "De moderatoren weten het al: je vraag staat op hun lijst.",
    )
    reader_tells = both(
        "A reader misses an article that answers this:\n{question}\n[The question](<{link}>); `/corpus unanswered` lists all that wait.",
        "Een lezer mist een artikel dat dit beantwoordt:\n{question}\n[De vraag](<{link}>); `/corpus unanswered` toont alles wat wacht.",
    )
    searched = both("Search", "Zoeken")
    nothing_found = both(
        "No passage is found: search with fewer filters, or see in `/sources` what there is.",
        "Geen passage gevonden: zoek met minder filters, of kijk in `/sources` wat er is.",
    )
    listed = both(("One article", "{count} articles"), ("Eén artikel", "{count} artikelen"))
    nothing_listed = both(
        "No article fits: leave out the outlet or the dates to see more.",
        "Geen artikel past: laat het medium of de datums weg om meer te zien.",
    )
    nothing_there = both(
        "There are no articles yet: moderators add them with `/corpus add`.",
        "Er zijn nog geen artikelen: moderatoren voegen ze toe met `/corpus add`.",
    )
    nothing_shared = both(
        "No articles are shared with everyone: ask in a server that has its own.",
        "Er zijn geen artikelen met iedereen gedeeld: vraag het in een server die er zelf heeft.",
    )
    unknown_outlet = both(
        "There is no article here of an outlet “{outlet}”.",
        "Er is hier geen artikel van een medium “{outlet}”.",
    )
    nearest_outlets = both("Did you mean {outlets}?", "Bedoelde je {outlets}?")
    all_outlets = both("`/sources` shows which outlets there are.", "`/sources` toont welke media er zijn.")
    did_you_mean = both("Did you mean “{read_as}”?", "Bedoelde je “{read_as}”?")
    delete = both("Delete", "Verwijderen")
    share = both("Share", "Delen")
    not_yours_to_delete = both(
        "Only the person who asked and moderators can delete this answer.",
        "Alleen wie het vroeg en moderatoren kunnen dit antwoord verwijderen.",
    )
    watch = both("Watch", "Volgen")
    told_watched = both(
        "The moderators now see that you miss an article about this.",
        "De moderatoren zien nu dat je hierover een artikel mist.",
    )


ASKING = Bilingual(AskingWords)
