"""Signs of old fonts as the letters that they show, so that a quotation holds letters."""

import re
import unicodedata

# What TeX's text encodings draw for these codes: OT1 from 0x0B, T1 from 0x1B (LaTeX's encguide).
_TEX = dict(
    zip("\x0b\x0c\x0d\x0e\x0f\x1b\x1c\x1d\x1e\x1f", ("ff", "fi", "fl", "ffi", "ffl") * 2, strict=True)
)
# Adobe's and Apple's fonts kept the two ligatures here before Unicode had a place for them.
_PRIVATE = {"\uf001": "fi", "\uf002": "fl"}
# Adobe Glyph List: old-style figures and small capitals.
_FIGURES = {chr(0xF730 + at): str(at) for at in range(10)}
_SMALL_CAPITALS = {chr(0xF761 + at): chr(ord("A") + at) for at in range(26)}
# A symbol font's own codes lie at 0xF000 and above; Symbol and Wingdings draw these as bullets.
_SYMBOLS = {chr(0xF000 + code): chr(code) for code in range(0x20, 0x7F)}
_BULLETS = dict.fromkeys("\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf06c\uf06e", "•")
_DUTCH_IJ = {"ĳ": "ij", "Ĳ": "IJ"}
_LETTERS = str.maketrans(_SYMBOLS | _PRIVATE | _FIGURES | _SMALL_CAPITALS | _BULLETS | _DUTCH_IJ)
_PRESENTED = re.compile("[\ufb00-\ufb06]")
_TEX_CODE = re.compile(r"(?<=\w)[\x0b-\x0f\x1b-\x1f]|[\x0b-\x0f\x1b-\x1f](?=\w)")
# The codes of fi and fl in the Macintosh's and Adobe's own encodings, read as if they were Windows's.
_MISREAD = {"Þ": "fi", "\u00ae": "fi", "\u00af": "fl"}
_MISREAD_SIGN = re.compile(r"(?<=[a-z])[Þ\u00ae\u00af](?=[a-z])")
_SOFT_HYPHEN = re.compile("\u00ad(?!$)")
_UNKNOWN = re.compile(r"(?<=[^\W\d_])[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff](?=[^\W\d_])")
_LOST = "\ufffd"


def letters(line: str) -> str:
    """Return a line with ligatures, small capitals and figures of old fonts as plain letters.

    A soft hyphen is a hyphen at the line's end alone. A sign amid a
    word that nothing explains becomes U+FFFD: a gap that is seen deceives nobody.
    """
    words = _TEX_CODE.sub(lambda code: _TEX[code[0]], line)
    words = _PRESENTED.sub(lambda sign: unicodedata.normalize("NFKC", sign[0]), words.translate(_LETTERS))
    words = _MISREAD_SIGN.sub(lambda sign: _MISREAD[sign[0]], words)
    return _UNKNOWN.sub(_LOST, _SOFT_HYPHEN.sub("", words).replace("\u00ad", "-"))
