"""The records as JSON documents, with the keys that are promised to programs."""

from typing import Any

Document = dict[str, Any]
