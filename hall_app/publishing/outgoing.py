"""What a release takes of the library: where there is a chain, the revision that passed it last."""

from __future__ import annotations

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.store import people, reviews
from hall_app.store.codec import Document, from_document
from hall_app.store.store import Store

_HOMES = ("gallery", "section", "enterprise")


def outgoing(store: Store) -> list[Record]:
    """The records that may go out, each as it was approved; drafts stay behind.

    A record that is in the library no more goes out no more: to take something off the walls
    must be quick, and under a chain only a reviewer may (`store.guard`).
    """
    records = [record for kind in Kind for record in store.all(kind)]
    rule = store.ask(people.chain)
    if not rule.is_set:
        return records
    approved = store.ask(reviews.approvals)
    standing = {record.id: record for record in records}
    chosen = []
    for record in records:
        if not rule.reviews_for(record.kind, _gallery_of(record, standing)):
            chosen.append(record)
        elif record.id in approved:
            chosen.append(_as_approved(approved[record.id], record))
    return chosen


def _as_approved(document: Document, record: Record) -> Record:
    """The approved words under the record's present short name, which no other record has."""
    return from_document({**document, "slug": record.slug})


def _gallery_of(record: Record, standing: dict[RecordId, Record]) -> RecordId | None:
    here: Record | None = record
    for _ in _HOMES:
        if here is None or here.kind is Kind.GALLERY:
            break
        above = next((getattr(here, name) for name in _HOMES if getattr(here, name, None)), None)
        here = standing.get(above) if above else None
    return here.id if here is not None and here.kind is Kind.GALLERY else None
