"""People who share an archive, their sessions in browsers, and tokens for their programs.

Passwords are kept as argon2id hashes (RFC 9106); of sessions and tokens only a hash is kept, so that nobody who reads
the archive can use them. A reader reads; an editor also makes dossiers and judges; an admin also looks after people.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, Literal

from sqlalchemy import delete, func, select, update

from tawatur.errors import SettingsError
from tawatur.model import Reason
from tawatur.store import schema
from tawatur.store.extras import load
from tawatur.store.sessions import Session, now, put

Role = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = ("reader", "editor", "admin")
SCOPES: dict[Role, tuple[str, ...]] = {
    "reader": ("read",),
    "editor": ("read", "judge", "make"),
    "admin": ("read", "judge", "make", "admin"),
}
"""What each role may do."""
SHORTEST = 10
"""Letters of a password, at least; by judgement."""
DAYS = 14
"""Days after which a session ends that was not used."""
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may use the archive; a person who was shut out keeps their name and judgements."""

    name: str
    role: Role
    made: str
    shut: str | None = None

    @property
    def scopes(self) -> frozenset[str]:
        """What they may do."""
        return frozenset(SCOPES[self.role])


@dataclass(frozen=True, slots=True)
class Token:
    """A program's key, without the key itself."""

    number: int
    person: str
    label: str
    scopes: tuple[str, ...]
    made: str
    used: str | None
    ends: str | None


def shared(session: Session) -> bool:
    """Whether the archive has people of its own; one without is its user's alone."""
    return bool(session.connection.execute(select(func.count()).select_from(schema.people)).scalar())


def add_person(session: Session, name: str, role: Role, password: str) -> Person:
    """Take somebody in. Raises SettingsError for a name that is taken or empty, or a password that is too short."""
    name = _clean(name)
    if not name:
        raise _wrong("a person needs a name", "no_name_of_person")
    if person(session, name) is not None:
        raise _wrong(f"there is somebody named {name} already", "person_there", name)
    row = {"name": name, "role": role, "made": now(), "shut": None, "password": _hashed(password)}
    put(session, schema.people, [row])
    return Person(name, role, row["made"] or "")


def person(session: Session, name: str) -> Person | None:
    """The person of a name."""
    table = schema.people.c
    row = session.connection.execute(select(schema.people).where(table.name == _clean(name))).first()
    return None if row is None else Person(row.name, row.role, row.made, row.shut)


def people(session: Session) -> list[Person]:
    """Everybody, by name."""
    rows = session.connection.execute(select(schema.people).order_by(schema.people.c.name))
    return [Person(row.name, row.role, row.made, row.shut) for row in rows]


def change_person(
    session: Session, name: str, *, role: Role | None = None, password: str | None = None, shut: bool | None = None
) -> Person:
    """Give somebody another role or password, shut them out, or let them in again; their sessions end.

    Raises SettingsError for somebody who is not there, and where no admin would be left.
    """
    name = _clean(name)
    before = person(session, name)
    if before is None:
        raise _wrong(f"there is nobody named {name}", "no_person", name)
    values: dict[str, Any] = {}
    if role is not None:
        values["role"] = role
    if password is not None:
        values["password"] = _hashed(password)
    if shut is not None:
        values["shut"] = now() if shut else None
    loses = before.role == "admin" and before.shut is None and (role not in (None, "admin") or shut is True)
    if loses and not any(p.role == "admin" and p.shut is None and p.name != name for p in people(session)):
        raise _wrong("somebody has to look after the archive", "last_admin", name)
    session.connection.execute(update(schema.people).where(schema.people.c.name == name).values(**values))
    session.connection.execute(delete(schema.web_sessions).where(schema.web_sessions.c.person == name))
    found = person(session, name)
    assert found is not None
    return found


def check_password(session: Session, name: str, password: str) -> Person | None:
    """The person of this name and password; None where either is wrong. Takes as long either way."""
    argon2 = load("argon2", "serve")
    table = schema.people.c
    row = session.connection.execute(select(schema.people).where(table.name == _clean(name))).first()
    try:
        argon2.PasswordHasher().verify(row.password if row else _nobody(), password[:_LONGEST])
    except argon2.exceptions.VerificationError:
        return None
    if row is None or row.shut is not None:
        return None
    return Person(row.name, row.role, row.made, row.shut)


def begin_session(session: Session, name: str) -> str:
    """Begin a session; the key for the browser, which is kept nowhere."""
    key = secrets.token_urlsafe(32)
    put(session, schema.web_sessions, [{"key": _key(key), "person": name, "made": now(), "used": now()}])
    return key


def of_session(session: Session, key: str) -> Person | None:
    """Whose session a key is, while it lasts."""
    sessions, people_ = schema.web_sessions.c, schema.people.c
    since = (datetime.now(UTC) - timedelta(days=DAYS)).strftime("%Y-%m-%dT%H:%M:%SZ")
    query = (
        select(schema.people)
        .join(schema.web_sessions, sessions.person == people_.name)
        .where(sessions.key == _key(key), sessions.used > since, people_.shut.is_(None))
    )
    row = session.connection.execute(query).first()
    return None if row is None else Person(row.name, row.role, row.made, row.shut)


def touch_session(session: Session, key: str) -> None:
    """Take note that a session is used."""
    table = schema.web_sessions.c
    session.connection.execute(update(schema.web_sessions).where(table.key == _key(key)).values(used=now()))


def end_session(session: Session, key: str) -> None:
    """End a session."""
    session.connection.execute(delete(schema.web_sessions).where(schema.web_sessions.c.key == _key(key)))


def add_token(
    session: Session, name: str, label: str, scopes: Sequence[str], days: int | None = None
) -> tuple[Token, str]:
    """A new token of a person, and its key, which is kept nowhere. Raises SettingsError for what they may not do."""
    found = person(session, name)
    if found is None:
        raise _wrong(f"there is nobody named {name}", "no_person", name)
    beyond = [scope for scope in scopes if scope not in found.scopes]
    if beyond or not scopes:
        raise _wrong(
            f"{found.name} may not give the right {', '.join(beyond)}", "beyond", found.name, ", ".join(beyond)
        )
    key = f"tw_{secrets.token_urlsafe(32)}"
    ends = (datetime.now(UTC) + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ") if days else None
    number = session.next("tokens")
    row = {"number": number, "key": _key(key), "person": found.name, "label": label.strip()[:_LONGEST],
           "scopes": list(scopes), "made": now(), "used": None, "ends": ends}  # fmt: skip
    put(session, schema.tokens, [row])
    return Token(number, found.name, row["label"], tuple(scopes), row["made"], None, ends), key  # type: ignore[arg-type]


def of_token(session: Session, key: str) -> tuple[Person, frozenset[str]] | None:
    """Whose token a key is, and what it allows: what it was given for, and what its person may still do."""
    tokens_, people_ = schema.tokens.c, schema.people.c
    query = (
        select(schema.people, tokens_.scopes)
        .join(schema.tokens, tokens_.person == people_.name)
        .where(tokens_.key == _key(key), people_.shut.is_(None), (tokens_.ends.is_(None)) | (tokens_.ends > now()))
    )
    row = session.connection.execute(query).first()
    if row is None:
        return None
    found = Person(row.name, row.role, row.made, row.shut)
    return found, found.scopes & frozenset(row.scopes)


def tokens(session: Session, name: str) -> list[Token]:
    """The tokens of a person, the oldest first."""
    table = schema.tokens.c
    rows = session.connection.execute(select(schema.tokens).where(table.person == name).order_by(table.number))
    return [Token(r.number, r.person, r.label, tuple(r.scopes), r.made, r.used, r.ends) for r in rows]


def drop_token(session: Session, name: str, number: int) -> bool:
    """Have a token of a person work no longer; False where there is none."""
    table = schema.tokens.c
    query = delete(schema.tokens).where(table.number == number, table.person == name)
    return bool(session.connection.execute(query).rowcount)


def _key(key: str) -> bytes:
    return sha256(key.encode("utf-8", "replace")).digest()


def _hashed(password: str) -> str:
    if len(password) < SHORTEST:
        raise _wrong(f"a password has {SHORTEST} letters at least", "short_password", str(SHORTEST))
    return str(load("argon2", "serve").PasswordHasher().hash(password[:_LONGEST]))


_NOBODY: list[str] = []


def _nobody() -> str:
    """A hash that no password fits, so that an unknown name takes as long as a known one."""
    if not _NOBODY:
        _NOBODY.append(str(load("argon2", "serve").PasswordHasher().hash(secrets.token_urlsafe(32))))
    return _NOBODY[0]


def _clean(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())[:_LONGEST]


def _wrong(text: str, code: str, *values: str) -> SettingsError:
    advice = Reason(f"store.{code}_do")
    return SettingsError(text, remedy=_REMEDIES[code], told=Reason(f"store.{code}", values), advice=advice)


_REMEDIES = {
    "no_name_of_person": "give one",
    "person_there": "choose another name, or change that person",
    "no_person": "list them with `tawatur people list`",
    "last_admin": "make somebody else an admin first",
    "beyond": "give fewer rights, or another role first",
    "short_password": "choose a longer one",
}
