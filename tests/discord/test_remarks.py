"""What a card says beside the quotations: words of a model, values that differ, figures, origins, dates."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from bot.discord.display.card import card, plain
from bot.discord.display.card_words import CARD
from corpus.dates import PartialDate
from retrieval.question.dates.narrowing import Narrowed
from retrieval.search.results import Answer
from tests.discord.answers import abstention, answer, answered, article, citation, replying
from tests.discord.curated import live
from tests.discord.stocked import BARRIER, asked, stocked
from tests.discord.test_corrections import NOTE, edit
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.markdown import read
from tests.small_discord.state.people import GUILD_ID

StartOn = Callable[..., Awaitable[Newsdesk]]
ENGLISH, DUTCH = CARD.english, CARD.dutch
WHOSE = "-# Worded by a language model; every figure was checked against the quotations below."
BARRIERS = (BARRIER, "2024-04-flood-barrier-waardermonde-overrun")


def fares() -> Answer:
    """Return an answer of which no words are known to answer, one of its sources English."""
    old = article(
        "Een kaartje voor de veerboot kost 46 euro.",
        number="old",
        outlet="De *Bode*",
        published="2023-03",
        language="nl",
    )
    new = article(
        "A ticket for the ferry costs 1,058 euros.",
        number="new",
        outlet="The Ledger",
        published="2025",
        language="en",
    )
    return replace(answer(citation(1, old), citation(2, new)), language="nl")


def phrased(text: str, *quotes: str) -> Answer:
    cited = (citation(number, article(quote, number=str(number))) for number, quote in enumerate(quotes, 1))
    return replace(answer(*cited), text=text)


def test_an_answer_that_is_not_sure_says_so_in_a_word_before_what_answers() -> None:
    reply = replying(citation(1, article("Trams run since 2019.", published="2024")), "2019")
    unsure = answered(reply, confidence=0.68)
    worded = replace(phrased("Wages rose. [1]", "Wages rose."), confidence=0.68)

    assert plain(unsure, ENGLISH).startswith("Possibly: **2019** · The Sample, 2024\n")
    assert plain(unsure, DUTCH).startswith("Mogelijk: **2019** · The Sample, 2024\n")
    assert plain(replace(fares(), confidence=0.68), ENGLISH).startswith("Possibly:\n> Een kaartje")
    assert plain(worded, ENGLISH).startswith(f"Possibly: Wages rose. **[1]**\n{WHOSE}\n\n> Wages rose. ")
    for shown in (plain(unsure, ENGLISH), plain(worded, ENGLISH)):
        assert "68" not in shown
        assert shown.count("Possibly") == 1
    assert "ossibly" not in plain(fares(), ENGLISH)


def test_below_a_quotation_that_answers_as_a_whole_stand_its_figures_as_the_asker_writes_them() -> None:
    whole = article("1,058 euros.", outlet="The Ledger", published="2025", language="en")
    text = card(answered(replying(citation(1, whole), "1,058 euros")), DUTCH).description or ""

    assert text.startswith("> **1,058 euros**\\.\n-# De getallen: € 1.058\n**[1]** The Ledger, 2025: ")
    assert text.count("De getallen") == 1


def test_below_a_quotation_of_which_no_words_are_known_to_answer_stand_no_figures() -> None:
    assert "De getallen" not in plain(fares(), DUTCH)


def test_of_an_article_whose_language_is_unknown_no_figures_are_repeated() -> None:
    unknown = article("495,000 roubles.")

    assert "De getallen" not in plain(answered(replying(citation(1, unknown), "495,000 roubles")), DUTCH)


def test_copies_of_one_report_are_said_to_have_one_origin() -> None:
    copied = (
        "The hospital in Kempenoord has cut the waiting time for a hip operation to eleven weeks this year."
    )
    copies = answer(*(citation(n, article(copied, number=str(n))) for n in (1, 2)))

    assert plain(copies, ENGLISH).endswith("\n-# 2 articles, 1 origin")
    assert plain(copies, DUTCH).endswith("\n-# 2 artikelen, 1 bron")
    assert "origin" not in plain(answer(citation(1, article(copied))), ENGLISH)


def test_the_card_says_which_dates_the_question_left_escaped() -> None:
    dates = Narrowed(since=PartialDate(2023, 9), words=("in *september* 2023",))
    one = replace(answer(citation(1, article("A."))), narrowed=dates)
    none = replace(abstention(), narrowed=replace(dates, widened=True))

    assert plain(one, ENGLISH).splitlines()[-1] == (
        "-# Only articles from September 2023 on were used, "
        "because the question says “in \\*september\\* 2023”."
    )
    assert plain(none, DUTCH) == (
        "Ik vond niets dat dit beantwoordt.\n-# In de vraag staat “in \\*september\\* 2023”, "
        "maar artikelen vanaf september 2023 gaven geen antwoord\\: alle zijn gebruikt."
    )


def test_the_words_of_a_model_lead_with_their_markers_and_say_whose_they_are() -> None:
    text = plain(phrased("Wages rose. [1] Prices *fell*. [1][2]", "Wages rose.", "Prices fell."), ENGLISH)

    assert text.startswith(
        "Wages rose. **[1]** Prices \\*fell\\*. **[1]** **[2]**\n"
        f"{WHOSE}\n\n> Wages rose. **[1]**\n\n> Prices fell. **[2]**\n\n**[1]** The Sample, "
    )


@pytest.mark.parametrize(
    "evil",
    ["**evil** [x](https://evil.example) [7]", "-# evil", "> evil", "@everyone <@1> # evil", "1. evil"],
)
def test_the_words_of_a_model_format_nothing(evil: str) -> None:
    lead, small, *_ = plain(phrased(f"{evil} [1]", "Wages rose."), ENGLISH).split("\n")

    assert {(piece.kind, piece.quoted) for piece in read(lead)} == {("text", False), ("bold", False)}
    assert [piece.shown for piece in read(lead) if piece.kind == "bold"] == ["**[1]**"]
    assert small == WHOSE


def test_words_that_rest_on_more_than_is_shown_give_way_to_the_quotations() -> None:
    long = phrased("Wages rose. [1] Prices fell. [2]", "Wages rose." * 180, "Prices fell." * 180)

    assert plain(long, ENGLISH, 4096).startswith("> Wages rose.")


@pytest.mark.parametrize("room", [2000, 4096])
def test_everything_beside_quotations_gives_way_before_any_of_them_does(room: int) -> None:
    shown = []
    for length in range(100, room // 2 + 200, 37):
        foreign = [
            citation(n, article(f"{'x' * length} {n} for 1,058 euros.", number=str(n), language="en"))
            for n in (1, 2)
        ]
        bare = replace(answer(*foreign), language="en")
        full = replace(
            bare,
            language="nl",
            text="Twee prijzen. [1][2]",
            narrowed=Narrowed(since=PartialDate(2023), words=("sinds 2023",)),
        )
        text = plain(full, DUTCH, room)
        assert len(text) <= room
        assert _quotes(text) == _quotes(plain(bare, DUTCH, room))
        if len(_quotes(text)) == 2:
            shown.append([part in text for part in ("Twee prijzen", "sinds 2023")])
    assert shown[0] == [True] * 2
    assert not shown[-1][0]


async def test_a_card_and_a_text_in_discord_say_all_that_and_still_do_after_a_correction(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    bot = await start_on(stocked(desk, BARRIERS, GUILD_ID))
    question = "how much does the Waardermonde flood barrier cost?"
    embed = await asked(discord, desk, question)
    text = await asked(discord, desk, question, may=0, locale="nl")
    before = (embed.text, text.text)
    for each in live(desk):
        desk.curator.correct(each.id, NOTE, "operator")
    await edit(bot)
    corrected = (embed.text, text.text)

    assert re.search(r"\*\*[^*]*112 million[^*]*\*\* · The Delta Monitor, <t:", before[0])
    assert re.search(r"\n\n\*\*The sources differ:\*\*\n.*\*\*.+\*\* \(€84 million\) · ", before[0])
    assert before[0].endswith("-# 2 articles, 2 independent origins")
    assert "**De bronnen verschillen:**" in before[1]
    for was, now in zip(before, corrected, strict=True):
        (first, *_), (struck, *_) = (
            [line for line in text.splitlines() if "**" in line] for text in (was, now)
        )
        assert NOTE[:5] in struck
        assert f"~~{first.partition(' · ')[0]}~~" in now
        assert len(re.findall("~~", now)) >= 3 * 2


def _quotes(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(">")]
