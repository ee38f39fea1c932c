"""Whether an archive is whole: the database's own checks, the index in step with the tables, every text as it was."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select, text

from tawatur.dossier.manifest import text_hash
from tawatur.model import Reason
from tawatur.store import schema
from tawatur.store.migrating import revision
from tawatur.store.sessions import Session

_TOGETHER = 500


@dataclass(frozen=True, slots=True)
class Check:
    """The rows of each table, and what is wrong; nothing is when `problems` is empty."""

    revision: str
    counts: tuple[tuple[str, int], ...]
    problems: tuple[Reason, ...]


def check(session: Session) -> Check:
    """Look at everything; reads every text once."""
    problems = [] if session.postgresql else _of_file(session)
    problems += _index(session) + _statements(session) + _texts(session) + _members(session)
    tables = sorted(schema.metadata.tables.values(), key=lambda table: table.name)
    counts = [(t.name, session.connection.execute(select(func.count()).select_from(t)).scalar_one()) for t in tables]
    return Check(revision(session.connection) or "", tuple(counts), tuple(problems))


def _of_file(session: Session) -> list[Reason]:
    said = [str(row[0]) for row in session.connection.execute(text("PRAGMA integrity_check"))]
    found = [Reason("store.check.integrity", (line,)) for line in said if line != "ok"]
    lost = session.connection.execute(text("PRAGMA foreign_key_check")).all()
    return found + ([Reason("store.check.references", (str(len(lost)), str(lost[0][0])))] if lost else [])


def _index(session: Session) -> list[Reason]:
    """Every article, and every statement, is indexed under its number, and nothing else is."""
    found = []
    for table, number, index in (
        ("articles", "arrival", "article_words"),
        ("statements", "number", "statement_words"),
    ):
        entries = f"SELECT number FROM {index}" if session.postgresql else f"SELECT id FROM {index}_docsize"
        for asked, code in (
            (f"SELECT {number} FROM {table} EXCEPT {entries}", "store.check.unindexed"),
            (f"{entries} EXCEPT SELECT {number} FROM {table}", "store.check.stray_index"),
        ):
            count = session.connection.execute(text(f"SELECT count(*) FROM ({asked}) AS lacking")).scalar_one()
            if count:
                found.append(Reason(code, (table, str(count))))
    return found


def _statements(session: Session) -> list[Reason]:
    """Articles have as many statements as were read from them."""
    articles, statements = schema.articles.c, schema.statements.c
    counted = select(statements.article, func.count().label("n")).group_by(statements.article).subquery("counted")
    query = (
        select(func.count())
        .select_from(schema.articles.outerjoin(counted, counted.c.article == articles.arrival))
        .where(func.coalesce(articles.n_statements, 0) != func.coalesce(counted.c.n, 0))
    )
    wrong = session.connection.execute(query).scalar_one()
    return [Reason("store.check.statements", (str(wrong),))] if wrong else []


def _texts(session: Session) -> list[Reason]:
    table, after, wrong = schema.articles.c, 0, list[str]()
    while True:
        query = select(table.arrival, table.id, table.text, table.text_hash).where(table.arrival > after)
        rows = session.connection.execute(query.order_by(table.arrival).limit(_TOGETHER)).all()
        wrong += [row.id for row in rows if text_hash(row.text) != row.text_hash]
        if not rows:
            break
        after = rows[-1].arrival
    return [Reason("store.check.texts", (str(len(wrong)), wrong[0]))] if wrong else []


def _members(session: Session) -> list[Reason]:
    """Stories have as many members as their lines say."""
    stories, inside = schema.stories.c, schema.story_members.c
    counted = select(inside.story, func.count().label("n")).group_by(inside.story).subquery("counted")
    query = (
        select(func.count())
        .select_from(schema.stories.outerjoin(counted, counted.c.story == stories.number))
        .where(stories.n_members != func.coalesce(counted.c.n, 0))
    )
    wrong = session.connection.execute(query).scalar_one()
    return [Reason("store.check.members", (str(wrong),))] if wrong else []
