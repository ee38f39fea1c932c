"""The tables of an archive, the same in SQLite and PostgreSQL; docs/archive.md describes them for users.

Rows refer to each other by numbers that the archive gives (`arrival` of an article, `number` of everything else); the
ids of the records are kept beside them. Where a row has a long text, that is its last column, so that a query which
does not ask for it need not read it. Tables that only lead from one number to others are clustered by their key.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    text,
)  # fmt: skip

from tawatur.store.columns import Nested, Number, Plain

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _own(name: str = "number") -> Column[int]:
    return Column(name, Number, primary_key=True, autoincrement=False)


def _of(name: str, table: str, *, key: bool = False) -> Column[int]:
    """A row of another table; what belongs to it goes with it."""
    return Column(name, Number, ForeignKey(table, ondelete="CASCADE"), primary_key=key, nullable=False)


def _place() -> Column[int]:
    """The place of a record in the tuple that holds it."""
    return Column("place", Integer, primary_key=True, autoincrement=False)


def _span(name: str, *, always: bool = True) -> list[Column[int]]:
    """Two columns for a span of code points."""
    return [Column(f"{name}_{end}", Integer, nullable=not always) for end in ("start", "end")]


counters = Table(
    "counters",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Number, nullable=False),
)
facts = Table(
    "facts",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)
articles = Table(
    "articles",
    metadata,
    _own("arrival"),
    Column("id", Plain, nullable=False, unique=True),
    Column("change", Number, nullable=False, index=True),
    Column("outlet", Plain, nullable=False),
    Column("moment", Number, nullable=False, index=True),
    Column("language", Plain, nullable=False),
    Column("n_statements", Integer),
    Column("read_by", String),
    Column("published", Plain),
    Column("published_basis", Plain, nullable=False),
    Column("fetched", Plain),
    Column("outlet_name", Plain),
    Column("url", Plain),
    Column("canonical", Plain),
    Column("origin", Plain, nullable=False),
    *_span("title", always=False),
    Column("text_hash", String(64), nullable=False),
    Column("chrome", Nested),
    Column("text", Plain, nullable=False),
    Index(None, "outlet", "moment"),
)
article_keys = Table(
    "article_keys",
    metadata,
    Column("key", LargeBinary, primary_key=True),
    _of("article", "articles.arrival", key=True),
    Index(None, "article"),
    sqlite_with_rowid=False,
)
versions = Table(
    "versions",
    metadata,
    _of("article", "articles.arrival", key=True),
    _place(),
    Column("url", Plain),
    Column("published", Plain),
    Column("fetched", Plain),
    Column("origin", Plain, nullable=False),
    Column("added", Integer, nullable=False),
    Column("removed", Integer, nullable=False),
    Column("reason", Nested, nullable=False),
    Column("changes", Nested),
    Column("text", Plain, nullable=False),
)
statements = Table(
    "statements",
    metadata,
    _own(),
    _of("article", "articles.arrival"),
    Column("place", Integer, nullable=False),
    Column("id", Plain, nullable=False, index=True),
    *_span("sentence"),
    *_span("content"),
    *_span("source", always=False),
    *_span("cue", always=False),
    *_span("via", always=False),
    Column("speaker", Plain, nullable=False),
    Column("chain", Nested, nullable=False),
    Column("explicitness", String, nullable=False),
    Column("mode", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("polarity", String, nullable=False),
    Column("certainty", String, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("reasons", Nested),
    Index(None, "article", "place", unique=True),
)
quantities = Table(
    "quantities",
    metadata,
    _of("statement", "statements.number", key=True),
    _place(),
    *_span("span"),
    Column("low", Double),
    Column("high", Double),
    Column("unit", Plain, nullable=False),
    Column("state", Plain),
    Column("approximate", Boolean, nullable=False),
    Column("exact", Nested),
    sqlite_with_rowid=False,
)
speakers = Table(
    "speakers",
    metadata,
    _of("article", "articles.arrival", key=True),
    _place(),
    Column("key", Plain, nullable=False),
    Column("kind", String, nullable=False),
    Column("name", Plain, nullable=False),
    Column("words", Plain, nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("names", Nested, nullable=False),
    Column("affiliation", Nested),
    Column("role", Nested),
)
dates = Table(
    "dates",
    metadata,
    _of("article", "articles.arrival", key=True),
    _place(),
    *_span("span"),
    Column("value", Plain),
    Column("basis", String, nullable=False),
    Column("reason", Nested, nullable=False),
    sqlite_with_rowid=False,
)
several, dirty_stories = text("n_outlets > 1"), text("dirty")
"""What the partial indices of `stories` say; a query that says the same is answered by them."""
stories = Table(
    "stories",
    metadata,
    _own(),
    Column("id", Plain, nullable=False, unique=True),
    Column("change", Number, nullable=False, index=True),
    Column("dirty", Boolean, nullable=False),
    Column("first", Double, nullable=False),
    Column("last", Double, nullable=False),
    Column("n_members", Integer, nullable=False),
    Column("n_outlets", Integer, nullable=False),
    Column("n_claims", Integer, nullable=False),
    Column("n_corroborated", Integer, nullable=False),
    Column("n_conflicts", Integer, nullable=False),
    Column("title", Plain, nullable=False),
    Column("near_story", Plain),
    Column("near", Nested),
    Column("alone", Nested),
    Column("outlets", Nested, nullable=False),
    Column("links", Nested),
    Index(None, "last", "number"),
    Index("ix_stories_several", "last", "number", sqlite_where=several, postgresql_where=several),
    Index("ix_stories_dirty", "number", sqlite_where=dirty_stories, postgresql_where=dirty_stories),
)
story_members = Table(
    "story_members",
    metadata,
    _of("story", "stories.number", key=True),
    _place(),
    Column("article", Number, ForeignKey("articles.arrival", ondelete="CASCADE"), nullable=False, unique=True),
    sqlite_with_rowid=False,
)
story_changes = Table(
    "story_changes",
    metadata,
    _of("story", "stories.number", key=True),
    _place(),
    Column("at", Double, nullable=False),
    Column("kind", String, nullable=False),
    Column("of", Plain, nullable=False),
    Column("other", Plain),
    Column("articles", Nested, nullable=False),
)
story_facets = Table(
    "story_facets",
    metadata,
    Column("kind", String, primary_key=True),
    Column("value", Plain, primary_key=True),
    Column("last", Double, primary_key=True),
    _of("story", "stories.number", key=True),
    Column("label", Plain, nullable=False),
    Column("n", Integer, nullable=False),
    Column("n_outlets", Integer, nullable=False),
    Index(None, "story"),
    sqlite_with_rowid=False,
)
former_stories = Table(
    "former_stories",
    metadata,
    Column("id", Plain, primary_key=True),
    Column("story", Plain, nullable=False, index=True),
)
dossiers = Table(
    "dossiers",
    metadata,
    _of("story", "stories.number", key=True),
    Column("change", Number, nullable=False),
    Column("made", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("json", LargeBinary, nullable=False),
)
claims = Table(
    "claims",
    metadata,
    _own(),
    _of("story", "stories.number"),
    Column("id", Plain, nullable=False),
    _of("shown", "statements.number"),
    Column("n_min", Integer, nullable=False),
    Column("n_max", Integer, nullable=False),
    Column("n_members", Integer, nullable=False),
    Column("n_outlets", Integer, nullable=False),
    Column("roots", Nested),
    Column("text", Plain, nullable=False),
    Index(None, "story", "id", unique=True),
    Index(None, "shown"),
)
claim_members = Table(
    "claim_members",
    metadata,
    _of("claim", "claims.number", key=True),
    _place(),
    _of("statement", "statements.number"),
    Index(None, "statement"),
    sqlite_with_rowid=False,
)
relations = Table(
    "relations",
    metadata,
    _of("a", "claims.number", key=True),
    _of("b", "claims.number", key=True),
    _place(),
    Column("type", String, nullable=False),
    Column("slot", String, nullable=False),
    _of("statement_a", "statements.number"),
    _of("statement_b", "statements.number"),
    *_span("span_a"),
    *_span("span_b"),
    Column("reason", Nested, nullable=False),
    Index(None, "b"),
    Index(None, "statement_a"),
    Index(None, "statement_b"),
)
waiting = text("delivered IS NULL")
news = Table(
    "news",
    metadata,
    _own(),
    Column("kind", String, nullable=False),
    Column("story", Plain, nullable=False, index=True),
    Column("claim", Plain),
    Column("at", String, nullable=False),
    Column("delivered", String),
    Column("told", Nested),
    Index("ix_news_waiting", "number", sqlite_where=waiting, postgresql_where=waiting),
)
judgements = Table(
    "judgements",
    metadata,
    _own(),
    Column("by", Plain, nullable=False),
    Column("at", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("withdrawn", String),
    Column("note", Plain, nullable=False),
    Column("body", Nested),
)
judgement_articles = Table(
    "judgement_articles",
    metadata,
    Column("article", Plain, primary_key=True),  # an id: an article may go and come again
    _of("judgement", "judgements.number", key=True),
    Index(None, "judgement"),
    sqlite_with_rowid=False,
)
people = Table(
    "people",
    metadata,
    Column("name", Plain, primary_key=True),
    Column("role", String, nullable=False),
    Column("made", String, nullable=False),
    Column("shut", String),
    Column("password", String, nullable=False),
)
web_sessions = Table(
    "web_sessions",
    metadata,
    Column("key", LargeBinary, primary_key=True),
    Column("person", Plain, ForeignKey("people.name", ondelete="CASCADE"), nullable=False, index=True),
    Column("made", String, nullable=False),
    Column("used", String, nullable=False),
)
tokens = Table(
    "tokens",
    metadata,
    _own(),
    Column("key", LargeBinary, nullable=False),
    Column("person", Plain, ForeignKey("people.name", ondelete="CASCADE"), nullable=False, index=True),
    Column("label", Plain, nullable=False),
    Column("scopes", Nested),
    Column("made", String, nullable=False),
    Column("used", String),
    Column("ends", String),
    Index(None, "key", unique=True),
)
SECRET = frozenset((people.name, web_sessions.name, tokens.name))
"""Tables that never leave the archive."""
runs = Table(
    "runs",
    metadata,
    _own(),
    Column("command", String, nullable=False),
    Column("version", String, nullable=False),
    Column("started", String, nullable=False),
    Column("ended", String),
    Column("n_read", Number, nullable=False),
    Column("n_added", Number, nullable=False),
    Column("n_versions", Number, nullable=False),
    Column("inputs", Nested),
)
dropped = Table(
    "dropped",
    metadata,
    _of("run", "runs.number", key=True),
    Column("code", String, primary_key=True),
    Column("n", Number, nullable=False),
    Column("where", Plain, nullable=False),
    Column("reason", Nested, nullable=False),
)
addresses = Table(
    "addresses",
    metadata,
    Column("key", LargeBinary, primary_key=True),
    Column("url", Plain, nullable=False),
    Column("final", Plain),
    Column("etag", Plain),
    Column("modified", Plain),
    Column("text_key", String),
)
stream_states = Table(
    "stream_states",
    metadata,
    Column("name", String, primary_key=True),
    Column("arrival", Number, nullable=False),
    Column("made", String, nullable=False),
    Column("state", LargeBinary, nullable=False),
)
