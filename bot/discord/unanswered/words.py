"""The bot's own words about unanswered questions, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass

from bot.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class UnansweredWords:
    """One language's words; a pair is for one and for more, with `{count}`.

    `delimiter` is that of spreadsheets in the language: where the comma stands in numbers, it is a semicolon.
    `reasons` are those of questions not answered, badly answered, and told by a reader.
    """

    heading: str
    waiting: tuple[str, str]
    in_groups: str
    no_questions: tuple[str, str]
    asked: tuple[str, str]
    people: tuple[str, str]
    did_not_help: tuple[str, str]
    told: str
    also: str
    more_wordings: tuple[str, str]
    what_was_wrong: str
    more_comments: tuple[str, str]
    nothing: str
    look_at: str
    add: str
    dismiss: str
    dismiss_all: str
    dismiss_wording: str
    back: str
    undo: str
    dismissed: str
    dismissed_more: tuple[str, str]
    waits_again: str
    dealt_with: str
    export: str
    exported: tuple[str, str]
    newest_only: str
    file_name: str
    delimiter: str
    columns: tuple[str, ...]
    reasons: tuple[str, str, str]


UNANSWERED = Bilingual(
    english=UnansweredWords(
        heading="Questions that wait for an article",
        waiting=("One question waits.", "{count} questions wait."),
        in_groups="{count} questions wait; taking those alike together, {groups}.",
        no_questions=(
            "One remark that is no question is not shown.",
            "{count} remarks that are no questions are not shown.",
        ),
        asked=("asked once, {last}", "asked {count} times, last {last}"),
        people=("one person waits for it", "{count} people wait for it"),
        did_not_help=("one answer did not help", "{count} answers did not help"),
        told="**a reader misses an article**",
        also="Also asked as",
        more_wordings=("and in one more wording", "and in {count} more wordings"),
        what_was_wrong="What readers say was wrong",
        more_comments=("and one more", "and {count} more"),
        nothing="No question waits: those that I cannot answer, or that a reader finds badly answered, come here.",
        look_at="Look at a question",
        add="Add an article for this",
        dismiss="Dismiss",
        dismiss_all="Dismiss all like this",
        dismiss_wording="Dismiss this wording only",
        back="Back to the list",
        undo="Undo",
        dismissed="**Dismissed**: {question}",
        dismissed_more=(
            "**Dismissed**: {question}, and one question like it",
            "**Dismissed**: {question}, and {count} questions like it",
        ),
        waits_again="**Taken back**: what was dismissed waits again.",
        dealt_with="That question has been dealt with already.",
        export="Export as CSV",
        exported=(
            "One question that waits, for a spreadsheet.",
            "{count} questions that wait, for a spreadsheet.",
        ),
        newest_only="More questions wait: these are of the {count} that were asked last.",
        file_name="unanswered",
        delimiter=",",
        columns=("question", "times asked", "people", "first asked (UTC)", "last asked (UTC)", "reason"),
        reasons=("not answered", "answer did not help", "a reader misses an article"),
    ),
    dutch=UnansweredWords(
        heading="Vragen die op een artikel wachten",
        waiting=("Er wacht één vraag.", "Er wachten {count} vragen."),
        in_groups="Er wachten {count} vragen; wat op elkaar lijkt samengenomen {groups}.",
        no_questions=(
            "Eén opmerking die geen vraag is, staat er niet bij.",
            "{count} opmerkingen die geen vraag zijn, staan er niet bij.",
        ),
        asked=("één keer gesteld, {last}", "{count} keer gesteld, het laatst {last}"),
        people=("één persoon wacht erop", "{count} mensen wachten erop"),
        did_not_help=("één antwoord hielp niet", "{count} antwoorden hielpen niet"),
        told="**een lezer mist een artikel**",
        also="Ook zo gesteld",
        more_wordings=("en nog op één manier", "en nog op {count} manieren"),
        what_was_wrong="Wat er volgens lezers niet klopte",
        more_comments=("en nog één", "en nog {count}"),
        nothing="Er wacht geen vraag: hier komt wat ik niet kan beantwoorden, of wat een lezer slecht beantwoord vindt.",
        look_at="Bekijk een vraag",
        add="Hier een artikel voor toevoegen",
        dismiss="Afwijzen",
        dismiss_all="Alles wat hierop lijkt afwijzen",
        dismiss_wording="Alleen deze vraag afwijzen",
        back="Terug naar de lijst",
        undo="Ongedaan maken",
        dismissed="**Afgewezen**: {question}",
        dismissed_more=(
            "**Afgewezen**: {question}, en één vraag die erop lijkt",
            "**Afgewezen**: {question}, en {count} vragen die erop lijken",
        ),
        waits_again="**Teruggedraaid**: wat was afgewezen wacht weer.",
        dealt_with="Die vraag is al afgehandeld.",
        export="Exporteren als CSV",
        exported=(
            "Eén vraag die wacht, voor een rekenblad.",
            "{count} vragen die wachten, voor een rekenblad.",
        ),
        newest_only="Er wachten meer vragen: deze horen bij de {count} die het laatst zijn gesteld.",
        file_name="onbeantwoord",
        delimiter=";",
        columns=("vraag", "keer gesteld", "mensen", "eerst gesteld (UTC)", "laatst gesteld (UTC)", "reden"),
        reasons=("niet beantwoord", "antwoord hielp niet", "een lezer mist een artikel"),
    ),
)
