"""Where there is no room, a backup or a restore says so and leaves what was there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import OpenDesk
from tests.storage.backed_up import back_up, contents_at
from tests.storage.newsroom import BONUS, BRIDGE, add, article

_ROOT = Path(__file__).parents[2]
# In a mount namespace of its own: whatever happens, the small disk goes with its process.
_SCRIPT = """
mount -t tmpfs -o size=3m tmpfs small
cp catalogue.db small/
dd if=/dev/zero of=small/full bs=1k count={filled} 2>/dev/null
NEWSDESK_HOME=$PWD/small "$1" -m bot {command}
echo "$?"
ls -A small
cp small/catalogue.db after.db
"""


@pytest.mark.torture
@pytest.mark.parametrize("filled", [2300, 2000, 1700, 1400, 1100])
@pytest.mark.parametrize("command", ["backup small/backup.zip", "restore backup.zip --yes"])
def test_a_full_disk_is_told_and_leaves_what_was_there(
    open_desk: OpenDesk, tmp_path: Path, command: str, filled: int
) -> None:
    if subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let a test mount a small disk")
    desk = open_desk()
    add(desk, article(BONUS))
    back_up(desk, tmp_path / "backup.zip")
    add(desk, article(BRIDGE, language="en"))
    desk.close()
    before = contents_at(desk.settings.database_url)
    (tmp_path / "small").mkdir()

    script = _SCRIPT.format(filled=filled, command=command)
    ended = subprocess.run(
        ["unshare", "-m", "bash", "-c", script, "bash", sys.executable],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "PYTHONPATH": str(_ROOT), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert "Traceback" not in ended.stderr
    code, *left = [
        line for line in ended.stdout.splitlines() if not line.startswith(("Back", "Rest", "What"))
    ]
    assert [one for one in left if one.startswith(".newsdesk")] == []
    if code == "1":
        assert "There is no room for " in ended.stderr
        assert contents_at(f"sqlite:///{tmp_path / 'after.db'}") == before
        assert [one for one in left if one.endswith(".zip")] == []
    else:
        assert code == "0"
        assert [one for one in left if one.endswith(".zip")]
