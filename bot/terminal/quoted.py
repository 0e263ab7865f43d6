"""A quotation on the terminal: the words that answer, by whom and when, and what they stand in."""

from collections.abc import Sequence

from bot.cautions import captioned
from bot.terminal.console import print_parts
from bot.terminal.remarks import labelled, markers
from bot.wordings import Wording

_Part = tuple[str, str]


def print_quoted(wording: Wording, language: str | None, labels: str) -> None:
    """Print what answers first; words that are most of their quotation only once, in it.

    Args:
        wording: what is quoted.
        language: the asker's, for figures.
        labels: the language of our own words.
    """
    signed = _signed(wording, language)
    if wording.headline:
        label = captioned(labelled(wording.cautions, labels), "")
        print_parts([(label, ""), (wording.headline, "bold"), *signed])
        _print_context(wording)
        print_parts(_quotation(wording), by=4)
    else:
        _print_context(wording)
        label = captioned(labelled(wording.cautions, labels), "")
        print_parts([(label, ""), *_quotation(wording), *signed])
    print_parts([])


def _print_context(wording: Wording) -> None:
    if wording.context:
        print_parts([(wording.context, "dim")], by=4)


def _quotation(wording: Wording) -> list[_Part]:
    quote, reply = wording.quoted.quote, wording.reply
    if reply is None:
        return [(f"\u201c{quote}\u201d", "")]
    within = reply.within
    return [
        (f"\u201c{quote[: within.start]}", ""),
        (reply.words, "bold"),
        (f"{quote[within.end :]}\u201d", ""),
    ]


def _signed(wording: Wording, language: str | None) -> Sequence[_Part]:
    draft = wording.quoted.article.draft
    figures = ", ".join(wording.figures(language))
    where = ", ".join(str(part) for part in (draft.outlet, draft.published) if part)
    return (
        (f" ({figures})" if figures else "", ""),
        (f" \u00b7 {where}" if where else "", "cyan"),
        (f" {markers(wording)}", "bold"),
    )
