"""What Alembic runs to reach the catalogue: it works on the connection that it is handed."""

from alembic import context

from corpus.catalogue.migrations import TABLE
from corpus.catalogue.migrations.compared import compared, everywhere, written
from corpus.catalogue.schema import tables

context.configure(
    connection=context.config.attributes["connection"],
    version_table=TABLE,
    target_metadata=tables,
    include_name=compared,
    include_object=everywhere,
    render_item=written,
    render_as_batch=True,
)
context.run_migrations()
