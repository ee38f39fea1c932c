"""An invented article read, and whose words a part of it is: for tests of speakers."""

from __future__ import annotations

from tawatur.model import Account, Article, Statement
from tawatur.settings import DEFAULT, Settings
from tawatur.statements import read_account


def account(text: str, title: str = "عنوان الخبر", settings: Settings = DEFAULT) -> Account:
    article = Article("a1", "sanabel", f"{title}\n{text}", (0, len(title)), published="2031-05-06")
    return read_account(article, settings)


def saying(read: Account, part: str) -> Statement | None:
    return next((s for s in read.statements if part in read.article.text[slice(*s.content)]), None)


def speaker(read: Account, part: str) -> str:
    """The name of the innermost speaker, "" for the outlet's own words and for what is no statement."""
    statement = saying(read, part)
    if statement is None or len(statement.chain) < 2:
        return ""
    return next((s.name for s in read.speakers if s.key == statement.chain[-1]), statement.chain[-1])
