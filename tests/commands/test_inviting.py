"""The doctor knows the link that invites the bot, from its token alone."""

from __future__ import annotations

import base64
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.diagnosis import diagnose
from bot.invitation import PERMISSIONS, invitation
from bot.servers_found import Finding
from tests.conftest import OpenDesk

APPLICATION = "1102938475610293847"


def token(application: str = APPLICATION) -> str:
    return f"{base64.urlsafe_b64encode(application.encode()).decode().rstrip('=')}.Gx1y2z.secret-third_part"


# discord.py 2.7 imports audioop, which Python announces to remove.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_link_names_the_application_and_asks_for_what_the_bot_uses() -> None:
    import discord  # noqa: PLC0415 - see above

    asked = parse_qs(urlsplit(invitation(token()) or "").query)
    wanted = discord.Permissions(
        view_channel=True,
        send_messages=True,
        send_messages_in_threads=True,
        create_public_threads=True,
        embed_links=True,
        attach_files=True,
        read_message_history=True,
        add_reactions=True,
    )

    assert asked["client_id"] == [APPLICATION]
    assert asked["scope"] == ["bot applications.commands"]
    assert asked["permissions"] == [str(wanted.value)]
    assert len(PERMISSIONS) == 8


@pytest.mark.parametrize("wrong", ["", "secret", "....", token("newsdesk"), token()[:26], "é.a.b"])
def test_what_is_no_token_of_a_bot_gives_no_link(wrong: str) -> None:
    assert invitation(wrong) is None


def test_doctor_says_which_shards_this_process_has(open_desk: OpenDesk) -> None:
    settings = {"DISCORD_TOKEN": token(), "SHARD_IDS": "0-1,3", "SHARD_COUNT": "8"}
    said = next(one.finding for one in diagnose(open_desk(**settings)) if one.name == "Discord")
    assert said == "a token is set; this process has of 8 shards: 0, 1, 3."


def test_doctor_shows_the_link_or_says_why_there_is_none(open_desk: OpenDesk) -> None:
    def found(**settings: str) -> Finding:
        return next(one for one in diagnose(open_desk(**settings)) if one.name == "invite link")

    assert found(DISCORD_TOKEN=token()).finding == invitation(token())
    without = found()
    assert without.well
    assert "none without DISCORD_TOKEN" in without.finding
    wrong = found(DISCORD_TOKEN="nonsense")  # noqa: S106 - it opens nothing
    assert not wrong.well
    assert "Bot page" in (wrong.cure or "")
