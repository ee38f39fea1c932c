"""The heavy steps of a large job, each a function from an Arrow batch to an Arrow table: pages, statements, dossiers.

They know no engine and no file: any that hands out Arrow batches can run them (`local`, `daft`, `spark`). A row that
cannot be worked on costs itself only; its `failed` says why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TypeAlias, TypeVar

import pyarrow as pa  # type: ignore[import-untyped]

from tawatur.model import Account, Article, Reason, Reject
from tawatur.reading.asking import Asking, Web
from tawatur.reading.draft import Draft
from tawatur.reading.inputs import Archive, Found
from tawatur.reading.intake import placed, texts_of
from tawatur.reading.records import read_lines
from tawatur.running.records import Row, Rows, plain, rows_of, schema, table, texts
from tawatur.settings import DEFAULT, Settings

Batch: TypeAlias = pa.RecordBatch | pa.Table
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the input that is read by itself: the bytes of a page or file, lines of a file, or an archive's path.

    `first` is the number of the first of the lines; `lost` says why there is nothing to read.
    """

    kind: str  # "page", "lines", "warc", "parquet", "lost"
    where: str
    name: str = ""
    inside: str = ""
    data: bytes = b""
    named: bool = False
    url: str | None = None
    fetched: str | None = None
    published: str | None = None
    site: str | None = None
    first: int = 1
    lost: Reason | None = None


_PIECE, _DRAFT, _REJECT = Rows(Piece), Rows(Draft), Rows(Reject)
_ARTICLE, _ACCOUNT = Rows(Article), Rows(Account, without="article")
_FAILED = pa.field("failed", pa.string())

PIECES = schema(_PIECE.fields)
DRAFTS = schema([pa.field("draft", _DRAFT.type), pa.field("reject", _REJECT.type)])
ARTICLES = schema(_ARTICLE.fields)
ACCOUNTS = schema([pa.field("article", pa.string()), _FAILED, *_ACCOUNT.fields])
MEMBERS = schema(
    [
        pa.field("story", pa.string()),
        pa.field("article", pa.struct(list(ARTICLES))),
        pa.field("account", pa.struct(list(ACCOUNTS))),
    ]
)
DOSSIERS = schema([pa.field("story", pa.string()), pa.field("dossier", pa.string()), _FAILED])


def read_pieces(pieces: Batch) -> pa.Table:
    """`PIECES` to `DRAFTS`: the articles of pages, files and archives, before ids are settled, and what was lost."""
    return drafts_table([item for row in rows_of(pieces) for item in _items(_PIECE.record(row))])


def read_statements(articles: Batch, settings: Settings = DEFAULT) -> pa.Table:
    """`ARTICLES` to `ACCOUNTS`, a row for each: statements, speakers and dates."""
    read = [_ARTICLE.record(row) for row in rows_of(articles)]
    return table([_account_row(*one) for one in _accounts(read, settings)], ACCOUNTS)


def make_dossiers(members: Batch, settings: Settings = DEFAULT) -> pa.Table:
    """`MEMBERS`, the articles of whole stories one after another, to `DOSSIERS`: one JSON text for each story."""
    stories = groupby(
        zip(
            texts(members, "story"),
            members.column("article").to_pylist(),
            members.column("account").to_pylist(),
            strict=True,
        ),
        lambda row: row[0],
    )
    return table([_dossier_row(story, [row[1:] for row in its], settings) for story, its in stories], DOSSIERS)


# Rows and records.


def pieces_table(pieces: Sequence[Piece]) -> pa.Table:
    """Pieces as a table of `PIECES`."""
    return table([_PIECE.row(piece) for piece in pieces], PIECES)


def drafts_table(items: Sequence[Draft | Reject]) -> pa.Table:
    """Drafts and what was lost among them, as a table of `DRAFTS`."""
    rows: list[Row] = [
        {"draft": None, "reject": _REJECT.row(item)}
        if isinstance(item, Reject)
        else {"draft": _DRAFT.row(item), "reject": None}
        for item in items
    ]
    return table(rows, DRAFTS)


def drafts_in(found: Batch) -> Iterator[Draft | Reject]:
    """What stands in a table of `DRAFTS`."""
    for row in rows_of(found):
        yield _DRAFT.record(row["draft"]) if row["draft"] else _REJECT.record(row["reject"])


def articles_table(articles: Sequence[Article]) -> pa.Table:
    """Articles as a table of `ARTICLES`."""
    return table([_ARTICLE.row(article) for article in articles], ARTICLES)


def articles_in(found: Batch) -> list[Article]:
    """The articles in a table of `ARTICLES`."""
    return [_ARTICLE.record(row) for row in rows_of(found)]


def accounts_in(found: Batch, articles: Sequence[Article]) -> list[Account]:
    """The accounts in a table of `ACCOUNTS`, whose rows belong to these articles; empty ones where reading failed."""
    return [_ACCOUNT.record(row, article=article) for row, article in zip(rows_of(found), articles, strict=True)]


def members_table(story: str, members: Sequence[tuple[pa.Table, pa.Table]]) -> pa.Table:
    """A story as a table of `MEMBERS`: for each member its row of `ARTICLES` and its row of `ACCOUNTS`."""
    named = table([{"story": story}] * len(members), schema([MEMBERS.field("story")]))
    columns = [pa.concat_arrays([_struct(pair[at]) for pair in members]) for at in (0, 1)]
    return pa.Table.from_arrays([named.column("story"), *columns, named.column("escaped")], schema=MEMBERS)


def _struct(row: pa.Table) -> pa.StructArray:
    whole = row.combine_chunks()
    return pa.StructArray.from_arrays([column.chunk(0) for column in whole.columns], fields=list(whole.schema))


# The work itself.


def _items(piece: Piece) -> Iterator[Draft | Reject]:
    asking = Asking((), Web())  # nothing is asked for here: lists were followed when the pieces were gathered
    match piece.kind:
        case "lost":
            yield Reject(piece.where, piece.lost or Reason("reading.unreadable", (piece.where, "")))
        case "lines":
            text = piece.data.decode("utf-8", "surrogatepass")
            yield from placed(read_lines(text, piece.where, piece.name, piece.first), piece.where, piece.inside)
        case "warc" | "parquet" as kind:
            path = Path(piece.data.decode("utf-8", "surrogatepass"))
            yield from texts_of(Archive(piece.where, piece.name, piece.inside, path, kind, piece.named), asking)
        case _:
            found = Found(
                piece.where,
                piece.name,
                piece.inside,
                piece.data,
                url=piece.url,
                fetched=piece.fetched,
                published=piece.published,
                site=piece.site,
            )
            yield from texts_of(found, asking)


def _accounts(articles: Sequence[Article], settings: Settings) -> list[tuple[Article, Account | None, str | None]]:
    """Each article with its account; where one cannot be read the others are read without it, and the cause is told."""

    def read(some: Sequence[Article]) -> list[Account]:
        from tawatur.pipeline import Draft, statements

        return list(statements(Draft(tuple(some)), settings, lambda _stage, _done, _all: None).accounts)

    try:
        return [(article, account, None) for article, account in zip(articles, read(articles), strict=True)]
    except Exception:
        alone = [(article, *_tried(partial(read, [article]))) for article in articles]
        return [(article, found[0] if found else None, failed) for article, found, failed in alone]


def _account_row(article: Article, account: Account | None, failed: str | None) -> Row:
    return {"article": article.id, "failed": failed, **_ACCOUNT.row(account or Account(article, (), (), ()))}


def _dossier_row(story: str, members: Sequence[tuple[Row, Row]], settings: Settings) -> Row:
    failed = next((account["failed"] for _, account in members if account["failed"]), None)

    def made() -> str:
        from tawatur.pipeline import build_from_accounts
        from tawatur.writing import to_json

        accounts = [_ACCOUNT.record(plain(its), article=_ARTICLE.record(plain(article))) for article, its in members]
        return to_json(build_from_accounts(accounts, settings=settings, story=story))

    text, failed = (None, failed) if failed else _tried(made)
    return {"story": story, "dossier": text, "failed": failed}


def _tried(made: Callable[[], T]) -> tuple[T | None, str | None]:
    """What is made, or the words of the error; a defect that one article brings out must not cost the others."""
    try:
        return made(), None
    except Exception as error:
        return None, f"{type(error).__name__}: {error}"[:200]
