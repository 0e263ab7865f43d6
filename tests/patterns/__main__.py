"""Trying every pattern of the product, in a process of its own: `python -m tests.patterns SIZE CHOICES`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from tests.patterns.collected import collected
from tests.patterns.tried import slow

# A pattern whose text is short wherever it is used: how many characters at most, and what sees to that.
BOUNDED: dict[str, tuple[int, str]] = {
    "corpus/paywall.py:_WALL": (200, "its sentences are looked at up to _LONGEST characters"),
}

_AT_ONCE = 0.05  # seconds that such a text may take


def main() -> None:
    """Print how many patterns and texts were tried, and which were slow, as JSON."""
    size, choices = int(sys.argv[1]), int(sys.argv[2])
    found = collected()
    counted: list[int] = []
    late = []
    for one in found:
        most, _ = BOUNDED.get(one.place, (size, ""))
        limit = _AT_ONCE if most < size else None
        late += [asdict(each) for each in slow(one, min(most, size), choices, counted, limit)]
    sys.stdout.write(json.dumps({"patterns": len(found), "texts": len(counted), "slow": late}))


if __name__ == "__main__":
    main()
