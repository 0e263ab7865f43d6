"""`newsdesk upgrade`: brings a catalogue of an earlier release up to date."""

from bot.commands.desk import bring_up_to_date, open_desk
from bot.commands.options import Json


def upgrade(*, as_json: Json = False) -> None:
    """Bring a catalogue of an earlier release up to date. The bot and every command that writes do so too."""
    from bot.terminal.console import output, print_json

    desk = open_desk()
    done = desk.catalogue.upgraded
    bring_up_to_date(desk)
    if as_json:
        copy = str(done.copy) if done and done.copy else None
        print_json({"upgraded": done is not None, "was": done.was if done else None, "copy": copy})
    else:
        output().print("The catalogue is up to date.")
