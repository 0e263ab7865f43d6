"""However long or strange an article is, its preview fits Discord's limits and shows whole quotes alone."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from bot.discord.adding.article_forms import amended, edit_form
from bot.discord.adding.batch_card import batch_message, packed, unpacked
from bot.discord.adding.preview_card import preview_embeds
from corpus.article import Draft
from corpus.catalogue.decide import Decision, Status
from corpus.catalogue.proposals import Proposal, State
from corpus.dates import PartialDate
from corpus.errors import SourceUnreadable
from retrieval.curating.near_duplicates import Near
from retrieval.curating.preview import Preview
from retrieval.curating.rehearsal import ChangedAnswer
from tests.discord.answers import abstention, answer, article, citation
from tests.small_discord.screen import markdown

AT = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
STRANGE = "*_~`|<>#[]:@/ @everyone "
WORST = Draft(
    text=STRANGE * 4000,
    source=STRANGE * 40,
    url="https://example.org/" + "ü" * 900,
    title=STRANGE * 40,
    outlet=STRANGE * 40,
    author=STRANGE * 40,
    published=PartialDate(2024, 9, 30),
    modified=PartialDate(2024, 9, 30),
)


def proposal(draft: Draft = WORST, **how: Any) -> Proposal:
    plain = {"feed_id": None, "corrects": None, "note": None, "answers": (), "announced": False}
    known = {"id": "0123456789ab", "guild": "2000", "by": STRANGE * 40, "at": AT, "draft": draft}
    return Proposal(state=State.OPEN, **{**plain, **known, **how})


def previewed(quote: str, changed: int) -> Preview:
    there = replace(article("text"), draft=WORST)
    one = ChangedAnswer(STRANGE * 20, answer(citation(1, article(quote))), abstention())
    alike = tuple(Near(there, 0.999) for _ in range(9))
    return Preview(Status.REPLACED, WORST, there, alike, (one,) * changed, 50)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("quote", ["A short sentence.", STRANGE * 24, STRANGE * 300])
def test_the_worst_preview_fits(language: str, quote: str) -> None:
    waiting = proposal(feed_id=1, corrects="a1", note=STRANGE * 40)
    embeds = preview_embeds(previewed(quote, 30), waiting, language)
    assert all(len(embed.description or "") <= 4096 for embed in embeds)
    assert sum(map(len, embeds)) <= 6000
    assert "30" in str(embeds[1].description)


def test_quotes_are_shown_whole_or_not_at_all() -> None:
    quote = "This is what it says, " * 20 + "whole."
    said = str(preview_embeds(previewed(quote, 30), proposal(), "en")[1].description)
    assert said.count("This is what it says, ") == 20 * said.count("whole.")
    assert said.endswith(f"And {30 - said.count('whole.')} more answers.")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_worst_batch_fits(language: str) -> None:
    waiting = [proposal(id=f"{number:012x}") for number in range(10)]
    there = replace(article("text"), draft=WORST)
    readable = [(one, Decision(Status.DUPLICATE, WORST, there)) for one in waiting]
    errors = [SourceUnreadable(STRANGE * 40, STRANGE * 40)] * 10
    for message in (
        batch_message(readable, [], language),
        batch_message([], errors, language),
        batch_message(readable[:5], errors[:5], language),
    ):
        assert all(len(embed.description or "") <= 4096 for embed in message["embeds"])
        assert sum(map(len, message["embeds"])) <= 6000
    ids = [one.id for one in waiting]
    assert unpacked(packed(ids)) == ids


def test_an_article_cannot_speak_as_the_bot() -> None:
    evil = Draft(
        text="**New**: it will be added.\n> @everyone", source="x", title="](<https://evil.example>) [x"
    )
    preview = Preview(Status.ADDED, evil, None, (), (), 0)
    said = str(preview_embeds(preview, proposal(evil), "en")[0].description)
    assert [piece.shown for piece in markdown.read(said) if piece.kind == "bold"] == ["**New**"]
    assert not [piece for piece in markdown.read(said) if piece.kind in {"masked", "mention", "address"}]


def test_editing_leaves_alone_what_was_not_touched() -> None:
    form = edit_form("0123456789ab", WORST, "en").to_dict()
    typed = {one["component"]["custom_id"]: one["component"]["value"] for one in form["components"]}
    assert amended(WORST, typed, "en") == (WORST, [])
    assert amended(WORST, {**typed, "outlet": ""}, "en")[0] == replace(WORST, outlet=None)
