from __future__ import annotations

import pytest

from tests.benchmarks.processor import described, processor

CORE = "processor\t: {}\nmodel name\t: A Processor 3000\nflags\t\t: fpu {}\n"


@pytest.mark.parametrize(
    ("flags", "vnni"),
    [("avx512f avx512_vnni", "with"), ("avx2 avx_vnni", "with"), ("avx2 avx512f", "without")],
)
def test_figures_name_the_processor_and_whether_it_has_vnni(flags: str, vnni: str) -> None:
    told = "\n".join(CORE.format(number, flags) for number in range(2))
    assert described(told) == f"A Processor 3000, 2 cores, {vnni} VNNI"


def test_this_machine_has_a_processor() -> None:
    assert processor()
