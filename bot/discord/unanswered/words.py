"""The bot's own words about unanswered questions, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass

from bot.discord.words import Bilingual


@dataclass(frozen=True, slots=True)
class UnansweredWords:
    """One language's words; a pair is for one and for more, with `{count}`."""

    heading: str
    waiting: tuple[str, str]
    in_groups: str
    asked: tuple[str, str]
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
    back: str
    undo: str
    dismissed: str
    dismissed_more: tuple[str, str]
    waits_again: str
    dealt_with: str


UNANSWERED = Bilingual(
    english=UnansweredWords(
        heading="Questions that wait for an article",
        waiting=("One question waits.", "{count} questions wait."),
        in_groups="{count} questions wait; taking those alike together, {groups}.",
        asked=("asked once, {last}", "asked {count} times, last {last}"),
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
        back="Back to the list",
        undo="Undo",
        dismissed="**Dismissed**: {question}",
        dismissed_more=(
            "**Dismissed**: {question}, and one question like it",
            "**Dismissed**: {question}, and {count} questions like it",
        ),
        waits_again="**Taken back**: what was dismissed waits again.",
        dealt_with="That question has been dealt with already.",
    ),
    dutch=UnansweredWords(
        heading="Vragen die op een artikel wachten",
        waiting=("Er wacht één vraag.", "Er wachten {count} vragen."),
        in_groups="Er wachten {count} vragen; wat op elkaar lijkt samengenomen {groups}.",
        asked=("één keer gesteld, {last}", "{count} keer gesteld, het laatst {last}"),
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
        back="Terug naar de lijst",
        undo="Ongedaan maken",
        dismissed="**Afgewezen**: {question}",
        dismissed_more=(
            "**Afgewezen**: {question}, en één vraag die erop lijkt",
            "**Afgewezen**: {question}, en {count} vragen die erop lijken",
        ),
        waits_again="**Teruggedraaid**: wat was afgewezen wacht weer.",
        dealt_with="Die vraag is al afgehandeld.",
    ),
)
