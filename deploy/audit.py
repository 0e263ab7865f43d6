"""Looks for known vulnerabilities in what newsdesk runs with, by pip-audit: `make check`.

Fails where there are some, with what mends them. Where nobody can be asked, it says so and fails nothing:
a machine without a network, or with an index that has no advisories, checks all else still.
"""

# ruff: noqa: INP001, T201 - a script, not a package, that prints
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCKED = Path(__file__).parent / "locked"
# Those that do not concern newsdesk: each with the reason why.
IGNORED: dict[str, str] = {}
_PROBE_SECONDS = 15  # two packages; a network that drops what it is sent takes this long
_SECONDS = 120
_CANNOT = "pip-audit: no advisories can be asked for from here: known vulnerabilities were NOT looked for."


def main(*options: str) -> int:
    """Look, and return 1 where something was found; `options` are pip-audit's."""
    # Where one package cannot be asked about, the others need not be tried.
    if not _asked(_audited(["build.txt"], _PROBE_SECONDS, options)):
        print(_CANNOT)
        return 0
    audited = _audited(["runs.txt", "torch.txt"], _SECONDS, options)
    if not _asked(audited):
        print(_CANNOT)
        return 0
    found = _vulnerabilities(audited)
    print(
        *found, f"pip-audit: {len(_asked(audited))} packages, {len(found)} known vulnerabilities.", sep="\n"
    )
    return 1 if found else 0


def _audited(locks: list[str], seconds: float, options: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return what pip-audit says of each package of those locks; nothing where it says nothing."""
    how = ["--disable-pip", "--no-deps", "--timeout", "5", "--progress-spinner", "off", "--format", "json"]
    how += [f"--ignore-vuln={one}" for one in IGNORED]
    how += [f"--requirement={LOCKED / lock}" for lock in locks]
    asked = [sys.executable, "-m", "pip_audit", *how, *options]
    try:
        done = subprocess.run(  # noqa: S603 - it is our own
            asked, check=False, capture_output=True, text=True, timeout=seconds
        )
        dependencies: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        return []
    return dependencies


def _asked(audited: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in audited if "skip_reason" not in one]


def _vulnerabilities(audited: list[dict[str, Any]]) -> list[str]:
    return [
        f"{one['name']} {one['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'none'}"
        for one in _asked(audited)
        for hole in one["vulns"]
    ]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
