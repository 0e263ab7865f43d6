"""HTML and SVG built of elements: whatever is not an element is escaped."""

import re

from markupsafe import Markup

_VOID = frozenset(("meta", "wbr"))
# Between these, blanks would be seen.
_INLINE = frozenset(
    ("a", "abbr", "b", "code", "em", "li", "p", "span", "strong", "td", "text", "th", "title")
)


def element(name: str, /, *inside: str, **attributes: str | float | None) -> Markup:
    """Return an element; strings inside and the values of attributes are escaped, `Markup` inside is not.

    In the names of attributes an underscore stands for a hyphen; one at the end makes a name that Python
    keeps for itself (`class_`). Attributes that are None are left out.
    """
    said = together(
        *(
            Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _written(value))
            for key, value in attributes.items()
            if value is not None
        )
    )
    if name in _VOID:
        return Markup("<{}{}>").format(name, said)
    between = Markup() if name in _INLINE else Markup("\n")
    return Markup("<{0}{1}>{2}</{0}>").format(name, said, between.join(inside))


def together(*parts: str) -> Markup:
    """Return parts one after the other, without an element around them."""
    return Markup().join(parts)


def breakable(name: str) -> Markup:
    """Return the name of a setting or model, which a narrow window may break where its parts meet."""
    return together(*(part or element("wbr") for part in re.split(r"(?<=[=_/-])()", name)))


def _written(value: str | float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
