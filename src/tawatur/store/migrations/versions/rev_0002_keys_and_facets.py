"""Articles are found again by address and wording, and stories listed by outlet, language, place and speaker."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

Number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TOGETHER = 500
FACET = """
INSERT INTO story_facets (kind, value, last, story, label, n, n_outlets)
SELECT '{kind}', {value}, s.last, s.number, MIN({label}), COUNT(DISTINCT m.article), s.n_outlets
FROM stories s JOIN story_members m ON m.story = s.number JOIN articles a ON a.arrival = m.article {more}
GROUP BY s.number, s.last, s.n_outlets, {value}
"""


def upgrade() -> None:
    """Make the tables and fill them from what is there."""
    op.create_table(
        "article_keys",
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("article", Number, nullable=False),
        sa.ForeignKeyConstraint(
            ["article"], ["articles.arrival"], name=op.f("fk_article_keys_article"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", "article", name=op.f("pk_article_keys")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_article_keys_article"), "article_keys", ["article"], unique=False)
    op.create_table(
        "story_facets",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("last", sa.Double(), nullable=False),
        sa.Column("story", Number, nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("n_outlets", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["stories.number"], name=op.f("fk_story_facets_story"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kind", "value", "last", "story", name=op.f("pk_story_facets")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_story_facets_story"), "story_facets", ["story"], unique=False)
    op.execute(FACET.format(kind="outlet", value="a.outlet", label="COALESCE(a.outlet_name, a.outlet)", more=""))
    op.execute(FACET.format(kind="language", value="a.language", label="a.language", more=""))
    speakers = (
        "JOIN speakers p ON p.article = a.arrival AND p.words <> '' AND p.kind <> 'anonymous'"
        " JOIN dossiers d ON d.story = s.number"
    )
    op.execute(FACET.format(kind="speaker", value="p.words", label="p.name", more=speakers))
    _keys_and_places()


def _keys_and_places() -> None:
    from tawatur.model import Article
    from tawatur.reading.versions import article_keys
    from tawatur.store.columns import escaped, unescaped
    from tawatur.store.facets import places_in

    bind, after = op.get_bind(), 0
    asked = sa.text(
        "SELECT a.arrival, a.id, a.outlet, a.url, a.canonical, a.title_start, a.title_end, a.text, m.story"
        " FROM articles a LEFT JOIN story_members m ON m.article = a.arrival"
        " WHERE a.arrival > :after ORDER BY a.arrival LIMIT :some"
    )
    earlier = sa.text("SELECT text, url FROM versions WHERE article = :article ORDER BY place")
    key = sa.text("INSERT INTO article_keys (key, article) VALUES (:key, :article)")
    place = sa.text(
        "INSERT INTO story_facets (kind, value, last, story, label, n, n_outlets)"
        " SELECT 'place', :value, last, number, :label, 1, n_outlets FROM stories WHERE number = :story"
        " ON CONFLICT (kind, value, last, story) DO UPDATE SET n = story_facets.n + 1"
    )
    while rows := bind.execute(asked, {"after": after, "some": TOGETHER}).all():
        keys, places = [], []
        for row in rows:
            after = row.arrival
            text, url, canonical = (value and unescaped(value) for value in (row.text, row.url, row.canonical))
            outlet = unescaped(row.outlet)
            found = set(article_keys(Article(row.id, outlet, text, url=url, canonical=canonical)))
            for old in bind.execute(earlier, {"article": row.arrival}):
                old_url = old.url and unescaped(old.url)
                found |= set(article_keys(Article(row.id, outlet, unescaped(old.text), url=old_url)))
            keys += [{"key": value, "article": row.arrival} for value in sorted(found)]
            if row.story is not None and row.title_end is not None:
                in_title = places_in(text[row.title_start : row.title_end])
                places += [
                    {"value": escaped(value), "label": escaped(word), "story": row.story}
                    for value, word in in_title.items()
                ]
        for statement, some in ((key, keys), (place, places)):
            if some:
                bind.execute(statement, some)
