"""What becomes of a message follows from how it addresses the bot and from what it asks."""

from __future__ import annotations

import pytest

from bot.discord.talking.addressed import Heard, is_for_me
from bot.discord.talking.attention import Decision, Deed, Spoken, decide
from corpus.catalogue.guild_settings import GuildSettings
from retrieval.question.asked import Asked, Question
from retrieval.question.utterances.kinds import Kind

NOTHING = Asked("", Kind.REMARK)
REMARK = Asked("The ferry is late", Kind.REMARK)
FERRY, DIKE = Question("When does the ferry sail?"), Question("How high is the dike?")
SURE = Asked(FERRY.text, Kind.QUESTION, (FERRY,), (FERRY,))
OTHERS = Asked(DIKE.text, Kind.QUESTION, (DIKE,), (DIKE,))
DOUBTFUL = Asked("ferry at nine", Kind.QUESTION, (Question("ferry at nine"),))
CHECK = Asked("is that true?", Kind.QUESTION, (Question("is that true?"),))


def meant(kind: Kind) -> Asked:
    return Asked("some words", kind)


@pytest.mark.parametrize(
    ("spoken", "deed"),
    [
        (Spoken(NOTHING, named=True), Deed.HELP),
        (Spoken(NOTHING, named=True, sign=True), Deed.NOTHING),
        (Spoken(NOTHING, named=False, replies=True), Deed.NOTHING),
        (Spoken(meant(Kind.REQUEST), named=True), Deed.HELP),
        (Spoken(meant(Kind.REQUEST), named=False), Deed.NOTHING),
        (Spoken(meant(Kind.REQUEST), named=False, replies=True), Deed.HELP),
        (Spoken(meant(Kind.THANKS), named=True), Deed.THANK),
        (Spoken(meant(Kind.THANKS), named=False), Deed.THANK),
        (Spoken(meant(Kind.GREETING), named=True), Deed.WAVE),
        (Spoken(meant(Kind.GREETING), named=False, replies=True), Deed.NOTHING),
        (Spoken(meant(Kind.ABUSE), named=True), Deed.NOTHING),
        (Spoken(REMARK, named=True), Deed.NOTHING),
        (Spoken(REMARK, named=True, that=REMARK), Deed.NOTHING),
        (Spoken(NOTHING, named=True, that=REMARK), Deed.HELP),
        (Spoken(NOTHING, named=True, hidden=True, that=NOTHING), Deed.CANNOT_SEE),
        (Spoken(meant(Kind.THANKS), named=True, hidden=True, that=NOTHING), Deed.THANK),
        (Spoken(meant(Kind.THANKS), named=True, that=OTHERS), Deed.THANK),
        (Spoken(DOUBTFUL, named=False), Deed.NOTHING),
    ],
)
def test_what_is_less_than_a_question_is_not_answered(spoken: Spoken, deed: Deed) -> None:
    assert decide(spoken) == Decision(deed)


@pytest.mark.parametrize(
    ("spoken", "decision"),
    [
        (Spoken(SURE, named=False), Decision(Deed.ANSWER, (FERRY,))),
        (Spoken(DOUBTFUL, named=True), Decision(Deed.ANSWER, DOUBTFUL.questions)),
        (Spoken(NOTHING, named=True, that=OTHERS), Decision(Deed.ANSWER, (DIKE,))),
        (Spoken(CHECK, named=True, that=OTHERS), Decision(Deed.ANSWER, (DIKE,))),
        (Spoken(meant(Kind.REQUEST), named=True, that=OTHERS), Decision(Deed.ANSWER, (DIKE,))),
        (Spoken(SURE, named=True, that=OTHERS), Decision(Deed.ANSWER, (FERRY,), about=DIKE.text)),
        (Spoken(SURE, named=True, hidden=True, that=NOTHING), Decision(Deed.ANSWER, (FERRY,))),
        (Spoken(CHECK, named=True, that=REMARK), Decision(Deed.ANSWER, CHECK.questions, about=REMARK.text)),
        (Spoken(NOTHING, named=True, title=OTHERS), Decision(Deed.ANSWER, (DIKE,))),
        (
            Spoken(SURE, named=True, title=OTHERS),
            Decision(Deed.ANSWER, (FERRY,), about=DIKE.text, title=DIKE.text),
        ),
        (Spoken(SURE, named=True, title=REMARK), Decision(Deed.ANSWER, (FERRY,), about=REMARK.text)),
    ],
)
def test_what_is_answered_is_what_is_asked_of_it(spoken: Spoken, decision: Decision) -> None:
    assert decide(spoken) == decision


@pytest.mark.parametrize(
    ("changed", "settings", "listens"),
    [
        ({"mentions_me": True}, GuildSettings(only_named=True), True),
        ({"replies_to_me": True}, GuildSettings(only_named=True), False),
        ({"in_own_thread": True}, GuildSettings(only_named=True), False),
        ({"in_own_thread": True}, GuildSettings(), True),
        ({"replies_to_me": True}, GuildSettings(mentions=False), False),
        ({"in_own_thread": True}, GuildSettings(mentions=False), True),
        ({"direct": True}, GuildSettings(only_named=True, mentions=False), True),
    ],
)
def test_a_server_says_what_the_bot_listens_to(
    changed: dict[str, bool], settings: GuildSettings, *, listens: bool
) -> None:
    facts = dict.fromkeys(Heard.__slots__, False) | {"by_person": True} | changed

    assert is_for_me(Heard(**facts), settings) is listens
