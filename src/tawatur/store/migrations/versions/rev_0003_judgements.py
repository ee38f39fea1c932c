"""What people decide about statements, claims and ties is kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

Number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "judgements",
        sa.Column("number", Number, autoincrement=False, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("withdrawn", sa.String(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_judgements")),
    )
    op.create_table(
        "judgement_articles",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("judgement", Number, nullable=False),
        sa.ForeignKeyConstraint(
            ["judgement"], ["judgements.number"], name=op.f("fk_judgement_articles_judgement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article", "judgement", name=op.f("pk_judgement_articles")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_judgement_articles_judgement"), "judgement_articles", ["judgement"], unique=False)
