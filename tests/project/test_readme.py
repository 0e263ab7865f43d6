from __future__ import annotations

import re
import shlex
from pathlib import Path

from tests.commands.program import Newsdesk

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
COMMANDS = [
    line.removeprefix("$ newsdesk ")
    for block in BLOCKS
    for line in block.splitlines()
    if line.startswith("$ newsdesk ")
]


def test_the_commands_of_the_readme_work_in_their_order(tmp_path: Path) -> None:
    newsdesk = Newsdesk(tmp_path)
    assert COMMANDS
    for command in COMMANDS:
        ended = newsdesk(*shlex.split(command, comments=True))
        assert ended.code in {0, 3}, (command, ended.err)
        assert ended.out or ended.code == 0
