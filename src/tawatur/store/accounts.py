"""What was read from articles: statements with their quantities, speakers and dates; an account comes back equal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row, Select, delete, func, select, update

from tawatur.model import Account, Article, Quantity, Span, Speaker, Statement, TimeExpression
from tawatur.store import indexing, schema
from tawatur.store.articles import LONGEST_ID, articles
from tawatur.store.columns import reason_of, reason_row, reason_rows, reasons_of
from tawatur.store.indexing import Entry
from tawatur.store.sessions import Session, amend, program_version, put
from tawatur.store.words import keys

_TOGETHER = 500


def save_accounts(session: Session, accounts: Sequence[Account]) -> list[str]:
    """Write what was read from articles that are in the archive, in place of what was read from them before.

    An account read from another text than the archive now holds is left aside: its spans would not fit. Gives the ids
    of the articles whose accounts were written.
    """
    rows = _numbers(session, [account.article.id for account in accounts])
    there = [(rows[a.article.id], a) for a in accounts if a.article.id in rows]
    for number, read_before in _read_before(session, [number for number, _ in there]).items():
        if read_before:
            drop_account(session, number)
    texts = _texts(session, [number for number, _ in there])
    fitting = [(number, account) for number, account in there if texts[number] == account.article.text]
    _put(session, fitting)
    return [account.article.id for _, account in fitting]


def account(session: Session, id: str) -> Account | None:
    """What was read from an article; None where it is not there or was not read yet."""
    return next(iter(accounts(session, [id]).values()), None)


def accounts(session: Session, ids: Iterable[str]) -> dict[str, Account]:
    """What was read from some articles, by id, in the order asked for; those not read yet are left out."""
    found = articles(session, ids)
    numbers = {number: id for id, number in _numbers(session, list(found), read=True).items()}
    parts = _Parts(session, list(numbers))
    whole = {id: parts.account(found[id], number) for number, id in numbers.items()}
    return {id: whole[id] for id in found if id in whole}


def unread(session: Session, languages: Sequence[str], after: int = 0, limit: int = 32) -> list[tuple[int, Article]]:
    """Articles in these languages that were not read for statements yet, in the order they came."""
    table = schema.articles.c
    query = (
        select(table.arrival, table.id)
        .where(table.n_statements.is_(None), table.language.in_(languages), table.arrival > after)
        .order_by(table.arrival)
        .limit(limit)
    )
    rows = session.connection.execute(query).all()
    found = articles(session, [row.id for row in rows])
    return [(row.arrival, found[row.id]) for row in rows]


def count_unread(session: Session, languages: Sequence[str]) -> int:
    """How many articles in these languages were not read for statements yet."""
    table = schema.articles.c
    query = select(func.count()).select_from(schema.articles)
    return session.connection.execute(
        query.where(table.n_statements.is_(None), table.language.in_(languages))
    ).scalar_one()


def persons_since(session: Session, arrival: int) -> tuple[int, list[str]]:
    """The names of persons quoted in articles that came after this one, each once; and the last article looked at."""
    table = schema.speakers.c
    last = session.connection.execute(select(func.max(table.article))).scalar()
    query = select(table.name).where(table.article > arrival, table.kind == "person").distinct().order_by(table.name)
    return int(last or arrival), [str(name) for name in session.connection.execute(query).scalars()]


def drop_account(session: Session, arrival: int) -> None:
    """Take out what was read from the article of a number; its story's claims lose the statements, and it is dirty."""
    table = schema.articles.c
    id = session.connection.execute(select(table.id).where(table.arrival == arrival)).scalar_one()
    old = articles(session, [id])[id]
    parts = _Parts(session, [arrival])
    account_, numbers = parts.account(old, arrival), [row.number for row in parts.statements.get(arrival, ())]
    indexing.remove(session, "statement_words", entries_of(account_, numbers))
    for part in (schema.statements, schema.speakers, schema.dates):
        session.connection.execute(delete(part).where(part.c.article == arrival))
    session.connection.execute(
        update(schema.articles).where(table.arrival == arrival).values(n_statements=None, read_by=None)
    )
    story = select(schema.story_members.c.story).where(schema.story_members.c.article == arrival)
    session.connection.execute(update(schema.stories).where(schema.stories.c.number.in_(story)).values(dirty=True))


def _put(session: Session, numbered: Sequence[tuple[int, Account]]) -> None:
    statements: list[dict[str, Any]] = []
    quantities: list[dict[str, Any]] = []
    entries: list[Entry] = []
    next_number = session.next("statements", sum(len(a.statements) for _, a in numbered))
    for article, account_ in numbered:
        numbers = range(next_number, next_number + len(account_.statements))
        next_number = numbers.stop
        for place, (number, s) in enumerate(zip(numbers, account_.statements, strict=True)):
            statements.append(_statement_row(s, number, article, place))
            quantities += [_quantity_row(q, number, at) for at, q in enumerate(s.quantities)]
        entries += entries_of(account_, numbers)
    put(session, schema.statements, statements)
    put(session, schema.quantities, quantities)
    put(session, schema.speakers, [_speaker_row(s, n, at) for n, a in numbered for at, s in enumerate(a.speakers)])
    put(session, schema.dates, [_date_row(t, n, at) for n, a in numbered for at, t in enumerate(a.dates)])
    indexing.add(session, "statement_words", entries)
    read = [
        {"arrival": number, "n_statements": len(account_.statements), "read_by": program_version()}
        for number, account_ in numbered
    ]
    amend(session, schema.articles, read, key="arrival")


def entries_of(account_: Account, numbers: Iterable[int]) -> list[Entry]:
    """What is indexed of statements: the names of who vouches for each, and the words of its content."""
    names = {speaker.key: keys(" ".join(speaker.names)) for speaker in account_.speakers}
    text = account_.article.text
    return [
        Entry(number, names.get(s.chain[-1], ()) if s.chain else (), keys(text[slice(*s.content)]))
        for number, s in zip(numbers, account_.statements, strict=True)
    ]


def _numbers(session: Session, ids: Sequence[str], *, read: bool = False) -> dict[str, int]:
    table, found = schema.articles.c, dict[str, int]()
    for at in range(0, len(ids), _TOGETHER):
        query = select(table.id, table.arrival).where(table.id.in_(ids[at : at + _TOGETHER]))
        query = query.where(table.n_statements.is_not(None)) if read else query
        found.update((row.id, row.arrival) for row in session.connection.execute(query))
    return found


def _read_before(session: Session, numbers: Sequence[int]) -> dict[int, bool]:
    table, found = schema.articles.c, dict[int, bool]()
    for at in range(0, len(numbers), _TOGETHER):
        query = select(table.arrival, table.n_statements).where(table.arrival.in_(numbers[at : at + _TOGETHER]))
        found.update((row.arrival, row.n_statements is not None) for row in session.connection.execute(query))
    return found


def _texts(session: Session, numbers: Sequence[int]) -> dict[int, str]:
    table, found = schema.articles.c, dict[int, str]()
    for at in range(0, len(numbers), _TOGETHER):
        query = select(table.arrival, table.text).where(table.arrival.in_(numbers[at : at + _TOGETHER]))
        found.update((row.arrival, row.text) for row in session.connection.execute(query))
    return found


class _Parts:
    """The rows of several articles' accounts, each table asked once for many."""

    def __init__(self, session: Session, numbers: Sequence[int]) -> None:
        self.statements: dict[int, list[Row[Any]]] = {}
        self.quantities: dict[int, list[Row[Any]]] = {}
        self.speakers: dict[int, list[Row[Any]]] = {}
        self.dates: dict[int, list[Row[Any]]] = {}
        statements, quantities = schema.statements.c, schema.quantities.c
        for at in range(0, len(numbers), _TOGETHER):
            some = numbers[at : at + _TOGETHER]
            of = select(schema.statements).where(statements.article.in_(some))
            self._read(session, of.order_by(statements.article, statements.place), self.statements, "article")
            counts = (
                select(schema.quantities)
                .join(schema.statements, statements.number == quantities.statement)
                .where(statements.article.in_(some))
                .order_by(quantities.statement, quantities.place)
            )
            self._read(session, counts, self.quantities, "statement")
            for table, into in ((schema.speakers, self.speakers), (schema.dates, self.dates)):
                query = select(table).where(table.c.article.in_(some)).order_by(table.c.article, table.c.place)
                self._read(session, query, into, "article")

    def account(self, article: Article, number: int) -> Account:
        """The account of one of the articles."""
        return Account(
            article,
            tuple(self._statement(row, article.id) for row in self.statements.get(number, ())),
            tuple(map(_speaker_of, self.speakers.get(number, ()))),
            tuple(_date_of(row, article.id) for row in self.dates.get(number, ())),
        )

    def _statement(self, row: Row[Any], article: str) -> Statement:
        return Statement(
            id=row.id,
            article=article,
            sentence=(row.sentence_start, row.sentence_end),
            content=(row.content_start, row.content_end),
            source=_span(row.source_start, row.source_end),
            cue=_span(row.cue_start, row.cue_end),
            via=_span(row.via_start, row.via_end),
            chain=tuple(row.chain),
            explicitness=row.explicitness,
            mode=row.mode,
            kind=row.kind,
            polarity=row.polarity,
            certainty=row.certainty,
            quantities=tuple(map(_quantity_of, self.quantities.get(row.number, ()))),
            confidence=row.confidence,
            reasons=reasons_of(row.reasons),
        )

    def _read(self, session: Session, query: Select[Any], into: dict[int, list[Row[Any]]], of: str) -> None:
        for row in session.connection.execute(query):
            into.setdefault(getattr(row, of), []).append(row)


def _statement_row(s: Statement, number: int, article: int, place: int) -> dict[str, Any]:
    row: dict[str, Any] = {"number": number, "article": article, "place": place, "id": s.id}
    for name in ("sentence", "content", "source", "cue", "via"):
        row[f"{name}_start"], row[f"{name}_end"] = getattr(s, name) or (None, None)
    return row | {
        "speaker": s.chain[-1] if s.chain else "",
        "chain": list(s.chain),
        "explicitness": s.explicitness,
        "mode": s.mode,
        "kind": s.kind,
        "polarity": s.polarity,
        "certainty": s.certainty,
        "confidence": s.confidence,
        "reasons": reason_rows(s.reasons),
    }


def _quantity_row(q: Quantity, statement: int, place: int) -> dict[str, Any]:
    exact = [end if isinstance(end, int) else None for end in (q.low, q.high)]
    return {
        "statement": statement,
        "place": place,
        "span_start": q.span[0],
        "span_end": q.span[1],
        "low": _double(q.low),
        "high": _double(q.high),
        "unit": q.unit,
        "state": q.state,
        "approximate": q.approximate,
        "exact": exact if exact != [None, None] else None,
    }


def _quantity_of(row: Row[Any]) -> Quantity:
    ends = zip(row.exact or (None, None), (row.low, row.high), strict=True)
    low, high = (double if whole is None else whole for whole, double in ends)
    return Quantity((row.span_start, row.span_end), low, high, row.unit, row.state, row.approximate)


def _double(value: float | None) -> float | None:
    """A number as a double; one that is too great for it stands in `exact` only."""
    try:
        return None if value is None else float(value)
    except OverflowError:
        return float("inf")


def _speaker_row(s: Speaker, article: int, place: int) -> dict[str, Any]:
    return {
        "article": article,
        "place": place,
        "key": s.key,
        "kind": s.kind,
        "name": s.name if s.names else "",
        "words": " ".join(keys(s.name))[:LONGEST_ID] if s.names else "",
        "number": s.number,
        "names": list(s.names),
        "affiliation": list(s.affiliation),
        "role": list(s.role),
    }


def _speaker_of(row: Row[Any]) -> Speaker:
    return Speaker(row.key, row.kind, tuple(row.names), tuple(row.affiliation), tuple(row.role), row.number)


def _date_row(t: TimeExpression, article: int, place: int) -> dict[str, Any]:
    return {
        "article": article,
        "place": place,
        "span_start": t.span[0],
        "span_end": t.span[1],
        "value": t.value,
        "basis": t.basis,
        "reason": reason_row(t.reason),
    }


def _date_of(row: Row[Any], article: str) -> TimeExpression:
    return TimeExpression(article, (row.span_start, row.span_end), row.value, row.basis, reason_of(row.reason))


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else (start, end)
