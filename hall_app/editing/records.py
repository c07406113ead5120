"""Making, copying, removing and restoring whole records."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from hall_app.domain.changes import Changes
from hall_app.domain.fields import references_in
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.records.record import Record
from hall_app.editing import fields
from hall_app.errors import NotFound, Refused
from hall_app.store.codec import Document, from_document, to_document
from hall_app.store.edit import Edit
from hall_app.store.journal import Step
from hall_app.store.store import Store

# What goes into the bin with its owner: the kind and the field by which it belongs.
_OWNED: dict[Kind, tuple[tuple[Kind, str], ...]] = {
    Kind.GALLERY: ((Kind.SECTION, "gallery"),),
    Kind.SECTION: ((Kind.EXHIBIT, "section"),),
    Kind.ENTERPRISE: ((Kind.PRODUCT, "enterprise"), (Kind.HONOUR, "enterprise")),
}

_SINGLE = (Kind.HALL, Kind.RELEASE)
_SLUG_STEM = 72  # a slug has 80 characters at the most; the rest is for a number


def create(
    store: Store, kind: Kind, slug: str, values: dict[str, Any] | None = None, *, author: str = ""
) -> Record:
    """Make a record with these fields set.

    Raises:
        Conflict: The slug is taken.
        InvalidRecord: A field or the slug does not fit.
        Refused: It would be a second hall.
    """
    if kind is Kind.HALL and store.count(Kind.HALL):
        raise Refused("A library holds one hall.", "Edit the hall that is there.", code="hall-one")
    record = RECORD_TYPES[kind](id=RecordId(store.new_id()), slug=slug)
    for path, value in (values or {}).items():
        record = fields.with_field(store, record, path, value)
    with store.edit(f"Add {kind} {slug}", author=author) as edit:
        edit.put(record)
    return record


def put(store: Store, record: Record, *, label: str = "", author: str = "") -> Changes:
    """Write a whole record, as a form does."""
    with store.edit(label or f"Edit {record.kind} {record.slug}", author=author) as edit:
        edit.put(record)
    return edit.changes


def duplicate(store: Store, record_id: RecordId, *, author: str = "") -> Record:
    """A copy with an id and slug of its own, in the same place.

    Raises:
        Refused: It is the hall, or a published release, of which there is one.
    """
    original = store.get(record_id)
    if original.kind in _SINGLE:
        raise Refused(
            f"A {original.kind} cannot be duplicated.", subject=original.slug, code="not-duplicable"
        )
    slug = free_slug(store, original.kind, original.slug)
    copy = replace(original, id=RecordId(store.new_id()), slug=slug)
    with store.edit(f"Duplicate {original.kind} {original.slug}", author=author) as edit:
        edit.put(copy)
    return copy


def remove(store: Store, *ids: RecordId, author: str = "") -> Changes:
    """Move records and all that belongs to them into the bin, and take out links to them.

    Raises:
        NotFound: One of them is not there.
        Refused: One is the hall, or a published release, which stay. Nothing is removed.
    """
    doomed: dict[RecordId, Record] = {}
    named = [store.get(one) for one in ids]
    for record in named:
        if record.kind in _SINGLE:
            raise Refused(
                f"A {record.kind} cannot be removed.", subject=record.slug, code="not-removable"
            )
        doomed.update((one, store.get(one)) for one in subtree(store, record))
    first = named[0] if len(named) == 1 else None
    what = f"{first.kind} {first.slug}" if first else f"{len(named)} records"
    with store.edit(f"Remove {what}", author=author) as edit:
        for one in doomed:
            unlink(store, edit, one, doomed)
        for one in reversed(doomed):
            edit.remove(one)
    return edit.changes


def restore(store: Store, record_id: RecordId, *, author: str = "") -> Changes:
    """Bring a record back from the bin, with what belongs to it or it belongs to, and its links.

    Others that were removed in the same step stay in the bin. A record that has been edited since keeps its edits and gets its link back. A link of the
    record itself to something that has been removed since is left out.

    Raises:
        NotFound: It is not in the bin.
    """
    step = next((step for step, change in store.bin() if change.record_id == record_id), None)
    if step is None:
        raise NotFound(f"{record_id} is not in the bin.", subject=record_id, code="not-in-bin")
    removed = {
        change.record_id: change.before
        for change in step.changes
        if change.after is None and change.before and not store.exists(change.record_id)
    }
    named = removed[record_id]
    with store.edit(f"Restore {named['kind']} {named['slug']}", author=author) as edit:
        documents = _family(removed, record_id)
        coming = {RecordId(document["id"]) for document in documents}
        for document in documents:
            edit.put(_with_living_links(store, document, coming))
        _relink(store, edit, step, coming)
    return edit.changes


def restore_revision(
    store: Store, record_id: RecordId, step_id: int, *, author: str = ""
) -> Changes:
    """Put a record back to how a step left it, without links to what has been removed since.

    Raises:
        NotFound: The step did not leave such a record.
    """
    step = store.step(step_id)
    document = next((c.after for c in step.changes if c.record_id == record_id), None)
    if document is None:
        raise NotFound(
            f"Step {step_id} left no such record.", subject=record_id, code="step-left-none"
        )
    with store.edit(f"Restore {document['kind']} {document['slug']}", author=author) as edit:
        edit.put(_with_living_links(store, document, {record_id}))
    return edit.changes


def move(store: Store, ordered: list[RecordId], *, author: str = "") -> Changes:
    """Give records their order, first to last."""
    with store.edit("Reorder", author=author) as edit:
        for order, record_id in enumerate(ordered, start=1):
            edit.put(fields.with_field(store, store.get(record_id), "order", order))
    return edit.changes


def free_slug(store: Store, kind: Kind, slug: str) -> str:
    """The slug itself or with the first free number."""
    number, candidate = 2, slug
    while store.find(kind, candidate):
        candidate = f"{slug[:_SLUG_STEM].rstrip('-')}-{number}"
        number += 1
    return candidate


def subtree(store: Store, record: Record) -> list[RecordId]:
    """The record and all that belongs to it, owners before what they own."""
    found = [record.id]
    owned = _OWNED.get(record.kind, ())
    for reference in store.references_to(record.id) if owned else ():
        if (reference.from_kind, reference.path) in owned:
            found.extend(subtree(store, store.get(reference.from_id)))
    return found


def unlink(store: Store, edit: Edit, target: RecordId, doomed: Collection[RecordId]) -> None:
    """Take a record out of all that link to it, but of those that go with it."""
    for reference in store.references_to(target):
        if reference.from_id not in doomed:
            document = to_document(store.get(reference.from_id))
            edit.put(_without(document, {target}))


def _with_living_links(store: Store, document: Document, coming: set[RecordId]) -> Record:
    targets = {target for _, target in references_in(from_document(document))}
    dead = {target for target in targets if target not in coming and not store.exists(target)}
    return _without(document, dead)


def _without(document: Document, targets: set[RecordId]) -> Record:
    """The record without any value that is, or cites, one of the targets."""
    pruned = {name: _pruned(value, targets) for name, value in document.items()}
    return from_document({name: value for name, value in pruned.items() if value is not _GONE})


_GONE = object()


def _pruned(value: Any, targets: set[RecordId]) -> Any:
    match value:
        case str():
            return _GONE if value in targets else value
        case list():
            kept = [_pruned(one, targets) for one in value]
            return [one for one in kept if one is not _GONE]
        case dict():
            # A citation without its source, a reading without its sound: they go as a whole.
            if value.get("source") in targets or value.get("sound") in targets:
                return _GONE
            inner = {name: _pruned(held, targets) for name, held in value.items()}
            return {name: held for name, held in inner.items() if held is not _GONE}
        case _:
            return value


def _relink(store: Store, edit: Edit, step: Step, coming: set[RecordId]) -> None:
    """Give the links to what comes back to the records that lost them in this step."""
    for change in step.changes:
        if change.after is None or change.before is None or not store.exists(change.record_id):
            continue
        current = to_document(store.get(change.record_id))
        for name, before in change.before.items():
            if _pruned(before, coming) != before:
                _relink_field(current, name, before, change.after.get(name), coming)
        edit.put(_with_living_links(store, current, coming))


def _family(removed: dict[RecordId, Document], record_id: RecordId) -> list[Document]:
    """What was removed and belongs together with a record: owners and owned, however far."""
    fields = {field for owned in _OWNED.values() for _, field in owned}
    owners = {
        one: [RecordId(document[name]) for name in fields if document.get(name) in removed]
        for one, document in removed.items()
    }
    found, waiting = {record_id}, [record_id]
    while waiting:
        here = waiting.pop()
        owned = [one for one, above in owners.items() if here in above]
        near = {*owners[here], *owned} - found
        found |= near
        waiting += near
    return [document for one, document in removed.items() if one in found]


def _relink_field(
    current: Document, name: str, before: Any, after: Any, coming: set[RecordId]
) -> None:
    if current.get(name) == after:
        current[name] = before
    elif isinstance(before, list):
        held = current.setdefault(name, [])
        for place, lost in enumerate(before):
            bare = _pruned(lost, coming)
            if bare is _GONE and lost not in held:
                held.insert(min(place, len(held)), lost)
            elif bare != lost and bare in held:
                held[held.index(bare)] = lost
