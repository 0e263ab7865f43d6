"""A small bot that is not the product: it uses what the product may, to prove the small Discord."""

import contextlib
from collections.abc import AsyncIterator
from typing import Any

import discord
from discord import app_commands

from tests.small_discord.connecting import connected
from tests.small_discord.loopback import Loopback

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

Interaction = discord.Interaction[Any]


class Buttons(discord.ui.View):
    """Two buttons and a select that work after a restart too."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    @discord.ui.button(label="Passages", custom_id="passages")
    async def passages(self, interaction: Interaction, _: discord.ui.Button[Any]) -> None:
        await interaction.response.send_message("only for you", ephemeral=True)

    @discord.ui.button(label="Later", custom_id="later")
    async def later(self, interaction: Interaction, _: discord.ui.Button[Any]) -> None:
        await interaction.response.defer()
        await interaction.followup.send("followed", ephemeral=True)
        await interaction.edit_original_response(content="changed", view=None)

    @discord.ui.button(label="Edit", custom_id="edit", row=1)
    async def edit(self, interaction: Interaction, _: discord.ui.Button[Any]) -> None:
        await interaction.response.send_modal(Edit())

    @discord.ui.select(
        custom_id="outlet", row=2, options=[discord.SelectOption(label=name) for name in ("A", "B")]
    )
    async def outlet(self, interaction: Interaction, select: discord.ui.Select[Any]) -> None:
        await interaction.response.edit_message(content=f"chose {select.values[0]}")


class Roles(discord.ui.View):
    """A select of roles."""

    @discord.ui.select(cls=discord.ui.RoleSelect, custom_id="roles", max_values=2)
    async def roles(self, interaction: Interaction, select: discord.ui.RoleSelect[Any]) -> None:
        names = ", ".join(role.name for role in select.values)
        await interaction.response.send_message(names, ephemeral=True)


class Edit(discord.ui.Modal, title="Edit"):
    """A modal with a text, a choice and a file."""

    title_of: discord.ui.Label[Any] = discord.ui.Label(
        text="Title", component=discord.ui.TextInput(custom_id="title", default="Old", max_length=20)
    )
    file: discord.ui.Label[Any] = discord.ui.Label(
        text="File", component=discord.ui.FileUpload(custom_id="file", required=False)
    )

    async def on_submit(self, interaction: Interaction, /) -> None:
        told: Any = self.title_of.component
        files: Any = self.file.component
        read = [(await each.read()).decode() for each in files.values]
        await interaction.response.send_message(f"{told.value} {read}", ephemeral=True)


class Guest(discord.Client):
    """Keeps what it was told: `heard` are the messages, `problems` what Discord refused."""

    def __init__(self, *, message_content: bool = False, messages: bool = True) -> None:
        told = discord.Intents(
            guilds=True, guild_messages=messages, dm_messages=messages, message_content=message_content
        )
        super().__init__(intents=told, allowed_mentions=discord.AllowedMentions.none(), max_messages=None)
        self.heard: list[discord.Message] = []
        self.left: list[int] = []
        self.tree = app_commands.CommandTree[Any](self)
        self.tree.add_command(app_commands.Command(name="ask", description="Ask.", callback=_ask))
        self.tree.add_command(app_commands.ContextMenu(name="Ask about this", callback=_about))
        self.tree.add_command(_corpus())

    async def setup_hook(self) -> None:
        self.add_view(Buttons())
        await self.tree.sync()

    async def on_message(self, message: discord.Message) -> None:
        self.heard.append(message)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        self.left.append(guild.id)


@contextlib.asynccontextmanager
async def visiting(small: Loopback, guest: Guest | None = None) -> AsyncIterator[Guest]:
    guest = guest or Guest()
    async with connected(guest, small):
        yield guest


async def _ask(interaction: Interaction, question: app_commands.Range[str, 1, 40]) -> None:
    await interaction.response.defer(thinking=True)
    await interaction.followup.send(question, view=Buttons())


async def _about(interaction: Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(f"about {message.content}", ephemeral=True)


def _corpus() -> app_commands.Group:
    corpus = app_commands.Group(
        name="corpus",
        description="Articles.",
        guild_only=True,
        default_permissions=discord.Permissions(manage_guild=True),
    )
    corpus.add_command(app_commands.Command(name="add", description="Add.", callback=_add))
    feed = app_commands.Group(name="feed", description="Feeds.", parent=corpus)
    feed.add_command(_feed_add)
    return corpus


async def _add(
    interaction: Interaction,
    file: discord.Attachment | None = None,
    role: discord.Role | None = None,
    channel: discord.TextChannel | None = None,
    member: discord.Member | None = None,
) -> None:
    if role is not None:
        await interaction.response.send_message("roles", view=Roles(), ephemeral=True)
        return
    read = (await file.read()).decode() if file else None
    await interaction.response.send_message(f"{read} {channel} {member}", ephemeral=True)


@app_commands.command(name="add", description="Add a feed.")
@app_commands.choices(mode=[app_commands.Choice(name="By itself", value="auto")])
async def _feed_add(
    interaction: Interaction, outlet: str, often: app_commands.Range[int, 1, 24] = 1, mode: str = "auto"
) -> None:
    await interaction.response.send_message(f"{outlet} {often} {mode}", ephemeral=True)


@_feed_add.autocomplete("outlet")
async def _outlets(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=f"{typed} {interaction.guild_id}", value=typed)]
