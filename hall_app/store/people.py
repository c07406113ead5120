"""The people of the library and its review rule: two small tables that no release ever reads."""

from __future__ import annotations

import msgspec

from hall_app.domain.people import NOBODY, OPEN, Account, Grant, Permit
from hall_app.domain.review import NO_CHAIN, Chain
from hall_app.store.codec import canonical_json
from hall_app.store.connection import Connection

_COLUMNS = "login, name, secret, grants, is_active, failures, locked_until"


def accounts(db: Connection) -> tuple[Account, ...]:
    """Everybody, by login."""
    found = db.execute(f"SELECT {_COLUMNS} FROM account ORDER BY login").fetchall()
    return tuple(_account(row) for row in found)


def account(db: Connection, login: str) -> Account | None:
    """One person."""
    row = db.execute(f"SELECT {_COLUMNS} FROM account WHERE login = ?", (login,)).fetchone()
    return _account(row) if row else None


def write_account(db: Connection, one: Account) -> None:
    """Enter a person, or put another line in their place."""
    db.execute(
        f"INSERT INTO account ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (login) DO UPDATE SET name = excluded.name, secret = excluded.secret,"
        " grants = excluded.grants, is_active = excluded.is_active,"
        " failures = excluded.failures, locked_until = excluded.locked_until",
        (
            one.login,
            one.name,
            one.secret,
            canonical_json(msgspec.to_builtins(one.grants)).decode(),
            one.is_active,
            one.failures,
            one.locked_until.isoformat() if one.locked_until else None,
        ),
    )


def permit_of(db: Connection, login: str) -> Permit:
    """What whoever said this login may do now; everything where there are no people."""
    if not db.execute("SELECT 1 FROM account LIMIT 1").fetchone():
        return OPEN
    one = account(db, login) if login else None
    if one is None or not one.is_active:
        return NOBODY
    return Permit(one.login, one.name, one.grants)


def chain(db: Connection) -> Chain:
    """The review rule; none where nobody set one."""
    row = db.execute("SELECT document FROM review_rule").fetchone()
    return msgspec.json.decode(row[0], type=Chain) if row else NO_CHAIN


def write_chain(db: Connection, rule: Chain) -> None:
    """Set the review rule."""
    document = canonical_json(msgspec.to_builtins(rule)).decode()
    db.execute("INSERT OR REPLACE INTO review_rule VALUES (1, ?)", (document,))


def _account(row: tuple[str, str, str, str, int, int, str | None]) -> Account:
    login, name, secret, grants, is_active, failures, locked_until = row
    return msgspec.convert(
        {
            "login": login,
            "name": name,
            "secret": secret,
            "grants": msgspec.json.decode(grants, type=tuple[Grant, ...]),
            "is_active": bool(is_active),
            "failures": failures,
            "locked_until": locked_until,
        },
        Account,
    )
