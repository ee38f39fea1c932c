"""An archive that holds the sample story, with its dossier, and one article that no story of several outlets has."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("sqlalchemy")

from tawatur.grouping import Story
from tawatur.model import Article
from tawatur.reading import read
from tawatur.samples import story as sample_story
from tawatur.settings import DEFAULT
from tawatur.statements import read_accounts
from tawatur.store import Archive, accounts, articles, open_archive, stories
from tawatur.watching.dossiers import make_dossiers

LONE = Article(
    "lone",
    "mina",
    "رافعة جديدة في مرفأ الياسمين\nقال مدير المرفأ هاني الكروم إن الرافعة الجديدة بدأت العمل صباح الثلاثاء.",
    (0, 28),
    url="https://mina.example/news/7?utm_source=x",
    canonical="https://mina.example/news/7",
    published="2031-05-06T08:00:00Z",
)
STORY = "s:ferry"


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Open for the whole run; tests only read it."""
    with open_archive(tmp_path_factory.mktemp("desk") / "desk.archive") as archive:
        found = read([str(sample_story())]).articles
        whole = (*found, LONE)
        with archive.writing() as session:
            articles.add(session, whole)
            accounts.save_accounts(session, read_accounts(whole, DEFAULT))
            ids, outlets = tuple(a.id for a in found), tuple(dict.fromkeys(a.outlet for a in found))
            stories.save_stories(
                session, [Story(STORY, ids, outlets, "غرق عبّارة قبالة مرسى الزعفران", 493398.0, 493430.0)]
            )
        make_dossiers(archive, DEFAULT, lambda _done, _all: None)
        yield archive
