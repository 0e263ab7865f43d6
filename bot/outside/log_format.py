"""The two ways to write a log: known without the library that writes one of them."""

from enum import StrEnum


class LogFormat(StrEnum):
    """How lines are written: as text for people, or each as an object of JSON."""

    TEXT = "text"
    JSON = "json"
