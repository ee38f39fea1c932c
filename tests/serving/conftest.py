from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the extra `serve` is not installed")

from starlette.testclient import TestClient

from tawatur.model import Article, Change, Dossier, Reason, Version
from tawatur.serving.app import create_app
from tawatur.serving.shelving import put_dossier
from tawatur.store import Archive, open_archive
from tests.invented_dossier import ferry, of_text, sample

STRANGE = "https://saha.example/a:b/claims/7?x=1#y.json"
EARLIER = "فتح الجسر\nفُتح الجسر أمام السيارات صباح أمس."


def strange() -> Dossier:
    """A story whose ids hold what means something in an address, with an article that has an earlier version."""
    made = of_text("فُتح الجسر أمام المشاة صباح أمس")
    old = Version(EARLIER, Reason("reading.version", (STRANGE, "x", "1", "1")), (Change((22, 30), (16, 22)),), 1, 1)
    article = replace(made.articles[0], id=STRANGE, versions=(old,), published="2031-05-01")
    statement = replace(made.statements[0], article=STRANGE)
    return replace(made, story=STRANGE, articles=(article,), statements=(statement,), rejects=())


def put_all(archive: Archive) -> None:
    for dossier in (ferry(), sample(), strange()):
        put_dossier(archive, dossier, "serve", [dossier.story])
    from tawatur.store import articles

    with archive.writing() as session:
        articles.add(session, [Article("lone", "wahda", "خبر وحيد\nلم يقرأه أحد بعد.", (0, 8))])


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_archive(tmp_path_factory.mktemp("archive") / "invented") as made:
        put_all(made)
        yield made


@pytest.fixture(scope="session")
def client(archive: Archive) -> Iterator[TestClient]:
    with TestClient(create_app(archive), base_url="http://localhost", follow_redirects=False) as made:
        yield made


@pytest.fixture(autouse=True)
def no_cookies(request: pytest.FixtureRequest) -> None:
    if "client" in request.fixturenames:
        request.getfixturevalue("client").cookies.clear()


@pytest.fixture
def own_archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "own") as made:
        yield made
