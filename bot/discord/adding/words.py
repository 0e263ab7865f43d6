"""The bot's own words about adding articles, in English and Dutch."""

from bot.bilingual import Bilingual, Words, both, each


class AddingWords(Words):
    """One language's words; a pair is for one and for more, with `{count}`."""

    one_at_a_time = both(
        "Give either a link or a file: the other can be added after it.",
        "Geef een link of een bestand: het andere kan daarna.",
    )
    no_address = both(
        "“{written}” holds no web address: write it in full, as `https://example.org/page`.",
        "In “{written}” staat geen webadres: schrijf het voluit, zoals `https://example.org/pagina`.",
    )
    nothing_to_add = both(
        "That message has no text, link or file that an article can be read from.",
        "In dat bericht staat geen tekst, link of bestand waar een artikel uit te lezen is.",
    )
    unreadable = both("{what} could not be read. {sentence}", "{what} kon niet worden gelezen. {sentence}")
    reading = both("Reading {what}…", "Ik lees {what}…")
    comparing = both("Comparing with what is there…", "Ik vergelijk het met wat er al is…")
    trying = both("Trying the last 50 questions…", "Ik probeer de laatste 50 vragen…")
    adding = both("Adding…", "Ik voeg het toe…")
    adding_each = both("Adding {number} of {count}…", "Ik voeg {number} van {count} toe…")
    form_title = both("Add an article", "Artikel toevoegen")
    edit_title = both("What is known of the article", "Wat er van het artikel bekend is")
    title = both("Title", "Titel")
    outlet = both("Outlet", "Medium")
    author = both("Author", "Auteur")
    published = both("Published", "Verschenen")
    published_how = both(
        "YYYY, YYYY-MM or YYYY-MM-DD: as precise as it is known",
        "JJJJ, JJJJ-MM of JJJJ-MM-DD: zo precies als bekend is",
    )
    link = both("Link", "Link")
    text = both("Text", "Tekst")
    text_how = both(
        "At most 4,000 characters: attach longer texts as a file. Empty: the link is read.",
        "Hooguit 4000 tekens: voeg een langere tekst toe als bestand. Leeg: de link wordt gelezen.",
    )
    bad_date = both(
        "“{written}” is not a date I can read: write YYYY, YYYY-MM or YYYY-MM-DD, such as 2023-09.",
        "“{written}” kan ik niet als datum lezen: schrijf JJJJ, JJJJ-MM of JJJJ-MM-DD, zoals 2023-09.",
    )
    rest_kept = both(
        "The rest is as you wrote it; *Edit* puts this right.",
        "De rest staat er zoals je het schreef; met *Bewerken* zet je dit recht.",
    )
    neither = both(
        "There is neither a text nor a link to read one from: fill in one of the two.",
        "Er is geen tekst, en ook geen link om die van te lezen: vul een van de twee in.",
    )
    heading = both("Preview: nothing has changed yet", "Voorbeeld: er is nog niets veranderd")
    found_by = both("Found by {by}.", "Gevonden door {by}.")
    by = both("By {author}", "Door {author}")
    changed_on = both("changed since publication, {date}", "na verschijnen gewijzigd, {date}")
    language = each(
        {
            "en": ("English", "Engels"),
            "nl": ("Dutch", "Nederlands"),
            "de": ("German", "Duits"),
            "fr": ("French", "Frans"),
            "es": ("Spanish", "Spaans"),
            "ru": ("Russian", "Russisch"),
        }
    )
    no_language = both("Language unknown", "Taal onbekend")
    words = both(("one word", "{count} words"), ("één woord", "{count} woorden"))
    passages = both(("one passage", "{count} passages"), ("één passage", "{count} passages"))
    not_stated = both(
        "Not known: {fields}. *Edit* fills it in.", "Niet bekend: {fields}. Met *Bewerken* vul je het in."
    )
    will_add = both("**New**: it will be added.", "**Nieuw**: het wordt toegevoegd.")
    will_replace = both(
        "**Replaces** the article of the same address or text, which is here since {since}.",
        "**Vervangt** het artikel met hetzelfde adres of dezelfde tekst, dat hier staat sinds {since}.",
    )
    will_correct = both(
        "**Corrects** {source}. Readers will see: “{note}”",
        "**Corrigeert** {source}. Lezers krijgen te zien: “{note}”",
    )
    is_unchanged = both(
        "**Nothing to add**: it is here already, just as it is, since {since}.",
        "**Niets toe te voegen**: het staat er al precies zo, sinds {since}.",
    )
    is_duplicate = both(
        "**Nothing to add**: the same text is here already, since {since}, as {source}.",
        "**Niets toe te voegen**: dezelfde tekst staat er al, sinds {since}, als {source}.",
    )
    alike = both("**Nearly the same text is here already**", "**Bijna dezelfde tekst staat er al**")
    more_alike = both(
        ("And one more article.", "And {count} more articles."),
        ("En nog één artikel.", "En nog {count} artikelen."),
    )
    nothing_asked = both(
        "No question has been asked in this server yet: no answer changes.",
        "In deze server is nog geen vraag gesteld: er verandert geen antwoord.",
    )
    nothing_changes = both(
        (
            "The only answer given in this server would not change.",
            "None of the last {count} answers in this server would change.",
        ),
        (
            "Het enige antwoord dat in deze server is gegeven zou niet veranderen.",
            "Geen van de laatste {count} antwoorden in deze server zou veranderen.",
        ),
    )
    only_one_changes = both(
        "**The only answer given in this server would change**",
        "**Het enige antwoord dat in deze server is gegeven zou veranderen**",
    )
    changes = both(
        (
            "**One of the last {asked} answers in this server would change**",
            "**{count} of the last {asked} answers in this server would change**",
        ),
        (
            "**Eén van de laatste {asked} antwoorden in deze server zou veranderen**",
            "**{count} van de laatste {asked} antwoorden in deze server zouden veranderen**",
        ),
    )
    now = both("Now", "Nu")
    then = both("Then", "Straks")
    no_answer = both("no answer", "geen antwoord")
    more_changes = both(
        ("And one more answer.", "And {count} more answers."),
        ("En nog één antwoord.", "En nog {count} antwoorden."),
    )
    add = both("Add", "Toevoegen")
    replace = both("Replace", "Vervangen")
    correct = both("Correct", "Corrigeren")
    edit = both("Edit", "Bewerken")
    cancel = both("Cancel", "Annuleren")
    undo = both("Undo", "Ongedaan maken")
    added = both("**Added**", "**Toegevoegd**")
    replaced = both("**Replaced**", "**Vervangen**")
    corrected = both("**Corrected**", "**Gecorrigeerd**")
    unchanged = both("**Nothing added**, it was here already", "**Niets toegevoegd**, het stond er al")
    duplicate = both(
        "**Nothing added**, the same text was here already",
        "**Niets toegevoegd**, dezelfde tekst stond er al",
    )
    by_whom = both(" by {who}", " door {who}")
    closed = both(
        (
            "The question that it was added for is off the list of unanswered questions.",
            "The {count} questions that it was added for are off the list of unanswered questions.",
        ),
        (
            "De vraag waarvoor het is toegevoegd staat niet meer bij de onbeantwoorde vragen.",
            "De {count} vragen waarvoor het is toegevoegd staan niet meer bij de onbeantwoorde vragen.",
        ),
    )
    cancelled = both("**Not added**", "**Niet toegevoegd**")
    taken_back = both(
        "**Taken back**{by}: this is as it was before. `/corpus history` shows both changes.",
        "**Teruggedraaid**{by}: dit is weer zoals het was. `/corpus history` toont beide wijzigingen.",
    )
    can_be_read = both("**{readable} of {count} can be read**", "**{readable} van {count} te lezen**")
    cannot_be_read = both("**Cannot be read**", "**Niet te lezen**")
    left_out = both(
        (
            "At most {most} are read at once: one more is left out.",
            "At most {most} are read at once: {count} more are left out.",
        ),
        (
            "Er worden er hooguit {most} tegelijk gelezen: één is weggelaten.",
            "Er worden er hooguit {most} tegelijk gelezen: {count} zijn weggelaten.",
        ),
    )
    add_all = both("Add all", "Alle toevoegen")
    add_some = both("Add {readable} of {count}", "{readable} van {count} toevoegen")
    open_one = both("See the preview of one", "Bekijk het voorbeeld van één")
    new = both("new", "nieuw")
    replaces = both("replaces what is here", "vervangt wat er staat")
    same = both("here already", "staat er al")
    twin = both("the same text is here as {title}", "dezelfde tekst staat er als {title}")
    dealt_with = both("was dealt with already", "was al afgehandeld")
    failed = both(
        "could not be added: open its preview and try again",
        "kon niet worden toegevoegd: open het voorbeeld en probeer het opnieuw",
    )
    batch_added = both(
        "`/corpus undo` takes any of these back.", "Met `/corpus undo` draai je elk hiervan terug."
    )
    batch_cancelled = both("**None of these was added**", "**Geen van deze is toegevoegd**")
    comparing_much = both(
        "Comparing {size} kB of text with what is there: {done} of {of} passages, about {seconds} s more. Then the last 50 questions are tried, 10 s at most.",
        "Ik vergelijk {size} kB tekst met wat er al is: {done} van {of} passages, nog ongeveer {seconds} s. Daarna probeer ik de laatste 50 vragen, hooguit 10 s.",
    )
    trying_much = both(
        "Trying the last 50 questions, 10 s at most: {done} of {of} that it can touch…",
        "Ik probeer de laatste 50 vragen, hooguit 10 s: {done} van de {of} die het kan raken…",
    )
    tried_some = both(
        "**There was time to try {tried} of the last {count} questions**: the others are the least likely to be answered otherwise.",
        "**Er was tijd om {tried} van de laatste {count} vragen te proberen**: bij de andere is een ander antwoord het minst waarschijnlijk.",
    )
    stop = both("Stop", "Stoppen")
    stopped = both("**Stopped, and not added**", "**Gestopt en niet toegevoegd**")


ADDING = Bilingual(AddingWords)
