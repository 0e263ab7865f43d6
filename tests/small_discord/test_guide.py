"""What the guide to the small Discord says is so: its bot runs, and its rooms are built in that order."""

from __future__ import annotations

import ast
import re
import runpy
from collections.abc import Iterator
from pathlib import Path

_PACKAGE = Path(__file__).parent
_GUIDE = (_PACKAGE / "README.md").read_text(encoding="utf-8")
_FOREIGN = {"bot", "retrieval", "corpus", "tests"}


async def test_the_bot_of_the_guide_is_tried_as_it_says(tmp_path: Path) -> None:
    (example,) = re.findall(r"^```python\n(.*?)^```$", _GUIDE, re.DOTALL | re.MULTILINE)
    file = tmp_path / "test_shop.py"
    file.write_text(example, encoding="utf-8")

    await runpy.run_path(str(file))["test_a_shirt_is_ordered"]()


def test_nothing_here_knows_newsdesk_or_its_tests() -> None:
    imports = {module for file in _PACKAGE.rglob("*.py") for module in _imported(file)}

    ours = {module for module in imports if module.split(".")[0] in _FOREIGN}
    assert {module for module in ours if not module.startswith("tests.small_discord.")} == set()
    assert "tests.small_discord.loopback.Loopback" in ours


def test_each_room_is_built_of_those_before_it() -> None:
    rooms = re.findall(r"^\| `(\w+)/` \|", _GUIDE, re.MULTILINE)
    assert set(rooms) == {file.parent.name for file in _PACKAGE.glob("*/*.py")}

    for place, room in enumerate(rooms):
        modules = {module for file in (_PACKAGE / room).glob("*.py") for module in _imported(file)}
        entered = {module.split(".")[2] for module in modules if module.startswith("tests.small_discord.")}
        assert entered <= set(rooms[: place + 1]), room


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
