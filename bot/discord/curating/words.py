"""The bot's own words about the articles that are there, in English and Dutch."""

from bot.bilingual import Bilingual, Words, both, each


class CuratingWords(Words):
    """One language's words; a pair is for one and for more, with `{count}`."""

    listed = both(("One article", "{count} articles"), ("Eén artikel", "{count} artikelen"))
    of_which_own = both("{own} of them this server's own", "waarvan {own} van deze server zelf")
    own = both("own", "eigen")
    shared = both("shared", "gedeeld")
    left_out = both("shared, outlet left out here", "gedeeld, medium hier weggelaten")
    nothing_fits = both(
        "No article fits: leave out some options to see more.",
        "Geen artikel past: laat opties weg om meer te zien.",
    )
    nothing_own = both(
        "This server has no articles of its own yet: `/corpus add` adds one.",
        "Deze server heeft nog geen eigen artikelen: met `/corpus add` voeg je er een toe.",
    )
    nothing_there = both(
        "There are no articles yet: `/corpus add` adds one.",
        "Er zijn nog geen artikelen: met `/corpus add` voeg je er een toe.",
    )
    number = both("Number", "Nummer")
    author = both("Author", "Auteur")
    appeared = both("Published", "Verschenen")
    changed_on = both("Changed", "Gewijzigd")
    language = both("Language", "Taal")
    length = both("Length", "Lengte")
    read_from = both("Read from", "Gelezen van")
    unknown = both("not known", "niet bekend")
    shared_since = both(
        "Shared with all servers by the operator, since {when}",
        "Door de beheerder gedeeld met alle servers, sinds {when}",
    )
    quoted = both(
        ("Quoted in one answer here", "Quoted in {count} answers here"),
        ("Hier in één antwoord geciteerd", "Hier in {count} antwoorden geciteerd"),
    )
    not_quoted = both("Not quoted here yet", "Hier nog niet geciteerd")
    remove = both("Remove", "Verwijderen")
    withdraw = both("Withdraw…", "Intrekken…")
    withdraw_now = both("Withdraw", "Intrekken")
    correct = both("Correct…", "Corrigeren…")
    correct_now = both("Correct", "Corrigeren")
    cancel = both("Cancel", "Annuleren")
    undo = both("Undo", "Ongedaan maken")
    note = both("What was wrong", "Wat er niet klopte")
    note_how = both(
        "Readers see this under every answer that quotes the article.",
        "Lezers zien dit onder elk antwoord dat het artikel citeert.",
    )
    corrected_text = both("Link to the corrected text", "Link naar de verbeterde tekst")
    corrected_text_how = both(
        "Empty: the text stays as it is. `/corpus correct` takes a file as well.",
        "Leeg: de tekst blijft zoals die is. Met `/corpus correct` kan het ook met een bestand.",
    )
    no_note = both(
        "Say in the note what was wrong: readers see it.",
        "Schrijf in de notitie wat er niet klopte: lezers zien die.",
    )
    remove_it = both("**Remove this article?**", "**Dit artikel verwijderen?**")
    cards_stay = both(
        "It will not be found or quoted any more; past cards that quote it stay as they are. *Undo* brings it back.",
        "Het wordt niet meer gevonden of geciteerd; eerdere kaarten die het citeren blijven zoals ze zijn. Met *Ongedaan maken* is het er weer.",
    )
    removed = both("**Removed**", "**Verwijderd**")
    can_be_undone = both(
        "*Undo* takes this back; so does `/corpus undo`, also later.",
        "*Ongedaan maken* draait dit terug; later kan dat met `/corpus undo`.",
    )
    withdraw_it = both("**Withdraw this article?**", "**Dit artikel intrekken?**")
    no_longer_found = both(
        "It will not be found or quoted any more. *Undo* brings it back.",
        "Het wordt niet meer gevonden of geciteerd. Met *Ongedaan maken* is het er weer.",
    )
    withdrawn = both("**Withdrawn**", "**Ingetrokken**")
    correct_it = both("**Correct this article?**", "**Dit artikel corrigeren?**")
    text_stays = both(
        "Its text stays as it is, and new answers that quote it say the same.",
        "De tekst blijft zoals die is, en nieuwe antwoorden die het citeren zeggen hetzelfde.",
    )
    corrected = both("**Corrected**", "**Gecorrigeerd**")
    will_say = both(
        ("One past card quotes it and will say:", "{count} past cards quote it and will say:"),
        (
            "Eén eerdere kaart citeert het en gaat zeggen:",
            "{count} eerdere kaarten citeren het en gaan zeggen:",
        ),
    )
    none_will_say = both(
        "No past card quotes it. Under the source it says:",
        "Geen eerdere kaart citeert het. Onder de bron staat dan:",
    )
    will_say_too = both(
        ("One past card quotes it and will say so too.", "{count} past cards quote it and will say so too."),
        (
            "Eén eerdere kaart citeert het en gaat dit ook zeggen.",
            "{count} eerdere kaarten citeren het en gaan dit ook zeggen.",
        ),
    )
    are_told = both(
        (
            "The past card that quotes it will say so shortly.",
            "The {count} past cards that quote it will say so shortly.",
        ),
        (
            "De eerdere kaart die het citeert zegt dit straks ook.",
            "De {count} eerdere kaarten die het citeren zeggen dit straks ook.",
        ),
    )
    kept = both("Nothing was changed.", "Er is niets gewijzigd.")
    take_back = both("**Take back this change?**", "**Deze wijziging terugdraaien?**")
    taken_back = both("**Taken back**", "**Teruggedraaid**")
    after_all = both(
        "If you want it after all, *Undo* takes this back in turn, as change {number}.",
        "Wil je het toch wel, dan draait *Ongedaan maken* ook dit weer terug, als wijziging {number}.",
    )
    then = each(
        {
            "add": ("The article will not be found any more.", "Het artikel wordt niet meer gevonden."),
            "replace": ("The article will be as it was before.", "Het artikel wordt weer zoals het was."),
            "remove": ("The article will be found again.", "Het artikel wordt weer gevonden."),
            "correct": (
                "The article will be as it was before, and cards will no longer say that it was corrected.",
                "Het artikel wordt weer zoals het was, en kaarten zeggen niet meer dat het gecorrigeerd is.",
            ),
            "withdraw": (
                "The article will be found again, and cards will no longer say that it was withdrawn.",
                "Het artikel wordt weer gevonden, en kaarten zeggen niet meer dat het ingetrokken is.",
            ),
            "undo": ("What had been taken back will hold again.", "Wat teruggedraaid was, geldt weer."),
        }
    )
    did = each(
        {
            "add": ("added", "voegde toe:"),
            "replace": ("replaced", "verving"),
            "remove": ("removed", "verwijderde"),
            "correct": ("corrected", "corrigeerde"),
            "withdraw": ("withdrew", "trok in:"),
            "undo": ("took back {number}:", "draaide {number} terug:"),
        }
    )
    operator = both("the operator", "de beheerder")
    untitled = both("an article without a title", "een artikel zonder titel")
    undone_by = both("taken back by {number}", "teruggedraaid door {number}")
    history_empty = both(
        "Nothing has been changed in this server yet: `/corpus add` adds an article.",
        "In deze server is nog niets gewijzigd: met `/corpus add` voeg je een artikel toe.",
    )
    history_all = both(("One change", "{count} changes"), ("Eén wijziging", "{count} wijzigingen"))
    history_last = both("The last {count} changes", "De laatste {count} wijzigingen")
    nothing_to_undo = both(
        "There is nothing in this server to take back.", "Er is in deze server niets om terug te draaien."
    )
    no_change = both(
        "There is no change {number} among the last 100 of this server: `/corpus history` shows them.",
        "Er is geen wijziging {number} bij de laatste 100 van deze server: `/corpus history` toont ze.",
    )
    not_a_change = both(
        "“{written}” is no change: choose one from the list, or write its number as `/corpus history` shows it.",
        "“{written}” is geen wijziging: kies er een uit de lijst, of schrijf het nummer dat `/corpus history` toont.",
    )
    undone_already = both(
        "Change {number} has been taken back already.", "Wijziging {number} is al teruggedraaid."
    )
    built_upon = both(
        "The article has changed since change {number}. Take this back first:\n{first}\n`/corpus undo` with change {first_number} does.",
        "Het artikel is na wijziging {number} nog gewijzigd. Draai eerst dit terug:\n{first}\nDat kan met `/corpus undo` en wijziging {first_number}.",
    )
    built_upon_by_operator = both(
        "The operator of this newsdesk has changed the article since change {number}: only they can take that back.",
        "De beheerder van deze newsdesk heeft het artikel na wijziging {number} gewijzigd: alleen die kan dat terugdraaien.",
    )
    built_upon_unseen = both(
        "The article has changed since change {number}: take the later change back first, `/corpus history` shows it.",
        "Het artikel is na wijziging {number} nog gewijzigd: draai eerst die latere wijziging terug, `/corpus history` toont haar.",
    )
    changed_meanwhile = both(
        "The article has changed since you asked: look at it again with `/corpus show`.",
        "Het artikel is gewijzigd sinds je het vroeg: bekijk het opnieuw met `/corpus show`.",
    )
    not_yours = both(
        "The operator shares this article with all servers, so it cannot be changed here. To keep it out of answers in this server, leave out its outlet, {outlet}, in `/newsdesk settings`.",
        "De beheerder deelt dit artikel met alle servers: hier kan het niet worden gewijzigd. Laat het medium, {outlet}, weg in `/newsdesk settings` om het in deze server uit de antwoorden te houden.",
    )
    not_yours_and_no_outlet = both(
        "The operator shares this article with all servers, so it cannot be changed here: tell the operator what is wrong with it.",
        "De beheerder deelt dit artikel met alle servers: hier kan het niet worden gewijzigd. Vertel de beheerder wat er niet klopt.",
    )
    statistics = both(
        "What is in the corpus, and how it is used", "Wat er in het corpus zit, en hoe het wordt gebruikt"
    )
    articles = both("Articles", "Artikelen")
    own_and_shared = both("{own} own, {shared} shared", "{own} eigen, {shared} gedeeld")
    passages = both("Passages", "Passages")
    languages = both("Languages", "Talen")
    outlets = both("Outlets", "Media")
    dates = both("Published", "Verschenen")
    from_to = both("{oldest} to {newest}", "{oldest} tot en met {newest}")
    answers = both("Questions in 30 days", "Vragen in 30 dagen")
    answered = both(
        "{answers}, {abstained} of them without an answer", "{answers}, waarvan {abstained} zonder antwoord"
    )
    opinions = both("Readers' opinions in 30 days", "Oordelen van lezers in 30 dagen")
    helpful = both(
        "{helpful} helpful, {not_helpful} not helpful", "{helpful} nuttig, {not_helpful} niet nuttig"
    )
    waiting = both("Unanswered questions", "Onbeantwoorde vragen")
    feeds = both("Feeds", "Feeds")
    none = both("none", "geen")


CURATING = Bilingual(CuratingWords)
