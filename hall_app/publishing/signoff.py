"""Recording a sign-off: who gave leave, how far, until when, and for which revision."""

from __future__ import annotations

from dataclasses import dataclass

from hall_app.domain.changes import Changes
from hall_app.domain.dates import Day
from hall_app.domain.ids import MediaId
from hall_app.domain.records.enterprise import Authorisation, Enterprise
from hall_app.editing import fields
from hall_app.errors import InvalidRecord
from hall_app.publishing.revisions import of_number, standing
from hall_app.store.store import Store


@dataclass(frozen=True, slots=True)
class SignOff:
    """What stands on the last page of a signed proof.

    Attributes:
        revision: The number at the proof's foot; empty means the pages as they stand.
        scan: The signed paper as a medium, which is kept off every release.
    """

    given_by: str
    given_on: Day | None = None
    scope: str = ""
    until: Day | None = None
    scan: MediaId | None = None
    revision: str = ""


def record_signoff(
    store: Store, enterprise: Enterprise, signoff: SignOff, *, author: str = ""
) -> Changes:
    """Write the authorisation with what was signed, as one step; the scan becomes private.

    Raises:
        InvalidRecord: Nobody is named, or it ends before it begins.
        NotFound: The pages never read as the revision says.
    """
    _refuse_nonsense(signoff)
    signed = (
        of_number(store, enterprise, signoff.revision)
        if signoff.revision
        else standing(store, enterprise)
    )
    paper = Authorisation(
        given_by=signoff.given_by.strip(), given_on=signoff.given_on, scope=signoff.scope.strip(),
        until=signoff.until, scan=signoff.scan, signed=signed.lines,
    )  # fmt: skip
    with store.edit("Record sign-off", author=author) as edit:
        edit.put(fields.with_field(store, store.get(enterprise.id), "authorisation", paper))
        if signoff.scan is not None:
            edit.put(fields.with_field(store, store.get(signoff.scan), "is_public", value=False))
    return edit.changes


def _refuse_nonsense(signoff: SignOff) -> None:
    if not signoff.given_by.strip():
        raise _invalid("sign-off-nobody", "Nobody is named who signed.", "Write who signed.")
    if signoff.until and signoff.given_on and signoff.until < signoff.given_on:
        raise _invalid(
            "sign-off-reversed",
            f"The leave would end on {signoff.until}, before it was given on {signoff.given_on}.",
            "Look at both days again.",
        )


def _invalid(code: str, what: str, remedy: str) -> InvalidRecord:
    return InvalidRecord(what, remedy, subject="authorisation", code=code)
