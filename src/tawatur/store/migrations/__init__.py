"""The history of the archive's schema, as Alembic runs it."""
