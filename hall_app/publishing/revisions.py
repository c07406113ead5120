"""The revisions of an enterprise's pages: as they stand, and as they stood at any step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.enterprise import Enterprise
from hall_app.errors import NotFound
from hall_app.publishing.signed import Contents, contents_of, lines_of, revision_of
from hall_app.store.codec import Document, from_document, to_document
from hall_app.store.store import Store

_MEMBERS = (Kind.PRODUCT, Kind.HONOUR)
_STEPS_BACK = 400


@dataclass(frozen=True, slots=True)
class Revision:
    """What an enterprise's pages say at one moment.

    Attributes:
        number: Twelve digits that two revisions share only if they say the same.
    """

    number: str
    contents: Contents

    @property
    def lines(self) -> tuple[str, ...]:
        """What a sign-off of it keeps."""
        return lines_of(self.contents)


def standing(store: Store, enterprise: Enterprise) -> Revision:
    """The revision as the library stands."""
    others = [store.get(one) for one in members(store, enterprise.id)]
    return _revision(contents_of(enterprise, others))


def members(store: Store, enterprise_id: RecordId) -> tuple[RecordId, ...]:
    """The products and honours of an enterprise."""
    return tuple(
        one.from_id
        for one in store.references_to(enterprise_id)
        if one.from_kind in _MEMBERS and one.path == "enterprise"
    )


def of_number(store: Store, enterprise: Enterprise, number: str) -> Revision:
    """The revision of a number, looked for from now backwards.

    Raises:
        NotFound: The pages never read so, or too many edits ago.
    """
    wanted = number.strip().upper().replace(" ", "")
    found = next((one for one in earlier(store, enterprise) if one.number == wanted), None)
    if found is None:
        raise NotFound(
            f"The pages of {enterprise.slug} never stood as revision {number}.",
            "Read the number from the proof again, or make a new proof and send that.",
            subject=number,
            code="revision-unknown",
        )
    return found


def earlier(store: Store, enterprise: Enterprise) -> Iterator[Revision]:
    """Every revision from now backwards, as far as the history is read."""
    concerned = {enterprise.id, *members(store, enterprise.id), *_gone(store, enterprise.id)}
    documents: dict[RecordId, Document | None] = {
        one: to_document(store.get(one)) if store.exists(one) else None for one in concerned
    }
    befores: dict[int, dict[RecordId, Document | None]] = defaultdict(dict)
    for one in concerned:
        for step in store.outlines(one, limit=_STEPS_BACK):
            befores[step.id] |= {c.record_id: c.before for c in step.changes if c.record_id == one}
    yield _rebuilt(enterprise.id, documents)
    for step_id in sorted(befores, reverse=True):
        documents |= befores[step_id]
        if documents[enterprise.id] is None:
            return
        yield _rebuilt(enterprise.id, documents)


def _gone(store: Store, enterprise_id: RecordId) -> set[RecordId]:
    """Products and honours that lie in the bin."""
    return {
        change.record_id
        for _, change in store.bin()
        if change.kind in _MEMBERS and (change.before or {}).get("enterprise") == enterprise_id
    }


def _rebuilt(enterprise_id: RecordId, documents: dict[RecordId, Document | None]) -> Revision:
    records = {key: from_document(one) for key, one in documents.items() if one is not None}
    enterprise = records.pop(enterprise_id)
    assert isinstance(enterprise, Enterprise)
    return _revision(contents_of(enterprise, records.values()))


def _revision(contents: Contents) -> Revision:
    return Revision(revision_of(lines_of(contents)), contents)
