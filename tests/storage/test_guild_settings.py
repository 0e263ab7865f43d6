import dataclasses

from sqlalchemy import insert

from bot.assembly import Desk
from corpus.catalogue import guild_settings
from corpus.catalogue.guild_settings import GuildSettings
from corpus.catalogue.schema import guilds
from tests.storage.asked import MINE, THEIRS

ALL = GuildSettings(
    channels=("11", "12"),
    moderator_role="6001",
    moderators_channel="13",
    language="nl",
    mentions=False,
    per_person=3,
    per_guild=20,
    outlets_left_out=("De Noorderpost",),
    only_named=True,
    quiet="Europe/Amsterdam",
)


def test_a_guild_has_the_defaults_until_it_sets_something(newsdesk: Desk) -> None:
    with newsdesk.catalogue.writing() as connection:
        assert guild_settings.read(connection, MINE) == GuildSettings()
        guild_settings.write(connection, MINE, dataclasses.replace(ALL, language="en"))
        guild_settings.write(connection, MINE, ALL)
        assert guild_settings.read(connection, MINE) == ALL
        assert guild_settings.read(connection, THEIRS) == GuildSettings()
        assert guild_settings.every(connection) == {MINE: ALL}


def test_settings_that_another_version_wrote_do_no_harm(newsdesk: Desk) -> None:
    odd = {
        "channels": "11",
        "language": 7,
        "mentions": 1,
        "only_named": "yes",
        "per_person": True,
        "per_guild": 0,
        "colour": "red",
        "quiet": "Europe/Atlantis",
    }
    held = {**odd, "moderator_role": "6001", "outlets_left_out": ["A", 3]}
    with newsdesk.catalogue.writing() as connection:
        connection.execute(
            insert(guilds), [{"guild": MINE, "settings": held}, {"guild": THEIRS, "settings": []}]
        )
        assert guild_settings.every(connection) == {
            MINE: GuildSettings(moderator_role="6001"),
            THEIRS: GuildSettings(),
        }
