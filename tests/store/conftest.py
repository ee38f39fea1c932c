from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from scripts.postgresql import HOW_TO_GET_IT, programs, running

from tawatur.store import Archive, open_archive


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server of our own, or of the one in TAWATUR_POSTGRESQL."""
    given = os.environ.get("TAWATUR_POSTGRESQL")
    if given:
        yield given
    elif programs() is None:
        pytest.skip(HOW_TO_GET_IT)
    else:
        with running() as url:
            yield url


@pytest.fixture
def database(server: str) -> str:
    """The URL of an empty database."""
    from sqlalchemy import create_engine, text
    from sqlalchemy.engine import make_url

    engine = create_engine(make_url(server).set(drivername="postgresql+pg8000"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        name = f"tawatur_test_{os.getpid()}"
        url = make_url(server).set(database=name)
        there = text("SELECT 1 FROM pg_database WHERE datname = :name")
        if not connection.execute(there, {"name": name}).scalar():
            connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    own = create_engine(url.set(drivername="postgresql+pg8000"), isolation_level="AUTOCOMMIT")
    with own.connect() as connection:
        # What a killed test left may still hold it.
        others = (
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name AND pid <> pg_backend_pid()"
        )
        connection.execute(text(others), {"name": name})
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    own.dispose()
    return url.render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an archive may be made: a file, then a database."""
    if request.param == "sqlite":
        return str(tmp_path / "news.db")
    return str(request.getfixturevalue("database"))


@pytest.fixture
def archive(where: str) -> Iterator[Archive]:
    """A new archive."""
    with open_archive(where) as opened:
        yield opened
