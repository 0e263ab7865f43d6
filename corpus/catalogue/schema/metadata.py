"""The one collection that all tables of the catalogue belong to."""

from sqlalchemy import MetaData

tables = MetaData()
