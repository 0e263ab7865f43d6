"""The bot's own words about asking, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass

from bot.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class AskingWords:
    """One language's words; a pair is for one and for more, with `{count}`."""

    not_a_date: str
    dates_swapped: str
    queued: tuple[str, str]
    passages: str
    nearest: str
    helpful: str
    not_helpful: str
    follow_up: str
    tell: str
    thanks: str
    what_was_wrong: str
    what_was_wrong_label: str
    what_was_wrong_hint: str
    noted: str
    noted_for_moderators: str
    told: str
    told_before: str
    reader_tells: str
    searched: str
    nothing_found: str
    listed: tuple[str, str]
    nothing_listed: str
    nothing_there: str
    nothing_shared: str
    unknown_outlet: str
    nearest_outlets: str
    all_outlets: str
    did_you_mean: str
    delete: str
    share: str
    not_yours_to_delete: str
    watch: str
    told_watched: str


ASKING = Bilingual(
    english=AskingWords(
        not_a_date="“{written}” is not a date I can read: write one as “yesterday”, “last week”, “5 March 2026”, 05-03-2026 or 2023-09.",
        dates_swapped="No article can be both since {since} and until {until}: swap the two dates.",
        queued=("One question is before yours.", "{count} questions are before yours."),
        passages="Passages",
        nearest="Nearest passages",
        helpful="Helpful",
        not_helpful="Not helpful",
        follow_up="Follow up",
        tell="Tell the moderators",
        thanks="Thanks: I have noted that this answer helped you. If you change your mind, press *Not helpful*.",
        what_was_wrong="Not helpful",
        what_was_wrong_label="What was wrong?",
        what_was_wrong_hint="Leave it empty if you would rather not say.",
        noted="Thanks: I have noted that this answer did not help you. If you change your mind, press *Helpful*.",
        noted_for_moderators="Thanks: I have noted that this answer did not help you, and the moderators see it. If you change your mind, press *Helpful*.",
        told="The moderators now see that you miss an article about this. Ask again when there is one.",
        told_before="The moderators have been told already: your question is on their list.",
        reader_tells="A reader misses an article that answers this:\n{question}\n[The question](<{link}>); `/corpus unanswered` lists all that wait.",
        searched="Search",
        nothing_found="No passage is found: search with fewer filters, or see in `/sources` what there is.",
        listed=("One article", "{count} articles"),
        nothing_listed="No article fits: leave out the outlet or the dates to see more.",
        nothing_there="There are no articles yet: moderators add them with `/corpus add`.",
        nothing_shared="No articles are shared with everyone: ask in a server that has its own.",
        unknown_outlet="There is no article here of an outlet “{outlet}”.",
        nearest_outlets="Did you mean {outlets}?",
        all_outlets="`/sources` shows which outlets there are.",
        did_you_mean="Did you mean “{read_as}”?",
        delete="Delete",
        share="Share",
        not_yours_to_delete="Only the person who asked and moderators can delete this answer.",
        watch="Watch",
        told_watched="The moderators now see that you miss an article about this.",
    ),
    dutch=AskingWords(
        not_a_date="“{written}” kan ik niet als datum lezen: schrijf bijvoorbeeld “gisteren”, “vorige week”, “5 maart 2026”, 05-03-2026 of 2023-09.",
        dates_swapped="Geen artikel is zowel van sinds {since} als van tot {until}: draai de twee datums om.",
        queued=("Er is één vraag voor de jouwe.", "Er zijn {count} vragen voor de jouwe."),
        passages="Passages",
        nearest="Dichtstbijzijnde passages",
        helpful="Nuttig",
        not_helpful="Niet nuttig",
        follow_up="Doorvragen",
        tell="Meld het de moderatoren",
        thanks="Dank je: ik heb genoteerd dat dit antwoord je hielp. Bedenk je je, druk dan op *Niet nuttig*.",
        what_was_wrong="Niet nuttig",
        what_was_wrong_label="Wat klopte er niet?",
        what_was_wrong_hint="Laat het leeg als je het liever niet zegt.",
        noted="Dank je: ik heb genoteerd dat dit antwoord je niet hielp. Bedenk je je, druk dan op *Nuttig*.",
        noted_for_moderators="Dank je: ik heb genoteerd dat dit antwoord je niet hielp, en de moderatoren zien het. Bedenk je je, druk dan op *Nuttig*.",
        told="De moderatoren zien nu dat je hierover een artikel mist. Vraag het opnieuw als het er is.",
        told_before="De moderatoren weten het al: je vraag staat op hun lijst.",
        reader_tells="Een lezer mist een artikel dat dit beantwoordt:\n{question}\n[De vraag](<{link}>); `/corpus unanswered` toont alles wat wacht.",
        searched="Zoeken",
        nothing_found="Geen passage gevonden: zoek met minder filters, of kijk in `/sources` wat er is.",
        listed=("Eén artikel", "{count} artikelen"),
        nothing_listed="Geen artikel past: laat het medium of de datums weg om meer te zien.",
        nothing_there="Er zijn nog geen artikelen: moderatoren voegen ze toe met `/corpus add`.",
        nothing_shared="Er zijn geen artikelen met iedereen gedeeld: vraag het in een server die er zelf heeft.",
        unknown_outlet="Er is hier geen artikel van een medium “{outlet}”.",
        nearest_outlets="Bedoelde je {outlets}?",
        all_outlets="`/sources` toont welke media er zijn.",
        did_you_mean="Bedoelde je “{read_as}”?",
        delete="Verwijderen",
        share="Delen",
        not_yours_to_delete="Alleen wie het vroeg en moderatoren kunnen dit antwoord verwijderen.",
        watch="Volgen",
        told_watched="De moderatoren zien nu dat je hierover een artikel mist.",
    ),
)
