"""Pins what the peers are installed from: writes the `.txt` of each `.in`.

`python -m tests.benchmarks.peers.lock`. Torch is that of newsdesk, pinned in `deploy/locked/`.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

_FOLDER = Path(__file__).parent
_TORCH = re.compile(r"torch=|nvidia-|cuda-|triton=")
_CONSTRAINTS = _FOLDER.parents[2] / "constraints.txt"


def main() -> None:
    """Choose the newest versions that go together, with the hashes of all their files."""
    torch = next(line for line in _CONSTRAINTS.read_text("utf-8").splitlines() if line.startswith("torch=="))
    for file in sorted(_FOLDER.glob("*.in")):
        how = ["--universal", "--python-version=3.11", "--generate-hashes", "--no-header", "--no-annotate"]
        asked = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", *how, "-"]
        needed = f"{file.read_text(encoding='utf-8')}{torch.partition(';')[0]}\n"
        chosen = subprocess.run(asked, input=needed, check=True, text=True, stdout=subprocess.PIPE).stdout
        blocks = re.split(r"^(?=[A-Za-z0-9])", chosen, flags=re.MULTILINE)
        kept = "".join(one for one in blocks if one.strip() and not _TORCH.match(one))
        file.with_suffix(".txt").write_text(kept, encoding="utf-8")


if __name__ == "__main__":
    main()
