"""The steps from each schema that a catalogue has had to the next, run by Alembic."""

from pathlib import Path

# Where a catalogue keeps which revision it has. The table is Alembic's; its name is ours, for a database may
# have another program's beside it.
TABLE = "schema_revision"
STEPS = Path(__file__).parent / "steps"
