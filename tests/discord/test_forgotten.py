"""Who is forgotten leaves no question on the cards that answered them; corrections still reach those."""

from __future__ import annotations

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from corpus.catalogue import askers, forgetting
from tests.discord.stocked import asked
from tests.discord.test_corrections import SAID, bot, correct, edit, stale
from tests.small_discord.loopback import Loopback

__all__ = ["bot"]


async def test_a_card_loses_the_question_of_who_is_forgotten_and_is_corrected_all_the_same(
    discord: Loopback, desk: Desk, bot: Newsdesk
) -> None:
    card = await asked(discord, desk)
    question, quotation = card.embed["author"]["name"], card.embed["description"]
    assert "Drostenwoud" in question
    with desk.catalogue.writing() as connection:
        person = askers.asker_of(connection, card.id)
        assert person is not None
        forgetting.forget(connection, person)
    assert len(stale(desk)) == 1
    await edit(bot)
    assert card.embed["author"]["name"] == question.partition(":")[0] + ": \u2026"
    assert card.embed["description"] == quotation
    assert "footer" not in card.embed

    correct(desk)
    await edit(bot)
    assert card.embed["description"].startswith(SAID)
