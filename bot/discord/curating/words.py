"""The bot's own words about the articles that are there, in English and Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class CuratingWords:
    """One language's words; a pair is for one and for more, with `{count}`."""

    listed: tuple[str, str]
    of_which_own: str
    own: str
    shared: str
    left_out: str
    nothing_fits: str
    nothing_own: str
    nothing_there: str
    number: str
    author: str
    appeared: str
    changed_on: str
    language: str
    length: str
    read_from: str
    unknown: str
    shared_since: str
    quoted: tuple[str, str]
    not_quoted: str
    remove: str
    withdraw: str
    withdraw_now: str
    correct: str
    correct_now: str
    cancel: str
    undo: str
    note: str
    note_how: str
    corrected_text: str
    corrected_text_how: str
    no_note: str
    remove_it: str
    cards_stay: str
    removed: str
    can_be_undone: str
    withdraw_it: str
    no_longer_found: str
    withdrawn: str
    correct_it: str
    text_stays: str
    corrected: str
    will_say: tuple[str, str]
    none_will_say: str
    will_say_too: tuple[str, str]
    are_told: tuple[str, str]
    kept: str
    take_back: str
    taken_back: str
    after_all: str
    then: Mapping[str, str]
    did: Mapping[str, str]
    operator: str
    untitled: str
    undone_by: str
    history_empty: str
    history_all: tuple[str, str]
    history_last: str
    nothing_to_undo: str
    no_change: str
    not_a_change: str
    undone_already: str
    built_upon: str
    built_upon_by_operator: str
    built_upon_unseen: str
    changed_meanwhile: str
    not_yours: str
    not_yours_and_no_outlet: str
    statistics: str
    articles: str
    own_and_shared: str
    passages: str
    languages: str
    outlets: str
    dates: str
    from_to: str
    answers: str
    answered: str
    opinions: str
    helpful: str
    waiting: str
    feeds: str
    none: str


CURATING = Bilingual(
    english=CuratingWords(
        listed=("One article", "{count} articles"),
        of_which_own="{own} of them this server's own",
        own="own",
        shared="shared",
        left_out="shared, outlet left out here",
        nothing_fits="No article fits: leave out some options to see more.",
        nothing_own="This server has no articles of its own yet: `/corpus add` adds one.",
        nothing_there="There are no articles yet: `/corpus add` adds one.",
        number="Number",
        author="Author",
        appeared="Published",
        changed_on="Changed",
        language="Language",
        length="Length",
        read_from="Read from",
        unknown="not known",
        shared_since="Shared with all servers by the operator, since {when}",
        quoted=("Quoted in one answer here", "Quoted in {count} answers here"),
        not_quoted="Not quoted here yet",
        remove="Remove",
        withdraw="Withdraw…",
        withdraw_now="Withdraw",
        correct="Correct…",
        correct_now="Correct",
        cancel="Cancel",
        undo="Undo",
        note="What was wrong",
        note_how="Readers see this under every answer that quotes the article.",
        corrected_text="Link to the corrected text",
        corrected_text_how="Empty: the text stays as it is. `/corpus correct` takes a file as well.",
        no_note="Say in the note what was wrong: readers see it.",
        remove_it="**Remove this article?**",
        cards_stay="It will not be found or quoted any more; past cards that quote it stay as they are. *Undo* brings it back.",
        removed="**Removed**",
        can_be_undone="*Undo* takes this back; so does `/corpus undo`, also later.",
        withdraw_it="**Withdraw this article?**",
        no_longer_found="It will not be found or quoted any more. *Undo* brings it back.",
        withdrawn="**Withdrawn**",
        correct_it="**Correct this article?**",
        text_stays="Its text stays as it is, and new answers that quote it say the same.",
        corrected="**Corrected**",
        will_say=("One past card quotes it and will say:", "{count} past cards quote it and will say:"),
        none_will_say="No past card quotes it. Under the source it says:",
        will_say_too=(
            "One past card quotes it and will say so too.",
            "{count} past cards quote it and will say so too.",
        ),
        are_told=(
            "The past card that quotes it will say so shortly.",
            "The {count} past cards that quote it will say so shortly.",
        ),
        kept="Nothing was changed.",
        take_back="**Take back this change?**",
        taken_back="**Taken back**",
        after_all="If you want it after all, *Undo* takes this back in turn, as change {number}.",
        then={
            "add": "The article will not be found any more.",
            "replace": "The article will be as it was before.",
            "remove": "The article will be found again.",
            "correct": "The article will be as it was before, and cards will no longer say that it was corrected.",
            "withdraw": "The article will be found again, and cards will no longer say that it was withdrawn.",
            "undo": "What had been taken back will hold again.",
        },
        did={
            "add": "added",
            "replace": "replaced",
            "remove": "removed",
            "correct": "corrected",
            "withdraw": "withdrew",
            "undo": "took back {number}:",
        },
        operator="the operator",
        untitled="an article without a title",
        undone_by="taken back by {number}",
        history_empty="Nothing has been changed in this server yet: `/corpus add` adds an article.",
        history_all=("One change", "{count} changes"),
        history_last="The last {count} changes",
        nothing_to_undo="There is nothing in this server to take back.",
        no_change="There is no change {number} among the last 100 of this server: `/corpus history` shows them.",
        not_a_change="“{written}” is no change: choose one from the list, or write its number as `/corpus history` shows it.",
        undone_already="Change {number} has been taken back already.",
        built_upon="The article has changed since change {number}. Take this back first:\n{first}\n`/corpus undo` with change {first_number} does.",
        built_upon_by_operator="The operator of this newsdesk has changed the article since change {number}: only they can take that back.",
        built_upon_unseen="The article has changed since change {number}: take the later change back first, `/corpus history` shows it.",
        changed_meanwhile="The article has changed since you asked: look at it again with `/corpus show`.",
        not_yours="The operator shares this article with all servers, so it cannot be changed here. To keep it out of answers in this server, leave out its outlet, {outlet}, in `/newsdesk settings`.",
        not_yours_and_no_outlet="The operator shares this article with all servers, so it cannot be changed here: tell the operator what is wrong with it.",
        statistics="What is in the corpus, and how it is used",
        articles="Articles",
        own_and_shared="{own} own, {shared} shared",
        passages="Passages",
        languages="Languages",
        outlets="Outlets",
        dates="Published",
        from_to="{oldest} to {newest}",
        answers="Questions in 30 days",
        answered="{answers}, {abstained} of them without an answer",
        opinions="Readers' opinions in 30 days",
        helpful="{helpful} helpful, {not_helpful} not helpful",
        waiting="Unanswered questions",
        feeds="Feeds",
        none="none",
    ),
    dutch=CuratingWords(
        listed=("Eén artikel", "{count} artikelen"),
        of_which_own="waarvan {own} van deze server zelf",
        own="eigen",
        shared="gedeeld",
        left_out="gedeeld, medium hier weggelaten",
        nothing_fits="Geen artikel past: laat opties weg om meer te zien.",
        nothing_own="Deze server heeft nog geen eigen artikelen: met `/corpus add` voeg je er een toe.",
        nothing_there="Er zijn nog geen artikelen: met `/corpus add` voeg je er een toe.",
        number="Nummer",
        author="Auteur",
        appeared="Verschenen",
        changed_on="Gewijzigd",
        language="Taal",
        length="Lengte",
        read_from="Gelezen van",
        unknown="niet bekend",
        shared_since="Door de beheerder gedeeld met alle servers, sinds {when}",
        quoted=("Hier in één antwoord geciteerd", "Hier in {count} antwoorden geciteerd"),
        not_quoted="Hier nog niet geciteerd",
        remove="Verwijderen",
        withdraw="Intrekken…",
        withdraw_now="Intrekken",
        correct="Corrigeren…",
        correct_now="Corrigeren",
        cancel="Annuleren",
        undo="Ongedaan maken",
        note="Wat er niet klopte",
        note_how="Lezers zien dit onder elk antwoord dat het artikel citeert.",
        corrected_text="Link naar de verbeterde tekst",
        corrected_text_how="Leeg: de tekst blijft zoals die is. Met `/corpus correct` kan het ook met een bestand.",
        no_note="Schrijf in de notitie wat er niet klopte: lezers zien die.",
        remove_it="**Dit artikel verwijderen?**",
        cards_stay="Het wordt niet meer gevonden of geciteerd; eerdere kaarten die het citeren blijven zoals ze zijn. Met *Ongedaan maken* is het er weer.",
        removed="**Verwijderd**",
        can_be_undone="*Ongedaan maken* draait dit terug; later kan dat met `/corpus undo`.",
        withdraw_it="**Dit artikel intrekken?**",
        no_longer_found="Het wordt niet meer gevonden of geciteerd. Met *Ongedaan maken* is het er weer.",
        withdrawn="**Ingetrokken**",
        correct_it="**Dit artikel corrigeren?**",
        text_stays="De tekst blijft zoals die is, en nieuwe antwoorden die het citeren zeggen hetzelfde.",
        corrected="**Gecorrigeerd**",
        will_say=(
            "Eén eerdere kaart citeert het en gaat zeggen:",
            "{count} eerdere kaarten citeren het en gaan zeggen:",
        ),
        none_will_say="Geen eerdere kaart citeert het. Onder de bron staat dan:",
        will_say_too=(
            "Eén eerdere kaart citeert het en gaat dit ook zeggen.",
            "{count} eerdere kaarten citeren het en gaan dit ook zeggen.",
        ),
        are_told=(
            "De eerdere kaart die het citeert zegt dit straks ook.",
            "De {count} eerdere kaarten die het citeren zeggen dit straks ook.",
        ),
        kept="Er is niets gewijzigd.",
        take_back="**Deze wijziging terugdraaien?**",
        taken_back="**Teruggedraaid**",
        after_all="Wil je het toch wel, dan draait *Ongedaan maken* ook dit weer terug, als wijziging {number}.",
        then={
            "add": "Het artikel wordt niet meer gevonden.",
            "replace": "Het artikel wordt weer zoals het was.",
            "remove": "Het artikel wordt weer gevonden.",
            "correct": "Het artikel wordt weer zoals het was, en kaarten zeggen niet meer dat het gecorrigeerd is.",
            "withdraw": "Het artikel wordt weer gevonden, en kaarten zeggen niet meer dat het ingetrokken is.",
            "undo": "Wat teruggedraaid was, geldt weer.",
        },
        did={
            "add": "voegde toe:",
            "replace": "verving",
            "remove": "verwijderde",
            "correct": "corrigeerde",
            "withdraw": "trok in:",
            "undo": "draaide {number} terug:",
        },
        operator="de beheerder",
        untitled="een artikel zonder titel",
        undone_by="teruggedraaid door {number}",
        history_empty="In deze server is nog niets gewijzigd: met `/corpus add` voeg je een artikel toe.",
        history_all=("Eén wijziging", "{count} wijzigingen"),
        history_last="De laatste {count} wijzigingen",
        nothing_to_undo="Er is in deze server niets om terug te draaien.",
        no_change="Er is geen wijziging {number} bij de laatste 100 van deze server: `/corpus history` toont ze.",
        not_a_change="“{written}” is geen wijziging: kies er een uit de lijst, of schrijf het nummer dat `/corpus history` toont.",
        undone_already="Wijziging {number} is al teruggedraaid.",
        built_upon="Het artikel is na wijziging {number} nog gewijzigd. Draai eerst dit terug:\n{first}\nDat kan met `/corpus undo` en wijziging {first_number}.",
        built_upon_by_operator="De beheerder van deze newsdesk heeft het artikel na wijziging {number} gewijzigd: alleen die kan dat terugdraaien.",
        built_upon_unseen="Het artikel is na wijziging {number} nog gewijzigd: draai eerst die latere wijziging terug, `/corpus history` toont haar.",
        changed_meanwhile="Het artikel is gewijzigd sinds je het vroeg: bekijk het opnieuw met `/corpus show`.",
        not_yours="De beheerder deelt dit artikel met alle servers: hier kan het niet worden gewijzigd. Laat het medium, {outlet}, weg in `/newsdesk settings` om het in deze server uit de antwoorden te houden.",
        not_yours_and_no_outlet="De beheerder deelt dit artikel met alle servers: hier kan het niet worden gewijzigd. Vertel de beheerder wat er niet klopt.",
        statistics="Wat er in het corpus zit, en hoe het wordt gebruikt",
        articles="Artikelen",
        own_and_shared="{own} eigen, {shared} gedeeld",
        passages="Passages",
        languages="Talen",
        outlets="Media",
        dates="Verschenen",
        from_to="{oldest} tot en met {newest}",
        answers="Vragen in 30 dagen",
        answered="{answers}, waarvan {abstained} zonder antwoord",
        opinions="Oordelen van lezers in 30 dagen",
        helpful="{helpful} nuttig, {not_helpful} niet nuttig",
        waiting="Onbeantwoorde vragen",
        feeds="Feeds",
        none="geen",
    ),
)
