"""Sizes of files, in words."""

_UNITS = ("bytes", "kB", "MB", "GB", "TB")
_STEP = 1000


def size(number: int) -> str:
    """Return a number of bytes as people read it, such as `12.3 MB`."""
    value, unit = float(number), 0
    while value >= _STEP and unit < len(_UNITS) - 1:
        value, unit = value / _STEP, unit + 1
    return f"{value:.1f} {_UNITS[unit]}" if unit else f"{number} {_UNITS[0]}"
