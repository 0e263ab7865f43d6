"""The *Ask* button: a question in a conversation, typed into a form."""

from typing import Any

import discord

from bot.discord.asking.answer_message import Understood
from bot.discord.asking.ask import answer_here
from bot.discord.asking.asker import Asker
from bot.discord.connection.components import button, field, modal, submitted
from bot.discord.connection.delivery import open_modal
from bot.discord.connection.errors import Refusal
from bot.discord.connection.floor import Floor
from bot.discord.connection.visit import Visit
from bot.discord.talking.conversation import Conversations
from bot.discord.talking.in_context import Earlier, understand
from bot.discord.talking.message_text import LONGEST
from bot.discord.talking.words import TALKING
from retrieval.question.dependence import is_courtesy

_ASK, _ASKED, _QUESTION = "askon", "askedon", "question"


def ask_button(language: str, about: int | str | None = None) -> discord.ui.Button[Any]:
    """Return the button; `about` is the message that is asked on about, by default what was said last."""
    style = discord.ButtonStyle.primary
    return button(TALKING.of(language).ask, _ASK, about or "", style=style)


async def open_form(interaction: discord.Interaction[Any], visit: Visit, about: int | str) -> None:
    """Open the form to ask on about a message, as the button does."""
    words = TALKING.of(visit.language)
    typed = field(_QUESTION, words.question, longest=LONGEST, required=True, paragraph=True)
    form = modal(words.title, [typed], _ASKED, about)
    await open_modal(interaction, form)


def install(floor: Floor, asker: Asker) -> None:
    """Have the button open the form, and the form answered in the same conversation."""
    conversations = Conversations(floor.newsroom, floor.client)

    async def asked(interaction: discord.Interaction[Any], visit: Visit, about: str) -> None:
        question = " ".join(submitted(interaction)[_QUESTION].split())
        if is_courtesy(question):
            raise Refusal(lambda language: TALKING.of(language).how_to_ask)

        async def earlier() -> Earlier:
            found = await conversations.at(about, interaction, visit.guild) if about else Earlier()
            return found if found.questions else await conversations.here(interaction.channel, visit.guild)

        async def meant() -> Understood:
            return await understand(floor.newsroom, visit, question, earlier)

        await answer_here(asker, interaction, question, visit.filters(), meant)

    floor.components.add(_ASK, open_form)
    floor.components.add(_ASKED, asked)
