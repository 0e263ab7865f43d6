"""Writes the exact versions that are installed, with the hashes of all their files: `make constraints`.

`constraints.txt` has every version, for `pip install -c`, also of the extras. What `make`, CI and the image
install stands in `deploy/locked/`, with hashes that pip insists on:

    build.txt      what builds newsdesk, and what comes without a wheel
    torch-cpu.txt  torch as it is built for the CPU: as a file, or on an index of PyTorch's
    torch.txt      torch as PyPI has it, on Linux with CUDA beside it: where the other is not at hand
    runs.txt       what else newsdesk runs with
    develops.txt   that, and what tests and checks it
    image.txt      runs.txt without torch, which the bundled models do not need, and what only servers use

They hold for every platform and Python that uv knows files for. Say `--upgrade` for the newest versions that
pyproject.toml allows; without it those that are there stay, and only what is missing is chosen.
"""

# ruff: noqa: INP001 - a script, not a package
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCKED = ROOT / "deploy" / "locked"
CONSTRAINTS = ROOT / "constraints.txt"
# PyTorch publishes its builds for the CPU on an index of its own, of which uv is not told: the hash of
# torch-2.13.0+cpu-cp311-cp311-manylinux_2_28_x86_64.whl. In one file with PyPI's, pip would never choose it:
# it prefers what the index states a hash of to a file without.
CPU_BUILD = """torch==2.13.0+cpu \\
    --hash=sha256:6746dbcbeb526eb61330b76b41ff1b4eb848951103a892eeb080dfa2b264667b
"""
_HEAVY = ("torch", "sentence-transformers")  # what EMBEDDING_MODEL and RERANKER_MODEL need
# What serves Chroma or fetches models from a hub, which the image does neither of: 160 MB.
_FOR_SERVERS = ("kubernetes", "uvicorn", "hf-xet")
_TORCH = re.compile(r"torch=|nvidia-|cuda-|triton=")
_BUILD = ("setuptools", "wheel")
_MADE = "# Made by `make constraints`; deploy/lock.py says what for.\n"


def main(*options: str) -> None:
    """Write them all; `options` are uv's."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = project["project"]["dependencies"]
    versions = _compiled(["pyproject.toml", "--all-extras", *options], [*_BUILD])
    CONSTRAINTS.write_text(_MADE + versions, encoding="utf-8")
    hashed = ["--generate-hashes", "--constraints", str(CONSTRAINTS)]
    runs = _compiled(["pyproject.toml", *hashed])
    _write("build.txt", _blocks(_compiled(hashed, _BUILD)))
    _write("torch-cpu.txt", [CPU_BUILD])
    _write("torch.txt", (one for one in _blocks(runs) if _TORCH.match(one)))
    _write("runs.txt", (one for one in _blocks(runs) if not _TORCH.match(one)))
    developed = _blocks(_compiled(["pyproject.toml", "--extra=dev", *hashed]))
    _write("develops.txt", (one for one in developed if not _TORCH.match(one)))
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as never:
        never.writelines(f"{one} ; python_version < '3'\n" for one in _FOR_SERVERS)
        never.flush()
        light = [one for one in needed if not one.startswith(_HEAVY)]
        _write("image.txt", _blocks(_compiled([*hashed, "--overrides", never.name], light)))


def _compiled(arguments: Iterable[str], more: Iterable[str] = ()) -> str:
    """Return what uv chooses for those requirements, on any platform."""
    how = ["--universal", "--python-version=3.11", "--no-header", "--no-annotate", "--quiet"]
    # What is there is kept where `--upgrade` does not say otherwise.
    kept = [] if "--generate-hashes" in arguments else ["--output-file", str(CONSTRAINTS)]
    asked = [sys.executable, "-m", "uv", "pip", "compile", *arguments, *how, *kept]
    asked += ["-"] if more else []
    done = subprocess.run(  # noqa: S603 - it is our own
        asked, input="\n".join(more), cwd=ROOT, check=True, text=True, stdout=subprocess.PIPE
    )
    return CONSTRAINTS.read_text(encoding="utf-8") if kept else done.stdout


def _blocks(compiled: str) -> Iterator[str]:
    """Return each version with its hashes."""
    return (block for block in re.split(r"^(?=[A-Za-z0-9])", compiled, flags=re.MULTILINE) if block.strip())


def _write(name: str, blocks: Iterable[str]) -> None:
    (LOCKED / name).write_text(_MADE + "".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
