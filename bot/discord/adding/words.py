"""The bot's own words about adding articles, in English and Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class AddingWords:
    """One language's words; a pair is for one and for more, with `{count}`."""

    one_at_a_time: str
    no_address: str
    nothing_to_add: str
    unreadable: str
    reading: str
    comparing: str
    trying: str
    adding: str
    adding_each: str
    form_title: str
    edit_title: str
    title: str
    outlet: str
    author: str
    published: str
    published_how: str
    link: str
    text: str
    text_how: str
    bad_date: str
    rest_kept: str
    neither: str
    heading: str
    found_by: str
    by: str
    changed_on: str
    language: Mapping[str, str]
    no_language: str
    words: tuple[str, str]
    passages: tuple[str, str]
    not_stated: str
    will_add: str
    will_replace: str
    will_correct: str
    is_unchanged: str
    is_duplicate: str
    alike: str
    more_alike: tuple[str, str]
    nothing_asked: str
    nothing_changes: tuple[str, str]
    only_one_changes: str
    changes: tuple[str, str]
    now: str
    then: str
    no_answer: str
    more_changes: tuple[str, str]
    add: str
    replace: str
    correct: str
    edit: str
    cancel: str
    undo: str
    added: str
    replaced: str
    corrected: str
    unchanged: str
    duplicate: str
    by_whom: str
    closed: tuple[str, str]
    cancelled: str
    taken_back: str
    can_be_read: str
    cannot_be_read: str
    left_out: tuple[str, str]
    add_all: str
    add_some: str
    open_one: str
    new: str
    replaces: str
    same: str
    twin: str
    dealt_with: str
    failed: str
    batch_added: str
    batch_cancelled: str
    comparing_much: str
    trying_much: str
    tried_some: str
    stop: str
    stopped: str


ADDING = Bilingual(
    english=AddingWords(
        one_at_a_time="Give either a link or a file: the other can be added after it.",
        no_address="“{written}” holds no web address: write it in full, as `https://example.org/page`.",
        nothing_to_add="That message has no text, link or file that an article can be read from.",
        unreadable="{what} could not be read. {sentence}",
        reading="Reading {what}…",
        comparing="Comparing with what is there…",
        trying="Trying the last 50 questions…",
        adding="Adding…",
        adding_each="Adding {number} of {count}…",
        form_title="Add an article",
        edit_title="What is known of the article",
        title="Title",
        outlet="Outlet",
        author="Author",
        published="Published",
        published_how="YYYY, YYYY-MM or YYYY-MM-DD: as precise as it is known",
        link="Link",
        text="Text",
        text_how="At most 4,000 characters: attach longer texts as a file. Empty: the link is read.",
        bad_date="“{written}” is not a date I can read: write YYYY, YYYY-MM or YYYY-MM-DD, such as 2023-09.",
        rest_kept="The rest is as you wrote it; *Edit* puts this right.",
        neither="There is neither a text nor a link to read one from: fill in one of the two.",
        heading="Preview: nothing has changed yet",
        found_by="Found by {by}.",
        by="By {author}",
        changed_on="changed since publication, {date}",
        language={
            "en": "English",
            "nl": "Dutch",
            "de": "German",
            "fr": "French",
            "es": "Spanish",
            "ru": "Russian",
        },
        no_language="Language unknown",
        words=("one word", "{count} words"),
        passages=("one passage", "{count} passages"),
        not_stated="Not known: {fields}. *Edit* fills it in.",
        will_add="**New**: it will be added.",
        will_replace="**Replaces** the article of the same address or text, which is here since {since}.",
        will_correct="**Corrects** {source}. Readers will see: “{note}”",
        is_unchanged="**Nothing to add**: it is here already, just as it is, since {since}.",
        is_duplicate="**Nothing to add**: the same text is here already, since {since}, as {source}.",
        alike="**Nearly the same text is here already**",
        more_alike=("And one more article.", "And {count} more articles."),
        nothing_asked="No question has been asked in this server yet: no answer changes.",
        nothing_changes=(
            "The only answer given in this server would not change.",
            "None of the last {count} answers in this server would change.",
        ),
        only_one_changes="**The only answer given in this server would change**",
        changes=(
            "**One of the last {asked} answers in this server would change**",
            "**{count} of the last {asked} answers in this server would change**",
        ),
        now="Now",
        then="Then",
        no_answer="no answer",
        more_changes=("And one more answer.", "And {count} more answers."),
        add="Add",
        replace="Replace",
        correct="Correct",
        edit="Edit",
        cancel="Cancel",
        undo="Undo",
        added="**Added**",
        replaced="**Replaced**",
        corrected="**Corrected**",
        unchanged="**Nothing added**, it was here already",
        duplicate="**Nothing added**, the same text was here already",
        by_whom=" by {who}",
        closed=(
            "The question that it was added for is off the list of unanswered questions.",
            "The {count} questions that it was added for are off the list of unanswered questions.",
        ),
        cancelled="**Not added**",
        taken_back="**Taken back**{by}: this is as it was before. `/corpus history` shows both changes.",
        can_be_read="**{readable} of {count} can be read**",
        cannot_be_read="**Cannot be read**",
        left_out=(
            "At most {most} are read at once: one more is left out.",
            "At most {most} are read at once: {count} more are left out.",
        ),
        add_all="Add all",
        add_some="Add {readable} of {count}",
        open_one="See the preview of one",
        new="new",
        replaces="replaces what is here",
        same="here already",
        twin="the same text is here as {title}",
        dealt_with="was dealt with already",
        failed="could not be added: open its preview and try again",
        batch_added="`/corpus undo` takes any of these back.",
        batch_cancelled="**None of these was added**",
        comparing_much=(
            "Comparing {size} kB of text with what is there: {done} of {of} passages, about {seconds} s more. "
            "Then the last 50 questions are tried, 10 s at most."
        ),
        trying_much="Trying the last 50 questions, 10 s at most: {done} of {of} that it can touch…",
        tried_some=(
            "**There was time to try {tried} of the last {count} questions**: the others are the least likely "
            "to be answered otherwise."
        ),
        stop="Stop",
        stopped="**Stopped, and not added**",
    ),
    dutch=AddingWords(
        one_at_a_time="Geef een link of een bestand: het andere kan daarna.",
        no_address="In “{written}” staat geen webadres: schrijf het voluit, zoals `https://example.org/pagina`.",
        nothing_to_add="In dat bericht staat geen tekst, link of bestand waar een artikel uit te lezen is.",
        unreadable="{what} kon niet worden gelezen. {sentence}",
        reading="Ik lees {what}…",
        comparing="Ik vergelijk het met wat er al is…",
        trying="Ik probeer de laatste 50 vragen…",
        adding="Ik voeg het toe…",
        adding_each="Ik voeg {number} van {count} toe…",
        form_title="Artikel toevoegen",
        edit_title="Wat er van het artikel bekend is",
        title="Titel",
        outlet="Medium",
        author="Auteur",
        published="Verschenen",
        published_how="JJJJ, JJJJ-MM of JJJJ-MM-DD: zo precies als bekend is",
        link="Link",
        text="Tekst",
        text_how="Hooguit 4000 tekens: voeg een langere tekst toe als bestand. Leeg: de link wordt gelezen.",
        bad_date="“{written}” kan ik niet als datum lezen: schrijf JJJJ, JJJJ-MM of JJJJ-MM-DD, zoals 2023-09.",
        rest_kept="De rest staat er zoals je het schreef; met *Bewerken* zet je dit recht.",
        neither="Er is geen tekst, en ook geen link om die van te lezen: vul een van de twee in.",
        heading="Voorbeeld: er is nog niets veranderd",
        found_by="Gevonden door {by}.",
        by="Door {author}",
        changed_on="na verschijnen gewijzigd, {date}",
        language={
            "en": "Engels",
            "nl": "Nederlands",
            "de": "Duits",
            "fr": "Frans",
            "es": "Spaans",
            "ru": "Russisch",
        },
        no_language="Taal onbekend",
        words=("één woord", "{count} woorden"),
        passages=("één passage", "{count} passages"),
        not_stated="Niet bekend: {fields}. Met *Bewerken* vul je het in.",
        will_add="**Nieuw**: het wordt toegevoegd.",
        will_replace="**Vervangt** het artikel met hetzelfde adres of dezelfde tekst, dat hier staat sinds {since}.",
        will_correct="**Corrigeert** {source}. Lezers krijgen te zien: “{note}”",
        is_unchanged="**Niets toe te voegen**: het staat er al precies zo, sinds {since}.",
        is_duplicate="**Niets toe te voegen**: dezelfde tekst staat er al, sinds {since}, als {source}.",
        alike="**Bijna dezelfde tekst staat er al**",
        more_alike=("En nog één artikel.", "En nog {count} artikelen."),
        nothing_asked="In deze server is nog geen vraag gesteld: er verandert geen antwoord.",
        nothing_changes=(
            "Het enige antwoord dat in deze server is gegeven zou niet veranderen.",
            "Geen van de laatste {count} antwoorden in deze server zou veranderen.",
        ),
        only_one_changes="**Het enige antwoord dat in deze server is gegeven zou veranderen**",
        changes=(
            "**Eén van de laatste {asked} antwoorden in deze server zou veranderen**",
            "**{count} van de laatste {asked} antwoorden in deze server zouden veranderen**",
        ),
        now="Nu",
        then="Straks",
        no_answer="geen antwoord",
        more_changes=("En nog één antwoord.", "En nog {count} antwoorden."),
        add="Toevoegen",
        replace="Vervangen",
        correct="Corrigeren",
        edit="Bewerken",
        cancel="Annuleren",
        undo="Ongedaan maken",
        added="**Toegevoegd**",
        replaced="**Vervangen**",
        corrected="**Gecorrigeerd**",
        unchanged="**Niets toegevoegd**, het stond er al",
        duplicate="**Niets toegevoegd**, dezelfde tekst stond er al",
        by_whom=" door {who}",
        closed=(
            "De vraag waarvoor het is toegevoegd staat niet meer bij de onbeantwoorde vragen.",
            "De {count} vragen waarvoor het is toegevoegd staan niet meer bij de onbeantwoorde vragen.",
        ),
        cancelled="**Niet toegevoegd**",
        taken_back="**Teruggedraaid**{by}: dit is weer zoals het was. `/corpus history` toont beide wijzigingen.",
        can_be_read="**{readable} van {count} te lezen**",
        cannot_be_read="**Niet te lezen**",
        left_out=(
            "Er worden er hooguit {most} tegelijk gelezen: één is weggelaten.",
            "Er worden er hooguit {most} tegelijk gelezen: {count} zijn weggelaten.",
        ),
        add_all="Alle toevoegen",
        add_some="{readable} van {count} toevoegen",
        open_one="Bekijk het voorbeeld van één",
        new="nieuw",
        replaces="vervangt wat er staat",
        same="staat er al",
        twin="dezelfde tekst staat er als {title}",
        dealt_with="was al afgehandeld",
        failed="kon niet worden toegevoegd: open het voorbeeld en probeer het opnieuw",
        batch_added="Met `/corpus undo` draai je elk hiervan terug.",
        batch_cancelled="**Geen van deze is toegevoegd**",
        comparing_much=(
            "Ik vergelijk {size} kB tekst met wat er al is: {done} van {of} passages, nog ongeveer {seconds} s. "
            "Daarna probeer ik de laatste 50 vragen, hooguit 10 s."
        ),
        trying_much="Ik probeer de laatste 50 vragen, hooguit 10 s: {done} van de {of} die het kan raken…",
        tried_some=(
            "**Er was tijd om {tried} van de laatste {count} vragen te proberen**: bij de andere is een ander "
            "antwoord het minst waarschijnlijk."
        ),
        stop="Stoppen",
        stopped="**Gestopt en niet toegevoegd**",
    ),
)
