"""What the bot can do, a line for each feature: where the next one is added."""

from bot.discord.adding import add_command as adding
from bot.discord.administration import settings_command as administration
from bot.discord.asking import (
    delete_button,
    feedback_buttons,
    meant,
    passages_button,
    search_command,
    sources_list,
)
from bot.discord.asking.ask import ask_command
from bot.discord.asking.asker import Asker
from bot.discord.asking.why import why_command as why
from bot.discord.backing_up import nightly_chore as backing_up
from bot.discord.connection.floor import Floor
from bot.discord.curating import feature as curating
from bot.discord.digest import digest_command as digest
from bot.discord.feeds import feed_commands as feeds
from bot.discord.greeting import greeting_feature as greeting
from bot.discord.helping import help_card as helping
from bot.discord.interrupted import apologies as interrupted
from bot.discord.sharing import shared_notes, sharing
from bot.discord.talking import about_this, asking_on, talk, threads
from bot.discord.timeline import timeline_command as timeline
from bot.discord.unanswered import report_button
from bot.discord.unanswered import unanswered_command as unanswered
from bot.discord.watching import watch_commands as watching


def install(floor: Floor, asker: Asker) -> None:
    """Hang every command, button, menu, modal and chore where it belongs."""
    floor.tree.add_command(ask_command(asker))
    passages_button.install(floor)
    feedback_buttons.install(floor)
    report_button.install(floor)
    meant.install(floor, asker)
    delete_button.install(floor)
    search_command.install(floor, asker)
    timeline.install(floor, asker)
    sharing.install(floor)
    shared_notes.install(floor)
    sources_list.install(floor)
    why.install(floor)
    adding.install(floor)
    curating.install(floor)
    talk.install(floor, asker)
    threads.install(floor, asker)
    asking_on.install(floor, asker)
    about_this.install(floor, asker)
    feeds.install(floor)
    unanswered.install(floor)
    administration.install(floor)
    helping.install(floor)
    greeting.install(floor)
    interrupted.install(floor)
    digest.install(floor)
    backing_up.install(floor)
    watching.install(floor, asker)
    floor.tree.add_command(floor.corpus)
