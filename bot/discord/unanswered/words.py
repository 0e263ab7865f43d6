"""The bot's own words about unanswered questions, in English and Dutch."""

from bot.bilingual import Bilingual, Words, both


class UnansweredWords(Words):
    """One language's words; a pair is for one and for more, with `{count}`.

    `delimiter` is that of spreadsheets in the language: where the comma stands in numbers, it is a semicolon.
    `reasons` are those of questions not answered, badly answered, and told by a reader.
    """

    heading = both("Questions that wait for an article", "Vragen die op een artikel wachten")
    waiting = both(
        ("One question waits.", "{count} questions wait."),
        ("Er wacht één vraag.", "Er wachten {count} vragen."),
    )
    in_groups = both(
        "{count} questions wait; taking those alike together, {groups}.",
        "Er wachten {count} vragen; wat op elkaar lijkt samengenomen {groups}.",
    )
    no_questions = both(
        (
            "One remark that is no question is not shown.",
            "{count} remarks that are no questions are not shown.",
        ),
        (
            "Eén opmerking die geen vraag is, staat er niet bij.",
            "{count} opmerkingen die geen vraag zijn, staan er niet bij.",
        ),
    )
    asked = both(
        ("asked once, {last}", "asked {count} times, last {last}"),
        ("één keer gesteld, {last}", "{count} keer gesteld, het laatst {last}"),
    )
    people = both(
        ("one person waits for it", "{count} people wait for it"),
        ("één persoon wacht erop", "{count} mensen wachten erop"),
    )
    did_not_help = both(
        ("one answer did not help", "{count} answers did not help"),
        ("één antwoord hielp niet", "{count} antwoorden hielpen niet"),
    )
    told = both("**a reader misses an article**", "**een lezer mist een artikel**")
    also = both("Also asked as", "Ook zo gesteld")
    more_wordings = both(
        ("and in one more wording", "and in {count} more wordings"),
        ("en nog op één manier", "en nog op {count} manieren"),
    )
    what_was_wrong = both("What readers say was wrong", "Wat er volgens lezers niet klopte")
    more_comments = both(("and one more", "and {count} more"), ("en nog één", "en nog {count}"))
    nothing = both(
        "No question waits: those that I cannot answer, or that a reader finds badly answered, come here.",
        "Er wacht geen vraag: hier komt wat ik niet kan beantwoorden, of wat een lezer slecht beantwoord vindt.",
    )
    look_at = both("Look at a question", "Bekijk een vraag")
    add = both("Add an article for this", "Hier een artikel voor toevoegen")
    dismiss = both("Dismiss", "Afwijzen")
    dismiss_all = both("Dismiss all like this", "Alles wat hierop lijkt afwijzen")
    dismiss_wording = both("Dismiss this wording only", "Alleen deze vraag afwijzen")
    back = both("Back to the list", "Terug naar de lijst")
    undo = both("Undo", "Ongedaan maken")
    dismissed = both("**Dismissed**: {question}", "**Afgewezen**: {question}")
    dismissed_more = both(
        (
            "**Dismissed**: {question}, and one question like it",
            "**Dismissed**: {question}, and {count} questions like it",
        ),
        (
            "**Afgewezen**: {question}, en één vraag die erop lijkt",
            "**Afgewezen**: {question}, en {count} vragen die erop lijken",
        ),
    )
    waits_again = both(
        "**Taken back**: what was dismissed waits again.", "**Teruggedraaid**: wat was afgewezen wacht weer."
    )
    dealt_with = both("That question has been dealt with already.", "Die vraag is al afgehandeld.")
    export = both("Export as CSV", "Exporteren als CSV")
    exported = both(
        ("One question that waits, for a spreadsheet.", "{count} questions that wait, for a spreadsheet."),
        ("Eén vraag die wacht, voor een rekenblad.", "{count} vragen die wachten, voor een rekenblad."),
    )
    newest_only = both(
        "More questions wait: these are of the {count} that were asked last.",
        "Er wachten meer vragen: deze horen bij de {count} die het laatst zijn gesteld.",
    )
    file_name = both("unanswered", "onbeantwoord")
    delimiter = both(",", ";")
    columns = both(
        ("question", "times asked", "people", "first asked (UTC)", "last asked (UTC)", "reason"),
        ("vraag", "keer gesteld", "mensen", "eerst gesteld (UTC)", "laatst gesteld (UTC)", "reden"),
    )
    reasons = both(
        ("not answered", "answer did not help", "a reader misses an article"),
        ("niet beantwoord", "antwoord hielp niet", "een lezer mist een artikel"),
    )


UNANSWERED = Bilingual(UnansweredWords)
