"""Articles nearest to a sentence in words: any of its words counts, the rarer the more."""

from __future__ import annotations

from sqlalchemy import text

from tawatur.store.columns import unescaped
from tawatur.store.indexing import quoted
from tawatur.store.ranking import TITLE, Filter, conditions
from tawatur.store.sessions import Session
from tawatur.store.words import keys

MOST = 24
"""Different words of a sentence that count, the first ones."""


def nearest(session: Session, sentence: str, filter: Filter | None = None, *, limit: int = 40) -> list[str]:
    """The ids of the articles that hold most of a sentence's words by their rarity, the nearest first.

    Ranked as in `searching`: BM25 in SQLite, `ts_rank` in PostgreSQL; equals by their number, the newest first.
    """
    words = list(dict.fromkeys(keys(sentence)))[:MOST]
    if not words:
        return []
    values: dict[str, object] = {"limit": limit}
    where = conditions(filter or Filter(), values)
    if session.postgresql:
        values["words"] = " | ".join(map(quoted, words))
        source = "CAST(:words AS tsquery) AS q(words) JOIN article_words w ON w.words @@ q.words"
        number, rank = "w.number", "-(ts_rank('{0.1, 0.2, 0.4, 1.0}', w.words, q.words, 1)::float8)"
    else:
        values["words"] = " OR ".join('"' + word.replace('"', '""') + '"' for word in words)
        source, number, rank = "article_words w", "w.rowid", f"bm25(article_words, {TITLE}, 1.0)"
        where = ["article_words MATCH :words", *where]
    asked = f"SELECT a.id FROM {source} JOIN articles a ON a.arrival = {number}"
    asked += f" WHERE {' AND '.join(where)}" if where else ""
    rows = session.connection.execute(text(f"{asked} ORDER BY {rank}, {number} DESC LIMIT :limit"), values)
    return [unescaped(row.id) for row in rows]
