"""Names of places, people and roads, made up of parts."""

import random

_BEGINNINGS = (  # noqa: SIM905 - names are read as a line, not as a column
    "Al Ber Bor Dal Dren El Fal Gar Hal Har Kel Kor Lan Lin Mar Mol Nor Os Ral Rem Sel Tor Val Ver Wal Zel"
).split()
_MIDDLES = ("a", "e", "i", "o", "en", "er", "el", "an", "in")
_ENDINGS = (  # noqa: SIM905 - names are read as a line, not as a column
    "berg dam den dorp feld ford ham haven hof holt lund mark mere mond sloot stad ster ton veen wick wijk "
    "zand"
).split()
_FIRST = (  # noqa: SIM905 - names are read as a line, not as a column
    "Anna Bas Carla Daan Eva Femke Gijs Hanna Ivo Jan Karin Lars Mila Nora Olaf Petra Ruth Sven Tess Victor "
    "Alice Ben Claire David Ellen Frank Grace Henry Irene Jack Kate Liam Mary Neil Olive Peter Rose Simon "
    "Tom Wendy"
).split()
_LAST = (  # noqa: SIM905 - names are read as a line, not as a column
    "Akkerman Baars Dekker Evers Geerts Hoekstra Jonker Kramer Lammers Meijer Nolten Otten Postma Ruiter "
    "Schouten Tielens Visser Wolters Ashdown Barlow Carver Dalton Ellery Fenton Garner Hartley Ingram "
    "Kendall Lowell Mercer Norris Osborne Parrish Radley Sexton Thorne"
).split()


def place(chance: random.Random) -> str:
    """Make up a name of a place, which companies, schools and storms may bear as well."""
    middle = chance.choice(_MIDDLES) if chance.random() < 0.4 else ""  # noqa: PLR2004 - two in five have one
    return f"{chance.choice(_BEGINNINGS)}{middle}{chance.choice(_ENDINGS)}"


def person(chance: random.Random) -> str:
    """Make up a name of a person."""
    return f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"


def code(chance: random.Random) -> str:
    """Make up a road's number."""
    return f"{chance.choice('ABENRS')}{chance.randint(1, 399)}"
