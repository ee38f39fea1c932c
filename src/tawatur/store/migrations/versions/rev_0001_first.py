"""The first schema: articles, statements, stories, claims, dossiers, news, runs, and full-text search."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "addresses",
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("final", sa.Text(), nullable=True),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("text_key", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_addresses")),
    )
    op.create_table(
        "articles",
        sa.Column("arrival", Number, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("change", Number, nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("moment", Number, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("n_statements", sa.Integer(), nullable=True),
        sa.Column("read_by", sa.String(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_basis", sa.Text(), nullable=False),
        sa.Column("fetched", sa.Text(), nullable=True),
        sa.Column("outlet_name", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("canonical", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("title_start", sa.Integer(), nullable=True),
        sa.Column("title_end", sa.Integer(), nullable=True),
        sa.Column("text_hash", sa.String(length=64), nullable=False),
        sa.Column("chrome", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("arrival", name=op.f("pk_articles")),
        sa.UniqueConstraint("id", name=op.f("uq_articles_id")),
    )
    op.create_index(op.f("ix_articles_change"), "articles", ["change"], unique=False)
    op.create_index(op.f("ix_articles_moment"), "articles", ["moment"], unique=False)
    op.create_index(op.f("ix_articles_outlet_moment"), "articles", ["outlet", "moment"], unique=False)
    op.create_table(
        "counters",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", Number, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counters")),
    )
    op.create_table(
        "facts",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_facts")),
    )
    op.create_table(
        "former_stories",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_stories")),
    )
    op.create_index(op.f("ix_former_stories_story"), "former_stories", ["story"], unique=False)
    op.create_table(
        "news",
        sa.Column("number", Number, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=True),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("delivered", sa.String(), nullable=True),
        sa.Column("told", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_news")),
    )
    op.create_index(op.f("ix_news_story"), "news", ["story"], unique=False)
    op.create_index(
        "ix_news_waiting",
        "news",
        ["number"],
        unique=False,
        sqlite_where=sa.text("delivered IS NULL"),
        postgresql_where=sa.text("delivered IS NULL"),
    )
    op.create_table(
        "runs",
        sa.Column("number", Number, autoincrement=False, nullable=False),
        sa.Column("command", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("started", sa.String(), nullable=False),
        sa.Column("ended", sa.String(), nullable=True),
        sa.Column("n_read", Number, nullable=False),
        sa.Column("n_added", Number, nullable=False),
        sa.Column("n_versions", Number, nullable=False),
        sa.Column("inputs", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_runs")),
    )
    op.create_table(
        "stories",
        sa.Column("number", Number, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("change", Number, nullable=False),
        sa.Column("dirty", sa.Boolean(), nullable=False),
        sa.Column("first", sa.Double(), nullable=False),
        sa.Column("last", sa.Double(), nullable=False),
        sa.Column("n_members", sa.Integer(), nullable=False),
        sa.Column("n_outlets", sa.Integer(), nullable=False),
        sa.Column("n_claims", sa.Integer(), nullable=False),
        sa.Column("n_corroborated", sa.Integer(), nullable=False),
        sa.Column("n_conflicts", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("near_story", sa.Text(), nullable=True),
        sa.Column("near", sa.Text(), nullable=True),
        sa.Column("alone", sa.Text(), nullable=True),
        sa.Column("outlets", sa.Text(), nullable=False),
        sa.Column("links", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_stories")),
        sa.UniqueConstraint("id", name=op.f("uq_stories_id")),
    )
    op.create_index(op.f("ix_stories_change"), "stories", ["change"], unique=False)
    op.create_index(
        "ix_stories_dirty",
        "stories",
        ["number"],
        unique=False,
        sqlite_where=sa.text("dirty"),
        postgresql_where=sa.text("dirty"),
    )
    op.create_index(op.f("ix_stories_last_number"), "stories", ["last", "number"], unique=False)
    op.create_index(
        "ix_stories_several",
        "stories",
        ["last", "number"],
        unique=False,
        sqlite_where=sa.text("n_outlets > 1"),
        postgresql_where=sa.text("n_outlets > 1"),
    )
    op.create_table(
        "stream_states",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("arrival", Number, nullable=False),
        sa.Column("made", sa.String(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_stream_states")),
    )
    op.create_table(
        "dates",
        sa.Column("article", Number, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.arrival"], name=op.f("fk_dates_article"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "place", name=op.f("pk_dates")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "dossiers",
        sa.Column("story", Number, nullable=False),
        sa.Column("change", Number, nullable=False),
        sa.Column("made", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("json", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["stories.number"], name=op.f("fk_dossiers_story"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story", name=op.f("pk_dossiers")),
    )
    op.create_table(
        "dropped",
        sa.Column("run", Number, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("n", Number, nullable=False),
        sa.Column("where", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["run"], ["runs.number"], name=op.f("fk_dropped_run"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("run", "code", name=op.f("pk_dropped")),
    )
    op.create_table(
        "speakers",
        sa.Column("article", Number, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("affiliation", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article"], ["articles.arrival"], name=op.f("fk_speakers_article"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article", "place", name=op.f("pk_speakers")),
    )
    op.create_index(op.f("ix_speakers_words"), "speakers", ["words"], unique=False)
    op.create_table(
        "statements",
        sa.Column("number", Number, autoincrement=False, nullable=False),
        sa.Column("article", Number, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.Column("content_start", sa.Integer(), nullable=False),
        sa.Column("content_end", sa.Integer(), nullable=False),
        sa.Column("source_start", sa.Integer(), nullable=True),
        sa.Column("source_end", sa.Integer(), nullable=True),
        sa.Column("cue_start", sa.Integer(), nullable=True),
        sa.Column("cue_end", sa.Integer(), nullable=True),
        sa.Column("via_start", sa.Integer(), nullable=True),
        sa.Column("via_end", sa.Integer(), nullable=True),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.Column("explicitness", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("polarity", sa.String(), nullable=False),
        sa.Column("certainty", sa.String(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article"], ["articles.arrival"], name=op.f("fk_statements_article"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_statements")),
    )
    op.create_index(op.f("ix_statements_article_place"), "statements", ["article", "place"], unique=True)
    op.create_index(op.f("ix_statements_id"), "statements", ["id"], unique=False)
    op.create_table(
        "story_changes",
        sa.Column("story", Number, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=True),
        sa.Column("articles", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["stories.number"], name=op.f("fk_story_changes_story"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story", "place", name=op.f("pk_story_changes")),
    )
    op.create_table(
        "story_members",
        sa.Column("story", Number, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article", Number, nullable=False),
        sa.ForeignKeyConstraint(
            ["article"], ["articles.arrival"], name=op.f("fk_story_members_article"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["story"], ["stories.number"], name=op.f("fk_story_members_story"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story", "place", name=op.f("pk_story_members")),
        sa.UniqueConstraint("article", name=op.f("uq_story_members_article")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "versions",
        sa.Column("article", Number, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("fetched", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"], ["articles.arrival"], name=op.f("fk_versions_article"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article", "place", name=op.f("pk_versions")),
    )
    op.create_table(
        "claims",
        sa.Column("number", Number, autoincrement=False, nullable=False),
        sa.Column("story", Number, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("shown", Number, nullable=False),
        sa.Column("n_min", sa.Integer(), nullable=False),
        sa.Column("n_max", sa.Integer(), nullable=False),
        sa.Column("n_members", sa.Integer(), nullable=False),
        sa.Column("n_outlets", sa.Integer(), nullable=False),
        sa.Column("roots", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["shown"], ["statements.number"], name=op.f("fk_claims_shown"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["story"], ["stories.number"], name=op.f("fk_claims_story"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_shown"), "claims", ["shown"], unique=False)
    op.create_index(op.f("ix_claims_story_id"), "claims", ["story", "id"], unique=True)
    op.create_table(
        "quantities",
        sa.Column("statement", Number, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("low", sa.Double(), nullable=True),
        sa.Column("high", sa.Double(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("exact", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["statement"], ["statements.number"], name=op.f("fk_quantities_statement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("statement", "place", name=op.f("pk_quantities")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claim_members",
        sa.Column("claim", Number, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("statement", Number, nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name=op.f("fk_claim_members_claim"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["statement"], ["statements.number"], name=op.f("fk_claim_members_statement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("claim", "place", name=op.f("pk_claim_members")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_claim_members_statement"), "claim_members", ["statement"], unique=False)
    op.create_table(
        "relations",
        sa.Column("a", Number, nullable=False),
        sa.Column("b", Number, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("statement_a", Number, nullable=False),
        sa.Column("statement_b", Number, nullable=False),
        sa.Column("span_a_start", sa.Integer(), nullable=False),
        sa.Column("span_a_end", sa.Integer(), nullable=False),
        sa.Column("span_b_start", sa.Integer(), nullable=False),
        sa.Column("span_b_end", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["a"], ["claims.number"], name=op.f("fk_relations_a"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["b"], ["claims.number"], name=op.f("fk_relations_b"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["statement_a"], ["statements.number"], name=op.f("fk_relations_statement_a"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["statement_b"], ["statements.number"], name=op.f("fk_relations_statement_b"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("a", "b", "place", name=op.f("pk_relations")),
    )
    op.create_index(op.f("ix_relations_b"), "relations", ["b"], unique=False)
    op.create_index(op.f("ix_relations_statement_a"), "relations", ["statement_a"], unique=False)
    op.create_index(op.f("ix_relations_statement_b"), "relations", ["statement_b"], unique=False)
    for name in ("article_words", "statement_words"):
        _words(name)


def _words(name: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"CREATE TABLE {name} (number bigint PRIMARY KEY, words tsvector NOT NULL)")
        op.execute(f"CREATE INDEX ix_{name}_words ON {name} USING gin (words)")
    else:
        # Words come folded and stemmed, with spaces between; the point is that of a number ("12.5").
        op.execute(
            f"CREATE VIRTUAL TABLE {name} USING fts5(first, second, content='', tokenize=\"ascii tokenchars '.'\")"
        )
