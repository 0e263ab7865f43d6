"""The kind of processor that figures were measured on: they say little without it."""

from __future__ import annotations

import platform
import re
from pathlib import Path

_LINUX = Path("/proc/cpuinfo")


def processor() -> str:
    """Return the processor's name, the number of its cores, and whether it multiplies 8 bits with VNNI."""
    return described(_LINUX.read_text(encoding="utf-8")) if _LINUX.exists() else platform.processor()


def described(cpuinfo: str) -> str:
    """Return the same from what Linux tells, where it names no model the architecture."""
    names = re.findall(r"^model name\s*:\s*(.+)$", cpuinfo, re.MULTILINE)
    flags = re.search(r"^flags\s*:(.*)$", cpuinfo, re.MULTILINE)
    vnni = {"avx512_vnni", "avx_vnni"} & set(flags[1].split() if flags else ())
    cores = len(re.findall(r"^processor\s*:", cpuinfo, re.MULTILINE))
    named = names[0] if names else platform.machine()
    return f"{named}, {cores} cores, {'with' if vnni else 'without'} VNNI"
