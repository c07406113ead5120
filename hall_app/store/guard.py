"""The one place where it is decided who may write what.

Every edit, undo and redo of every program ends here, inside its transaction; buttons only say
beforehand what this would say.
"""

from __future__ import annotations

from collections.abc import Iterable

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.people import Permit, Role
from hall_app.errors import NotPermitted
from hall_app.store import people, reviews, rows
from hall_app.store.codec import Document
from hall_app.store.connection import Connection
from hall_app.store.journal import Change

_HOMES = ("gallery", "section", "enterprise")
_WRITERS = {Kind.RELEASE: Role.PUBLISHER, Kind.DISPLAY: Role.OPERATOR}


def gallery_of(db: Connection, document: Document) -> RecordId | None:
    """The gallery a record stands in, by its section or enterprise where it has none itself."""
    here: Document | None = document
    for _ in _HOMES:
        if here is None or here["kind"] == Kind.GALLERY:
            break
        above = next((here[name] for name in _HOMES if here.get(name)), None)
        here = rows.read(db, RecordId(above)) if above else None
    return RecordId(here["id"]) if here is not None and here["kind"] == Kind.GALLERY else None


def check(db: Connection, permit: Permit, changes: Iterable[Change]) -> None:
    """Stop an edit that its author may not make; to remark on something takes only a name.

    Raises:
        NotPermitted: With the role that is missing.
    """
    if permit.is_open:
        return
    if not permit.login:
        raise missing(permit, Role.EDITOR)
    reviewed = people.chain(db).is_set
    for change in changes:
        _check(db, permit, change)
        if reviewed and change.after is None and reviews.approval(db, change.record_id):
            _require(db, permit, Role.REVIEWER, change.before or {})


def may_write(db: Connection, permit: Permit, record_id: RecordId) -> bool:
    """Whether an edit of a record would be let through."""
    document = rows.read(db, record_id)
    if document is None:
        return False
    role = _WRITERS.get(Kind(document["kind"]), Role.EDITOR)
    if document["kind"] == Kind.HALL:
        return permit.may_everywhere(role)
    return permit.may(role, gallery_of(db, document))


def require(permit: Permit, role: Role, subject: str = "") -> None:
    """Stop what needs a role that nobody here has.

    Raises:
        NotPermitted: With the role that is missing.
    """
    if not permit.may(role):
        raise missing(permit, role, subject)


def missing(permit: Permit, role: Role, subject: str = "") -> NotPermitted:
    """The words for a role that is not held."""
    if not permit.login:
        return NotPermitted(
            "This library keeps people, and you have not said who you are.",
            "Name yourself with HALL_LOGIN and HALL_PASSWORD, or sign in at the desk.",
            subject=subject,
            code="who-are-you",
        )
    where = f" for {subject}" if subject else ""
    return NotPermitted(
        f"{permit.name} is no {role}{where}.",
        "Ask an administrator for the role, or somebody who has it.",
        subject=str(role),
    )


def _check(db: Connection, permit: Permit, change: Change) -> None:
    role = _WRITERS.get(change.kind, Role.EDITOR)
    for document in (change.before, change.after):
        if document is not None:
            _require(db, permit, role, document)


def _require(db: Connection, permit: Permit, role: Role, document: Document) -> None:
    subject = f"{document['kind']}:{document['slug']}"
    if document["kind"] == Kind.HALL and not permit.may_everywhere(role):
        raise missing(permit, role, subject)
    if not permit.may(role, gallery_of(db, document)):
        raise missing(permit, role, subject)
