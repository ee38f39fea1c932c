from __future__ import annotations

import pytest

from tawatur.errors import SettingsError
from tawatur.store import Archive, people

pytest.importorskip("argon2", reason="the extra `serve` is not installed")
PASSWORD = "كلمة سر طويلة"


def test_people_come_in_change_and_are_shut_out(archive: Archive) -> None:
    with archive.writing() as session:
        assert not people.shared(session)
        people.add_person(session, "  ليلى  أحمد ", "admin", PASSWORD)
        people.add_person(session, "Sami", "reader", PASSWORD)
        assert people.shared(session)
        assert [p.name for p in people.people(session)] == ["Sami", "ليلى أحمد"]
        with pytest.raises(SettingsError):
            people.add_person(session, "ليلى أحمد", "reader", PASSWORD)
        with pytest.raises(SettingsError):
            people.add_person(session, "قصيرة", "reader", "قصيرة")
        with pytest.raises(SettingsError):
            people.change_person(session, "ليلى أحمد", role="reader")
        assert people.change_person(session, "Sami", role="admin").scopes == {"read", "judge", "make", "admin"}
        assert people.change_person(session, "ليلى أحمد", shut=True).shut


def test_passwords_are_never_kept(archive: Archive) -> None:
    from sqlalchemy import text

    with archive.writing() as session:
        people.add_person(session, "Sami", "reader", PASSWORD)
        rows = session.connection.execute(text("SELECT password FROM people")).scalars().all()
        assert all(row.startswith("$argon2id$") and PASSWORD not in row for row in rows)
        assert people.check_password(session, "Sami", PASSWORD)
        assert people.check_password(session, "Sami", PASSWORD + ".") is None
        assert people.check_password(session, "Nobody", PASSWORD) is None


def test_sessions_begin_and_end(archive: Archive) -> None:
    with archive.writing() as session:
        people.add_person(session, "Sami", "reader", PASSWORD)
        people.add_person(session, "Admin", "admin", PASSWORD)
        key = people.begin_session(session, "Sami")
        found = people.of_session(session, key)
        assert found
        assert found.name == "Sami"
        assert people.of_session(session, key + "x") is None
        people.change_person(session, "Sami", shut=True)
        assert people.of_session(session, key) is None


def test_a_token_allows_no_more_than_its_person(archive: Archive) -> None:
    with archive.writing() as session:
        people.add_person(session, "Admin", "admin", PASSWORD)
        people.add_person(session, "Sami", "editor", PASSWORD)
        token, key = people.add_token(session, "Sami", "برنامج", ["read", "judge"], days=3)
        assert key.startswith("tw_")
        found = people.of_token(session, key)
        assert found
        assert found[1] == {"read", "judge"}
        people.change_person(session, "Sami", role="reader")
        found = people.of_token(session, key)
        assert found
        assert found[1] == {"read"}
        with pytest.raises(SettingsError):
            people.add_token(session, "Sami", "", ["admin"])
        assert [t.number for t in people.tokens(session, "Sami")] == [token.number]
        assert people.drop_token(session, "Sami", token.number)
        assert people.of_token(session, key) is None
