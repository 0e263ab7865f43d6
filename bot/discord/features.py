"""What the bot can do, a line for each feature: where the next one is added."""

from __future__ import annotations

from bot.discord.adding import command as adding
from bot.discord.administration import command as administration
from bot.discord.asking import deleting, feedback, meant, passages, search, sources_list, telling
from bot.discord.asking.ask import ask_command
from bot.discord.asking.why import command as why
from bot.discord.curating import feature as curating
from bot.discord.digest import command as digest
from bot.discord.feeds import command as feeds
from bot.discord.floor import Floor
from bot.discord.greeting import feature as greeting
from bot.discord.helping import command as helping
from bot.discord.interrupted import telling as interrupted
from bot.discord.sharing import following, sharing
from bot.discord.talking import about_this, asking_on, talk, threads
from bot.discord.timeline import command as timeline
from bot.discord.unanswered import command as unanswered
from bot.discord.watching import command as watching


def install(floor: Floor) -> None:
    """Hang every command, button, menu, modal and chore where it belongs."""
    floor.tree.add_command(ask_command(floor.asker))
    passages.install(floor)
    feedback.install(floor)
    telling.install(floor)
    meant.install(floor)
    deleting.install(floor)
    search.install(floor)
    timeline.install(floor)
    sharing.install(floor)
    following.install(floor)
    sources_list.install(floor)
    why.install(floor)
    adding.install(floor)
    curating.install(floor)
    talk.install(floor)
    threads.install(floor)
    asking_on.install(floor)
    about_this.install(floor)
    feeds.install(floor)
    unanswered.install(floor)
    administration.install(floor)
    helping.install(floor)
    greeting.install(floor)
    interrupted.install(floor)
    digest.install(floor)
    watching.install(floor)
    floor.tree.add_command(floor.corpus)
