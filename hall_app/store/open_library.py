"""The open file of a library, who is at work in it, and the way to what is no record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Self, TypeVar

from hall_app.domain.ids import IdMaker
from hall_app.domain.people import Permit, Role
from hall_app.store import guard, people
from hall_app.store.connection import Connection, spoken, transaction

T = TypeVar("T")


class OpenLibrary:
    """One connection to a library file; it belongs to the thread that opened it.

    Attributes:
        login: Who has said who they are (`editing.accounts.sign_in`); every write is theirs.
    """

    def __init__(
        self, db: Connection, path: Path, now: Callable[[], datetime], new_id: IdMaker
    ) -> None:
        self._db = db
        self.path = path
        self.now = now
        self.new_id = new_id
        self.login = ""

    def close(self) -> None:
        """Close the file; the store cannot be used after."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def permit(self) -> Permit:
        """What whoever is at work may do now; read anew, since a role may be taken away."""
        return self.ask(people.permit_of, self.login)

    def require(self, role: Role, subject: str = "") -> None:
        """Stop what needs a role, before it begins.

        Raises:
            NotPermitted: Whoever is at work has not this role.
        """
        guard.require(self.permit, role, subject)

    @contextmanager
    def ledger(self) -> Iterator[Connection]:
        """One transaction over what is no record: people, reviews, the audit log.

        The store's own modules (`people`, `reviews`, `audit`) write through what it hands out.
        """
        with transaction(self._db, self.path), spoken(self.path):
            yield self._db
            self._db.execute("UPDATE library SET version = version + 1")

    def ask(self, question: Callable[..., T], *values: Any) -> T:
        """Ask one of the store's own modules something that is no record."""
        with spoken(self.path):
            return question(self._db, *values)

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with spoken(self.path):
            return self._db.execute(sql, values).fetchall()
