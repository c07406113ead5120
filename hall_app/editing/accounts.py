"""People of the library: entering, signing in, roles, passwords; every act goes into the audit log.

Accounts guard the program's door, not the file: whoever may write the library's file on this
machine can pass by them, and leaves a broken seal in the audit log.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from hall_app.domain.people import Account, Grant, Permit, Role
from hall_app.editing import diary
from hall_app.errors import Conflict, NotFound, NotPermitted, Refused, UsageError
from hall_app.store import people
from hall_app.store.store import Store

LEAST_PASSWORD = 8

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{0,31}")
_HASHER = PasswordHasher()
# The first slips cost nothing; from then on each wait is twice the one before.
_FREE_FAILURES = 3
_FIRST_WAIT = timedelta(seconds=30)
_LONGEST_WAIT = timedelta(hours=1)


def add(
    store: Store, login: str, name: str, password: str, grants: Sequence[Grant], *, author: str = ""
) -> None:
    """Enter a person; the first one must be an administrator of everything.

    Raises:
        NotPermitted: Whoever asks is no administrator.
        Refused: The password is too short, or the first person would lock everybody out.
        Conflict: The login or the name is taken.
    """
    _refuse_bad_names(login, name)
    secret = _hashed(password)
    with store.ledger() as db:
        store.require(Role.ADMINISTRATOR)
        known = people.accounts(db)
        if any(one.login == login or one.name == name for one in known):
            raise Conflict(
                f"There is a “{login}” or somebody called {name} already.",
                "Choose another login and name.",
                subject=login,
                code="login-taken",
            )
        people.write_account(db, Account(login, name.strip(), secret, tuple(grants)))
        _keep_an_administrator(people.accounts(db))
        diary.note(store, db, "account-added", author=author, subject=login, roles=_spelled(grants))


def change(
    store: Store,
    login: str,
    *,
    name: str | None = None,
    grants: Sequence[Grant] | None = None,
    is_active: bool | None = None,
    author: str = "",
) -> None:
    """Give a person another name or other roles, or close or open their account.

    Raises:
        NotPermitted: Whoever asks is no administrator.
        NotFound: There is nobody of that login.
        Refused: Nobody would be left who is an administrator of everything.
    """
    with store.ledger() as db:
        store.require(Role.ADMINISTRATOR)
        before = _known(store, login)
        if name is not None:
            _refuse_bad_names(login, name)
        after = replace(
            before,
            name=before.name if name is None else name.strip(),
            grants=before.grants if grants is None else tuple(grants),
            is_active=before.is_active if is_active is None else is_active,
        )
        if after == before:
            return
        people.write_account(db, after)
        _keep_an_administrator(people.accounts(db))
        diary.note(
            store, db, "account-changed", author=author, subject=login,
            before=_spelled(before.grants), roles=_spelled(after.grants),
            state="open" if after.is_active else "closed",
        )  # fmt: skip


def set_password(store: Store, login: str, password: str, *, author: str = "") -> None:
    """Give oneself, or as an administrator somebody else, a new password; a lock is lifted.

    Raises:
        NotPermitted: It is somebody else's and whoever asks is no administrator.
        Refused: It is too short.
    """
    secret = _hashed(password)
    with store.ledger() as db:
        if store.permit.login != login:
            store.require(Role.ADMINISTRATOR)
        found = replace(_known(store, login), secret=secret, failures=0, locked_until=None)
        people.write_account(db, found)
        diary.note(store, db, "password-set", author=author, subject=login)


def sign_in(store: Store, login: str, password: str) -> Permit:
    """Say who one is; from then on every write of this store is theirs.

    Raises:
        NotPermitted: Login and password do not belong together, or too many were wrong.
    """
    store.login = ""
    found = store.ask(people.account, login)
    if found is not None and found.locked_until and store.now() < found.locked_until:
        raise _locked(store, found)
    if found is None or not found.is_active or not _fits(found.secret, password):
        raise _failed(store, found)
    with store.ledger() as db:
        if _HASHER.check_needs_rehash(found.secret):
            found = replace(found, secret=_HASHER.hash(password))
        people.write_account(db, replace(found, failures=0, locked_until=None))
        store.login = login
        diary.note(store, db, "signed-in", author="", subject=login)
    return store.permit


def sign_out(store: Store) -> None:
    """Be nobody again."""
    if store.login:
        with store.ledger() as db:
            diary.note(store, db, "signed-out", author="", subject=store.login)
        store.login = ""


def grant_of(store: Store, spelled: str) -> Grant:
    """A grant from words: `editor`, or `editor:century,craft` for some galleries.

    Raises:
        UsageError: There is no such role.
        NotFound: There is no such gallery.
    """
    name, _, galleries = spelled.partition(":")
    if name not in tuple(Role):
        raise UsageError(
            f"There is no role “{name}”.",
            f"Choose from: {', '.join(Role)}.",
            subject=name,
            code="role-unknown",
        )
    slugs = [slug for slug in galleries.split(",") if slug]
    return Grant(Role(name), tuple(store.resolve(f"gallery:{slug}").id for slug in slugs))


def _hashed(password: str) -> str:
    if len(password) < LEAST_PASSWORD:
        problem = Refused(
            f"A password has {LEAST_PASSWORD} characters or more.",
            "Take a longer one; three words do well.",
            subject=str(LEAST_PASSWORD),
        )
        problem.code = "password-short"
        raise problem
    return _HASHER.hash(password)


def _fits(secret: str, password: str) -> bool:
    try:
        return _HASHER.verify(secret, password)
    except VerificationError:
        return False


def _failed(store: Store, found: Account | None) -> NotPermitted:
    """Count a wrong password; a login that nobody has takes as long and gets the same words."""
    if found is None:
        _HASHER.hash("nobody")
    with store.ledger() as db:
        if found is not None:
            found = people.account(db, found.login) or found
            failures = found.failures + 1
            until = None
            if failures >= _FREE_FAILURES:
                wait = _FIRST_WAIT * 2 ** min(failures - _FREE_FAILURES, 10)
                until = store.now() + min(wait, _LONGEST_WAIT)
            found = replace(found, failures=failures, locked_until=until)
            people.write_account(db, found)
        # What was typed for a login that nobody has may have been a password.
        diary.note(store, db, "sign-in-failed", author="", subject=found.login if found else "?")
    if found is not None and found.locked_until:
        return _locked(store, found)
    problem = NotPermitted("Login and password do not belong together.", "Type them again.")
    problem.code = "sign-in"
    return problem


def _locked(store: Store, found: Account) -> NotPermitted:
    assert found.locked_until is not None  # only a locked account comes here
    seconds = max(1, round((found.locked_until - store.now()).total_seconds()))
    problem = NotPermitted(
        f"Too many passwords for {found.login} were wrong.",
        f"Wait {seconds} seconds, or ask an administrator for a new password.",
        subject=str(seconds),
    )
    problem.code = "sign-in-locked"
    return problem


def _known(store: Store, login: str) -> Account:
    found = store.ask(people.account, login)
    if found is None:
        raise NotFound(
            f"There is nobody of the login “{login}”.", subject=login, code="login-unknown"
        )
    return found


def _keep_an_administrator(everybody: tuple[Account, ...]) -> None:
    whole = Grant(Role.ADMINISTRATOR)
    if not any(one.is_active and whole in one.grants for one in everybody):
        problem = Refused(
            "Nobody would be left who is an administrator of everything.",
            "Make somebody else one first.",
        )
        problem.code = "last-administrator"
        raise problem


def _refuse_bad_names(login: str, name: str) -> None:
    if not _LOGIN.fullmatch(login) or not name.strip():
        problem = UsageError(
            f"“{login}” is no login, or the name is empty.",
            "A login has up to 32 small letters, digits, dots and hyphens.",
            subject=login,
        )
        problem.code = "bad-login"
        raise problem


def _spelled(grants: Sequence[Grant]) -> str:
    return "; ".join(
        f"{grant.role}:{','.join(grant.galleries)}" if grant.galleries else str(grant.role)
        for grant in grants
    )
