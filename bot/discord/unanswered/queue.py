"""The questions of a server that wait: leafed through, looked at, and added for."""

from typing import Any

import discord

from bot.discord.adding.proposing import Proposing, open_form
from bot.discord.connection.components import Components, button, chosen, custom_id, rows, whole
from bot.discord.connection.delivery import hold, show, think
from bot.discord.connection.errors import UsedUp
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.pages import Page, leaves, within
from bot.discord.connection.visit import Visit
from bot.discord.unanswered.exporting import EXPORT
from bot.discord.unanswered.group_panel import ON_A_PAGE, group_embed, list_embed, options
from bot.discord.unanswered.words import UNANSWERED
from corpus.catalogue import unanswered
from retrieval.curating.question_groups import group_of
from retrieval.curating.waiting_questions import Waiting, WaitingQuestions

_LEAF, _LOOK = "waiting", "waiting-look"
_ADD, _WRITTEN = "waiting-add", "waiting-written"
DISMISS, DISMISS_ONE = "waiting-dismiss", "waiting-dismiss-one"


class Queue:
    """Shows the questions of a server that wait, and does what moderators decide about them.

    A group is named by one of its answers, and gathered anew whenever it is clicked: that works after a
    restart, and takes in what was asked meanwhile.
    """

    def __init__(self, newsroom: Newsroom, waiting: WaitingQuestions) -> None:
        self.newsroom = newsroom
        self._waiting = waiting
        self._proposing = Proposing(newsroom)

    def install(self, components: Components) -> None:
        """Have the handlers called."""
        for name, handler in (
            (_LEAF, self._leaf),
            (_LOOK, self._look),
            (_ADD, self._add),
            (_WRITTEN, self._written),
        ):
            components.add(name, handler)

    async def waiting(self, guild: str) -> Waiting:
        """Return what waits in a server.

        Raises:
            Busy: too much is waiting already.
            ModelUnavailable: a model cannot be loaded.
        """
        return await self.newsroom.work(lambda _: self._waiting.of(guild))

    async def show_list(
        self,
        interaction: discord.Interaction[Any],
        visit: Visit,
        number: int,
        notice: str | None = None,
        undo: discord.ui.Button[Any] | None = None,
    ) -> None:
        """Show the page of that number, or the last where there are fewer.

        Args:
            interaction: acknowledged by `think` or `hold`.
            visit: a moderator's.
            number: from 1.
            notice: a sentence to stand above the list.
            undo: takes back what the notice says.
        """
        words = UNANSWERED.of(visit.language)
        waiting = await self.waiting(require_moderator(visit))
        groups = waiting.groups
        buttons: list[discord.ui.Item[Any]] = [undo] if undo else []
        if not groups:
            sentences = "\n".join(filter(None, [notice, words.nothing]))
            await show(interaction, content=sentences, embed=None, view=rows(buttons))
            return
        pages = -(-len(groups) // ON_A_PAGE)
        number = within(number, pages)
        menu: discord.ui.Select[Any] = discord.ui.Select(
            custom_id=custom_id(_LOOK, number), placeholder=words.look_at, options=options(groups, number)
        )
        buttons.append(button(words.export, EXPORT))
        page = Page(list_embed(groups, number, words, waiting.hidden), pages, [[menu], buttons])
        await show(
            interaction, content=notice, embed=page.embed, view=leaves(page, visit.language, number, _LEAF)
        )

    async def _leaf(self, interaction: discord.Interaction[Any], visit: Visit, number: str) -> None:
        require_moderator(visit)
        await hold(interaction)
        await self.show_list(interaction, visit, whole(number))

    async def _look(self, interaction: discord.Interaction[Any], visit: Visit, number: str) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        words = UNANSWERED.of(visit.language)
        group = group_of((await self.waiting(guild)).groups, chosen(interaction)[0])
        if group is None:
            await self.show_list(interaction, visit, whole(number), words.dealt_with)
            return
        answer = group.first.answer_id
        several = len(group.questions) > 1
        worded = group.other_wordings
        one = [button(words.dismiss_wording, DISMISS_ONE, answer, number)] if worded else []
        view = rows(
            [
                button(words.add, _ADD, answer, style=discord.ButtonStyle.primary),
                button(words.dismiss_all if several else words.dismiss, DISMISS, answer, number),
                *one,
                button(words.back, _LEAF, number),
            ]
        )
        await show(interaction, content=None, embed=group_embed(group, words), view=view)

    async def _add(self, interaction: discord.Interaction[Any], visit: Visit, answer: str) -> None:
        guild = require_moderator(visit)
        waiting = await self.newsroom.read(lambda connection: unanswered.open_ones(connection, guild))
        if all(one.answer_id != answer for one in waiting):
            raise UsedUp
        # Gathering them may take longer than the 3 s in which the form has to open.
        await open_form(interaction, visit, _WRITTEN, answer)

    async def _written(self, interaction: discord.Interaction[Any], visit: Visit, answer: str) -> None:
        guild = require_moderator(visit)
        await think(interaction, private=True)
        group = group_of((await self.waiting(guild)).groups, answer)
        # Where somebody was quicker with the question, what was written is not lost.
        await self._proposing.fill(interaction, visit, group.ids if group else ())
