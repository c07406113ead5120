"""A release beside a library: what is new, what moved there, what moved on both sides."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from hall_app.domain.fields import fields_of
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.editing.records import free_slug
from hall_app.errors import InvalidRecord
from hall_app.publishing.objects import named_files
from hall_app.publishing.public import public_form, public_ids, written_form
from hall_app.publishing.released import SignedRelease
from hall_app.publishing.selection import in_galleries
from hall_app.store.codec import Document, from_document
from hall_app.store.store import Store

TAKEN = "Take in "
"""How the label of every step begins that took records in."""


class Standing(StrEnum):
    """How a record of the release stands to the library.

    `CHANGED`: it moved there and not here since it was last taken in. `CONFLICT`: it was written
    here too.
    """

    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One record of the release beside the library's.

    Attributes:
        theirs: As it can stand here: with links to what will be here, under a free slug.
        taken: What to write where theirs is taken: what it did not change stays as mine has it,
            private words too.
    """

    standing: Standing
    theirs: Record
    taken: Record
    mine: Record | None = None


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A record that cannot be taken, and why."""

    ref: str
    reason: str


@dataclass(slots=True)
class Preview:
    """What taking a release in would do; nothing has been written."""

    records: list[Comparison] = field(default_factory=list)
    refused: list[NotTaken] = field(default_factory=list)

    def of(self, standing: Standing) -> tuple[Comparison, ...]:
        """The records that stand so."""
        return tuple(one for one in self.records if one.standing is standing)

    @property
    def new(self) -> tuple[Comparison, ...]:
        return self.of(Standing.NEW)

    @property
    def changed(self) -> tuple[Comparison, ...]:
        return self.of(Standing.CHANGED)

    @property
    def conflicts(self) -> tuple[Comparison, ...]:
        return self.of(Standing.CONFLICT)

    @property
    def unchanged(self) -> tuple[Comparison, ...]:
        return self.of(Standing.UNCHANGED)


def compare(
    release: SignedRelease,
    store: Store,
    fault_of: Callable[[str], str],
    galleries: Collection[str] = (),
) -> Preview:
    """Set every record of a release beside the library's.

    Args:
        release: Verified.
        store: The library.
        fault_of: Why a file cannot be taken, by its hash; empty where it can.
        galleries: Only these and what they lead to; none means all.
    """
    documents = {RecordId(document["id"]): document for document in release.records()}
    if galleries:
        within = in_galleries(documents, galleries)
        documents = {key: document for key, document in documents.items() if key in within}
    preview = Preview()
    theirs = dict(_readable(documents, fault_of, preview))
    beside = _Library(store)
    adapted = beside.adapted(theirs)
    for key, record in adapted.items():
        mine = beside.records.get(key)
        if mine is not None and mine.kind is not record.kind:
            preview.refused.append(NotTaken(_ref(record), f"its id is that of a {mine.kind} here"))
        else:
            preview.records.append(beside.compared(record, mine))
    return preview


class _Library:
    """The library's records in the form in which they would be published."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.records = {r.id: r for kind in Kind for r in store.all(kind)}
        self._held = public_ids(self.records.values())
        self._slugs = {(r.kind, r.slug): r.id for r in self.records.values()}
        self._hall = next((r.id for r in self.records.values() if r.kind is Kind.HALL), None)

    def adapted(self, theirs: Mapping[RecordId, Record]) -> dict[RecordId, Record]:
        """Their records as they can stand here: in my hall, under free slugs, with closed links."""
        another = {
            key
            for key, r in theirs.items()
            if r.kind is Kind.HALL and self._hall not in (None, key)
        }
        within = (self.records.keys() | theirs.keys()) - (another - self.records.keys())
        return {
            key: self._adapted(record, another, within)
            for key, record in theirs.items()
            if key not in another
        }

    def compared(self, theirs: Record, mine: Record | None) -> Comparison:
        if mine is None:
            return Comparison(Standing.NEW, theirs, written_form(theirs))
        forms = (public_form(mine, self._held), public_form(mine))
        if theirs in forms:
            return Comparison(Standing.UNCHANGED, theirs, mine, mine)
        steps = self._store.outlines(mine.id, limit=1)
        is_as_taken = bool(steps) and steps[0].label.startswith(TAKEN)
        standing = Standing.CHANGED if is_as_taken else Standing.CONFLICT
        kept = {
            one.name: getattr(mine, one.name)
            for one in fields_of(type(mine))
            if getattr(theirs, one.name) in [getattr(form, one.name) for form in forms]
        }
        taken = replace(written_form(theirs), **{**kept, "is_public": mine.is_public})
        return Comparison(standing, theirs, taken, mine)

    def _adapted(
        self, record: Record, halls: set[RecordId], within: Collection[RecordId]
    ) -> Record:
        if getattr(record, "hall", None) in halls:
            record = replace(record, hall=self._hall)  # type: ignore[call-arg]
        if self._slugs.get((record.kind, record.slug), record.id) != record.id:
            mine = self.records.get(record.id)
            slug = mine.slug if mine else free_slug(self._store, record.kind, record.slug)
            record = replace(record, slug=slug)
        return public_form(record, within)


def _readable(
    documents: Mapping[RecordId, Document], fault_of: Callable[[str], str], preview: Preview
) -> Iterator[tuple[RecordId, Record]]:
    for key, document in documents.items():
        faults = [fault for name in named_files(document) if (fault := fault_of(name))]
        if faults:
            preview.refused.append(NotTaken(f"media:{document['slug']}", faults[0]))
            continue
        try:
            yield key, from_document(document)
        except InvalidRecord as problem:
            preview.refused.append(NotTaken(f"{document['kind']}:{document['slug']}", str(problem)))


def _ref(record: Record) -> str:
    return f"{record.kind}:{record.slug}"
