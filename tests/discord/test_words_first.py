"""What a card says first: the words that answer, by whom and when, and what to know before them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.discord.adding.changed_answers import changed_answers
from bot.discord.adding.words import ADDING
from bot.discord.display.card import plain
from bot.discord.display.card_words import CARD, CardWords
from corpus.article import Genre
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.curating.rehearsal import ChangedAnswer
from retrieval.question.dates.narrowing import Narrowed
from retrieval.search.results import Answer
from tests.discord.answers import abstention, answer, answered, article, citation, quoted, replying
from tests.discord.test_escape import HOSTILE
from tests.small_discord.screen.markdown import ink, read

ENGLISH, DUTCH = CARD.english, CARD.dutch
FERRY = "A ticket for the ferry costs 1,058 euros."
VEER = "Een kaartje voor de veerboot kost 46 euro."
TABLE = "| Station | Trains |\n|---|---|\n| Utrecht | 55 |\n| Almelo | 9 |"
INTERVIEW = "Komt er een tweede zaak?\nNee."
HOIST = "Jan de Vries overleed maandag. Hij werd 81 jaar."


def fares() -> Answer:
    """Return a newer answer in English and an older one in Dutch that differs."""
    new = article(FERRY, number="new", outlet="The Ledger", published="2025", language="en")
    old = article(VEER, number="old", outlet="De *Bode*", published="2023-03", language="nl")
    said = replying(citation(1, new), "1,058 euros"), replying(citation(2, old), "46 euro")
    return answered(*said, language="nl")


def block(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(">")]


def test_the_words_stand_first_with_outlet_and_date_and_in_bold_in_their_sentence() -> None:
    text = plain(fares(), DUTCH)

    assert text.startswith(
        "**1,058 euros** (€ 1.058) · The Ledger, 2025\n"
        "> A ticket for the ferry costs **1,058 euros**\\.\n**[1]** [Bonus raised]("
    )
    assert "\n**[2]** Eerder: **46 euro** · De \\*Bode\\*, maart 2023: [Bonus raised](" in text
    assert VEER[:20] not in text
    assert "De getallen" not in text


def test_figures_stand_beside_the_words_only_where_the_asker_writes_them_otherwise() -> None:
    same = replace(fares(), language="en")

    assert plain(same, ENGLISH).startswith("**1,058 euros** · The Ledger, 2025\n")
    assert "**[2]** Earlier: **46 euro** (€46) · De \\*Bode\\*, March 2023: " in plain(same, ENGLISH)


def test_values_that_differ_are_listed_newest_first_below() -> None:
    oldest = article("It cost 12 euros.", number="o", outlet="The Past", published="2019", language="en")
    three = answered(
        fares().answers[0],
        replying(citation(3, oldest), "12 euros"),
        replace(fares().answers[1], citation=fares().citations[1]),
    )
    lines = plain(three, ENGLISH).splitlines()

    assert lines[4] == "**The sources differ:**"
    assert lines[5].startswith("**[2]** Earlier: **46 euro** (€46) · De \\*Bode\\*, March 2023: [")
    assert lines[6].startswith("**[3]** Earlier: **12 euros** · The Past, 2019: [")


def test_only_what_is_older_and_answers_otherwise_was_so_earlier() -> None:
    new, old = fares().answers
    undated = replying(citation(2, article(VEER, number="old", published=None)), "46 euro")
    agreeing = article("Last year it was 1,058 euros already.", number="c", published="2024", language="en")
    named = article("The mayor is Ans Vonk.", number="d", published="2026")
    before = article("Burgemeester Piet Mol sprak.", number="e", published="2020")
    mayors = (replying(citation(1, named), "Ans Vonk"), replying(citation(2, before), "Piet Mol"))

    assert "Earlier: **Piet Mol**" in plain(answered(*mayors), ENGLISH)
    for said in ((new, undated), (new, replying(citation(2, agreeing), "1,058 euros")), (old,)):
        assert "Earlier" not in plain(answered(*said), ENGLISH)


@pytest.mark.parametrize(
    ("now", "before"),
    [("1,058 euros", "€1058"), ("Mayor Ans Vonk", "Ans Vonk"), ("Ans Vonk", "Mayor Ans Vonk")],
)
def test_what_says_the_same_in_more_words_or_other_signs_was_not_so_earlier(now: str, before: str) -> None:
    said = [
        replying(citation(number, article(f"It is {words}.", number=words, published=day)), words)
        for number, (words, day) in enumerate(((now, "2025"), (before, "2023")), 1)
    ]
    shown = plain(answered(*said), ENGLISH)

    assert shown.count("> It is") == 1
    assert before not in shown or before in now
    assert "\n**[2]** The Sample, 2023: [" in shown
    assert "Earlier" not in shown


@pytest.mark.parametrize(
    ("words", "bold"),
    [("Nee", "> **Nee**\\."), ("Nee.", "> **Nee.**")],
)
def test_words_that_are_the_whole_quotation_are_shown_once_with_their_origin_below(
    words: str, bold: str
) -> None:
    reply = replying(quoted(1, article(INTERVIEW, published="2024"), "Nee."), words)

    assert plain(answered(reply), DUTCH).startswith(f"{bold}\n**[1]** The Sample, 2024: [")


def test_words_too_long_to_stand_alone_are_bold_in_their_quotation_and_never_cut() -> None:
    words = "that the bridge is closed " * 12
    text = plain(answered(replying(citation(1, article(f"He said {words}today.")), words.strip())), ENGLISH)

    assert text.startswith(f"> He said **{words.strip()}** today.\n**[1]** The Sample, ")
    assert "…" not in text


@pytest.mark.parametrize(
    ("whole", "quote", "context", "words", "shown"),
    [
        (
            TABLE,
            "| Almelo | 9 |",
            "| Station | Trains |",
            "9",
            ["> \\| Station \\| Trains \\|", "> \\| Almelo \\| **9** \\|"],
        ),
        (INTERVIEW, "Nee.", "Komt er een tweede zaak?", "Nee.", ["> Komt er een tweede zaak?", "> **Nee.**"]),
        (
            HOIST,
            "Hij werd 81 jaar.",
            "Jan de Vries overleed maandag.",
            "81",
            ["> Jan de Vries overleed maandag.", "> Hij werd **81** jaar."],
        ),
    ],
)
def test_what_gives_a_quotation_its_sense_stands_above_it(
    whole: str, quote: str, context: str, words: str, shown: list[str]
) -> None:
    text = plain(answered(replying(quoted(1, article(whole), quote, context), words)), ENGLISH)

    assert block(text) == shown


def test_rows_stay_rows_and_the_words_are_bold_in_each() -> None:
    rows = article("Trains an hour:\n\n- Utrecht: 55\n- Almelo: 9")
    text = plain(answered(replying(citation(1, rows), "Utrecht: 55\n- Almelo: 9")), ENGLISH)

    assert text.startswith("**Utrecht\\: 55 - Almelo\\: 9** · The Sample, ")
    assert block(text) == [
        "> Trains an hour\\:",
        "> ",
        "> \\- **Utrecht\\: 55**",
        "> **\\- Almelo\\: 9**",
    ]


@pytest.mark.parametrize(
    ("said", "english", "dutch"),
    [
        ({"genre": Genre.SATIRE}, "Satire", "Satire"),
        ({"genre": Genre.OPINION}, "Opinion", "Opinie"),
        ({"genre": Genre.COLUMN}, "Column", "Column"),
        ({"genre": Genre.ADVERTORIAL}, "Advertorial", "Advertorial"),
        ({"genre": Genre.FACT_CHECK}, "Fact check", "Factcheck"),
        ({"genre": Genre.CORRECTION}, "Correction", "Correctie"),
        ({"genre": Genre.LIVE_BLOG}, "Live blog", "Liveblog"),
        ({"refuted": True}, "Untrue, the article says", "Onwaar, zegt het artikel"),
        ({"passed": True}, "Now past", "Inmiddels voorbij"),
        (
            {"genre": Genre.OPINION, "refuted": True},
            "Opinion, untrue, the article says",
            "Opinie, onwaar, zegt het artikel",
        ),
    ],
)
def test_what_to_know_before_the_words_stands_before_them(
    said: dict[str, Any], english: str, dutch: str
) -> None:
    about = {name: value for name, value in said.items() if name != "passed"}
    opens = article("The bridge opens on 3 May 2024, he said.", published="2024-04-01")
    whole = quoted(1, opens, "The bridge opens on 3 May 2024, he said.", **about)
    short, long = (
        answered(replying(whole, words, passed="passed" in said))
        for words in ("3 May 2024", "The bridge opens on 3 May 2024, he said")
    )

    assert plain(short, ENGLISH).startswith(f"{english}: **3 May 2024** · The Sample, ")
    assert plain(short, DUTCH).startswith(f"{dutch}: **3 May 2024** · The Sample, ")
    assert plain(long, ENGLISH).startswith(f"{english}:\n> **The bridge opens")


@pytest.mark.parametrize("room", [2000, 4096])
def test_what_to_know_before_the_words_never_gives_way(room: int) -> None:
    for length in range(100, room + 200, 61):
        long = article(f"{'x' * length} costs 1,058 euros", language="en")
        cited = quoted(1, long, long.draft.text, genre=Genre.SATIRE)
        full = answered(
            replying(cited, "1,058 euros", passed=True),
            language="nl",
            narrowed=Narrowed(since=PartialDate(2023), words=("sinds 2023",)),
        )

        text = plain(full, DUTCH, room, filters=Filters(outlet="The Sample"))

        assert len(text) <= room
        assert text.startswith("Satire, inmiddels voorbij: **1,058 euros** (€ 1.058) · ")
        assert "**1,058 euros**\n" in text.partition("> ")[2]


def test_before_the_words_of_a_model_stands_what_to_know_of_what_they_rest_on() -> None:
    satire = quoted(1, article("The moon is sold.", number="a"), "The moon is sold.", genre=Genre.SATIRE)
    news = quoted(2, article("The sun is not.", number="b"), "The sun is not.")
    worded = replace(answered(replying(satire, "sold"), replying(news, "not")), text="It is sold. [1][2]")

    assert plain(worded, ENGLISH).startswith(
        "Mind: **[1]** satire.\nIt is sold. **[1]** **[2]**\n-# Worded by"
    )
    assert plain(worded, DUTCH).startswith("Let op: **[1]** satire.\nIt is sold.")
    # Which words were so earlier the model has said itself.
    assert plain(replace(fares(), text="It rose. [1][2]"), ENGLISH).startswith(
        "It rose. **[1]** **[2]**\n-# "
    )


def test_nearly_the_same_wording_is_shown_once_with_the_words_of_the_one_that_was_read() -> None:
    report = "The bridge over the wide river Drost near the old town is closed until Monday, the mayor said"
    first, copy = article(f"{report} today.", number="a"), article(f"{report}.", number="b")
    reply = replying(citation(1, first), "Monday")

    text = plain(answered(reply, copies=(citation(2, copy),)), ENGLISH)
    renumbered = answered(replying(citation(2, first), "Monday"), copies=(citation(1, copy),))
    worded = plain(replace(renumbered, text="Until Monday. [1][2]"), ENGLISH)

    for shown in (text, worded):
        assert "**Monday** · The Sample, <t:1694692800:D>" in shown
        assert len(block(shown)) == 1
        assert "said today." in shown
        assert {"**[1]** ", "**[2]** "} <= {line[:8] for line in shown.splitlines()}


def test_of_a_sentence_too_long_for_a_card_the_part_around_the_words_is_shown() -> None:
    long = article("word " * 1000 + "costs 5 euros")

    text = plain(answered(replying(citation(1, long), "5 euros")), ENGLISH)

    assert text.startswith("**5 euros** · The Sample, <t:1694692800:D>\n> … word word")
    assert "word costs **5 euros**\n**[1]** [Bonus" in text


@pytest.mark.parametrize("evil", [*HOSTILE, "**", "\\", "*", "`", "x **[7]** y"])
def test_the_words_of_an_article_format_nothing_and_are_shown_as_written(evil: str) -> None:
    hostile = article(f"Before. {evil}\nand after")
    text = plain(answered(replying(citation(1, hostile), evil)), ENGLISH).split("\n**[1]** ")[0]

    pieces = read(text)
    bold = [piece.shown for piece in pieces if piece.kind == "bold"]
    assert {piece.kind for piece in pieces} <= {"text", "bold", "timestamp"}
    assert {ink(_shown(one)) for one in bold} >= {ink(evil.splitlines()[-1])}
    quotation = "".join(
        _shown(piece.shown) if piece.kind == "bold" else piece.shown for piece in pieces if piece.quoted
    )
    assert ink(quotation) == ink(f"Before. {evil}\nand after")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ENGLISH,
            (
                "I found nothing that answers this. No article that I found mentions "
                "storm \\*Pippin\\* or A2.\n"
                "-# What comes nearest: The Sample, 2024: [Storm](<https://example.org/storm>)"
            ),
        ),
        (
            DUTCH,
            (
                "Ik vond niets dat dit beantwoordt. Geen artikel dat ik vond noemt "
                "storm \\*Pippin\\* of A2.\n"
                "-# Wat er het dichtst bij komt: The Sample, 2024: [Storm](<https://example.org/storm>)"
            ),
        ),
    ],
)
def test_an_abstention_says_which_names_no_article_mentions_and_what_comes_nearest(
    words: CardWords, said: str
) -> None:
    near = article("Storm Bregje came.", title="Storm", published="2024", url="https://example.org/storm")

    assert plain(abstention(near, near, unknown=("storm *Pippin*", "A2")), words) == said


def test_however_much_no_article_mentions_the_limits_hold() -> None:
    near = article("A.", title="*" * 300, outlet="_" * 300, url="https://example.org/" + "x" * 380)
    names = tuple("[" * 200 for _ in range(30))
    narrowed = Narrowed(since=PartialDate(2023), words=("*" * 300,))

    text = plain(
        abstention(near, unknown=names, narrowed=narrowed),
        ENGLISH,
        understood="~" * 300,
        filters=Filters(outlet="_" * 300),
    )

    assert len(text) <= 2000
    assert ENGLISH.abstained in text


def test_a_question_in_a_language_that_is_not_read_is_told_which_are() -> None:
    unread = abstention(article("A."), unread="de", unknown=("Gestern",))

    german = "Ich lese Fragen auf Niederländisch und Englisch. Bitte frag in einer dieser Sprachen."
    assert plain(unread, ENGLISH) == plain(unread, DUTCH) == german
    assert plain(replace(unread, unread="fi"), DUTCH) == (
        "I read questions in Dutch and English, and this seems to be neither. Please ask in one of them."
    )


def test_an_answer_of_before_is_shown_as_it_was() -> None:
    old = quoted(1, article(HOIST), "Hij werd 81 jaar.", "Jan de Vries overleed maandag.")

    assert plain(answer(old), ENGLISH).startswith("> Hij werd 81 jaar.\n**[1]** The Sample, ")


def test_a_preview_shows_which_words_would_answer_instead() -> None:
    text = article("It cost 46 euros, and from May on it costs 58 euros.")
    before, after = (answered(replying(citation(1, text), words)) for words in ("46 euros", "58 euros"))

    shown = changed_answers([ChangedAnswer("What?", before, after)], 3, ADDING.english, ENGLISH, 4096)

    assert "> It cost **46 euros**, and from May on it costs 58 euros." in shown
    assert "> It cost 46 euros, and from May on it costs **58 euros**" in shown


def test_a_preview_shows_what_is_read_otherwise_and_not_what_stays() -> None:
    same, text = article("The boat sails at 9.", number="a"), article("It cost 46 euros, now 58 euros.")
    stays = replying(citation(1, same), "9")
    before, after = (
        answered(stays, replying(citation(2, text), words), values=()) for words in ("46 euros", "58 euros")
    )

    shown = changed_answers([ChangedAnswer("What?", before, after)], 3, ADDING.english, ENGLISH, 4096)

    assert "> It cost **46 euros**, now 58 euros" in shown
    assert "> It cost 46 euros, now **58 euros**" in shown
    assert "The boat" not in shown


def _shown(bold: str) -> str:
    """Return what a reader sees of a stretch in bold."""
    inner = bold.removeprefix("**").removesuffix("**")
    return "".join(piece.shown for piece in read(inner))
