"""The page `docs/quality.md`, from figures that were just measured."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bot.figure_rows import rows
from bot.report.plots import Plot
from retrieval.lab.evaluating.measures import Figures
from retrieval.lab.evaluating.run import Run
from tests.quality.held_out import COLUMNS, held_out
from tests.quality.measured import Pair
from tests.quality.targets import Target

_NOTES = Path(__file__).parent / "notes.md"
_OPENING = """# Quality

Written by `{command}`; change `tests/quality` instead. Shares lie between 0 and 1. "First" and "any": an
accepted answer stands in the first quote, in any of at most three, whether the bot was sure enough to show
them or not. "Answered" and "refused": shares of the questions that can and that cannot be answered. Risk is
the share of answers that are wrong when so many questions are answered, the surest first.
"""
_NO_DATA = """
## XQuAD

Not measured: `EVAL_DATA=/path/to/qa make eval` asks the questions of a folder that holds
`xquad_dev.en.questions.jsonl` and its like, and SQuAD 2.0's of the folder `reading` beside it.
"""
_HALVES = """
Half of the articles left out, then the other half, so that every question is asked once with its article
and once without:
"""
_NEAR = """## SQuAD 2.0, near-unanswerable questions

`squad20_dev_nonheldout` (CC BY-SA 4.0): each paragraph an article, half of the questions written by people so
that a paragraph is near and does not answer:
"""
_HELD_OUT = """
## What the confidence was fitted to

Nothing above: the two regressions of `retrieval/answering/confidence.py` are fitted to questions that were
held out of the reader's training, SQuAD 2.0's, QED's and SelQA's, with names, years and numbers changed and
texts left out, in English and with words of question or texts replaced by Dutch ones. Here they are fitted
to four fifths of the groups and tried on the rest, in turn (`python -m retrieval.lab.calibration fit`):
"""
_COLUMNS = (
    "",
    "questions",
    "hits@1",
    "hits@4",
    "MRR@10",
    "first",
    "any",
    "AUROC",
    "ECE",
    "answered",
    "refused",
)


def document(
    own: Run,
    pairs: Sequence[Pair],
    near: Run | None,
    targets: Sequence[Target],
    plots: Mapping[str, Sequence[Plot]],
    processor: str,
    command: str = "make eval",
) -> str:
    """Return the page.

    Args:
        own: the own questions.
        pairs: the questions of XQuAD.
        near: those of SQuAD 2.0; None where they are not at hand.
        targets: what is to be reached.
        plots: those of each section by the beginning of their files' names.
        processor: what it was measured on.
        command: what repeats it.
    """
    sections = [
        _OPENING.format(command=command),
        "\n## What is to be reached\n",
        _table(("", "before the reader", "must", "aim", "reached", ""), map(_target, targets)),
        "\n## The own questions, on the sample articles\n",
        _table(("measure", "value"), [*rows(own.figures), ("processor", processor)]),
        "\nGroups of them; a question can be in several.\n",
        _table(_COLUMNS, (_figures(name, one) for name, one in own.groups.items())),
        _pictures("own", plots["own"]),
        _xquad(pairs, plots.get("xquad", ())) if pairs else _NO_DATA,
        *((_NEAR, _table(_COLUMNS, [_figures(near.name, near.figures)])) if near else ()),
        _HELD_OUT,
        _table(COLUMNS, held_out()),
        f"\n{_NOTES.read_text(encoding='utf-8')}",
    ]
    return "\n".join(part.strip("\n") + "\n" for part in sections)


def _xquad(pairs: Sequence[Pair], plots: Sequence[Plot]) -> str:
    whole = (_figures(one.name, one.whole.figures, abstaining=False) for one in pairs)
    hidden = (_figures(one.name, one.hidden.figures) for one in pairs)
    return "\n".join(
        (
            "## XQuAD\n\nXQuAD-dev (CC BY-SA 4.0), the question's language first. All articles there:\n",
            _table(_COLUMNS, whole),
            _HALVES,
            _table(_COLUMNS, hidden),
            _pictures("xquad", plots),
        )
    )


def _target(one: Target) -> tuple[str, ...]:
    sign = "at most " if one.less else ""
    wanted = (f"{sign}{share:g}" if share is not None else "" for share in (one.must, one.aim))
    return one.name, _share(one.before), *wanted, _share(one.reached), _verdict(one)


def _share(share: float | None) -> str:
    if share is None:
        return ""
    return f"{share:.3f}" if share < 1 else f"{share:g}"


def _verdict(one: Target) -> str:
    if one.reached is None:
        return "not measured"
    if one.short is None:
        return ""
    return f"{one.short:.3f} short" if one.short else "reached"


def _figures(name: str, one: Figures, *, abstaining: bool = True) -> Sequence[str]:
    quoted, known = one.quoted, one.abstention
    shares = (
        *(one.ranking[measure] for measure in ("hits@1", "hits@4", "mrr@10")),
        *((quoted.first, quoted.any) if quoted else (None, None)),
        *((known.auroc, known.ece, known.answered, known.refused) if abstaining else (None,) * 4),
    )
    return (name, str(one.questions), *("" if share is None else f"{share:.3f}" for share in shares))


def _pictures(beginning: str, plots: Iterable[Plot]) -> str:
    return "\n" + "\n".join(
        f"![{one.frame.title}: {one.frame.told}](quality/{beginning}-{one.name}.svg)" for one in plots
    )


def _table(columns: Sequence[str], cells: Iterable[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *cells]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)
