"""The one collection that all tables of the catalogue belong to."""

from __future__ import annotations

from sqlalchemy import MetaData

tables = MetaData()
