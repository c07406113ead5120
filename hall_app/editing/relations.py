"""Relations seen from the other end: what belongs to a record, linked, made, ordered, let go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hall_app.domain.changes import Changes
from hall_app.domain.fields import fields_of
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.records.record import Record
from hall_app.editing import fields
from hall_app.editing.media import slug_of
from hall_app.editing.records import free_slug
from hall_app.errors import InvalidRecord
from hall_app.store.store import Store


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation from its far end.

    Attributes:
        kind: Whose field it is.
        field: The field that links here.
        is_made: Its records can be made in place.
        is_ordered: They have an order of their own.
    """

    kind: Kind
    field: str
    is_made: bool = True
    is_ordered: bool = False

    @property
    def is_many(self) -> bool:
        """Whether one of its records may link to several."""
        return next(f.is_many for f in fields_of(RECORD_TYPES[self.kind]) if f.name == self.field)


RELATIONS: dict[Kind, tuple[Relation, ...]] = {
    Kind.ENTERPRISE: (
        Relation(Kind.PRODUCT, "enterprise", is_ordered=True),
        Relation(Kind.HONOUR, "enterprise"),
        Relation(Kind.EVENT, "related"),
    ),
    Kind.PRODUCT: (Relation(Kind.HONOUR, "product"),),
    Kind.PERSON: (
        Relation(Kind.ENTERPRISE, "people"),
        Relation(Kind.CRAFT, "keepers"),
        Relation(Kind.EVENT, "related"),
    ),
    Kind.CRAFT: (Relation(Kind.ENTERPRISE, "crafts"), Relation(Kind.EVENT, "related")),
}
"""By the kind that is looked at; the relations its own fields hold stand in its form."""


def related(store: Store, record: Record, relation: Relation) -> tuple[RecordId, ...]:
    """Who links here by a relation, in order."""
    ids = {
        one.from_id
        for one in store.references_to(record.id)
        if one.from_kind is relation.kind and one.path.split(".")[0] == relation.field
    }
    found = [store.get(one) for one in ids]
    if relation.is_ordered:
        found.sort(key=lambda one: (getattr(one, "order", 0), one.slug))
    else:
        found.sort(key=lambda one: (_day_of(one), one.slug))
    return tuple(one.id for one in found)


def link(
    store: Store, relation: Relation, from_id: RecordId, to_id: RecordId, *, author: str = ""
) -> Changes:
    """Let a record that is there link here; what it linked to alone before, it leaves."""
    with store.edit(f"Link {relation.kind}", author=author) as edit:
        record = store.get(from_id)
        if record.kind is not relation.kind:
            raise InvalidRecord(
                f"{record.slug} is no {relation.kind}.",
                "Choose another.",
                subject=record.slug,
                code="related-kind",
            )
        held = getattr(record, relation.field)
        value: Any = to_id
        if relation.is_many:
            value = held if to_id in held else (*held, to_id)
        edit.put(fields.with_field(store, record, relation.field, value))
    return edit.changes


def unlink(
    store: Store, relation: Relation, from_id: RecordId, to_id: RecordId, *, author: str = ""
) -> Changes:
    """Take the link out; both records stay."""
    with store.edit(f"Unlink {relation.kind}", author=author) as edit:
        record = store.get(from_id)
        held = getattr(record, relation.field)
        value = tuple(one for one in held if one != to_id) if relation.is_many else None
        edit.put(fields.with_field(store, record, relation.field, value))
    return edit.changes


def make(
    store: Store,
    relation: Relation,
    to_id: RecordId,
    values: dict[str, Any],
    *,
    author: str = "",
) -> Changes:
    """Make a record that links here, as one step; at the end where there is an order.

    Raises:
        InvalidRecord: It has no title in any language, or a value does not fit.
    """
    titles = [
        words for path, words in values.items() if path.startswith("title.") and words.strip()
    ]
    if not titles:
        raise InvalidRecord(
            "It has no title.", "Write one in any language.", subject="title",
            code="related-untitled",
        )  # fmt: skip
    slug = free_slug(store, relation.kind, slug_of(values.get("title.en") or titles[0]))
    record = RECORD_TYPES[relation.kind](id=RecordId(store.new_id()), slug=slug)
    link_to: Any = [to_id] if relation.is_many else to_id
    wanted = {**values, relation.field: link_to}
    if relation.is_ordered:
        others = related(store, store.get(to_id), relation)
        wanted["order"] = (
            max((getattr(store.get(one), "order", 0) for one in others), default=0) + 1
        )
    for path, value in wanted.items():
        if value:
            record = fields.with_field(store, record, path, value)
    with store.edit(f"Add {relation.kind} {slug}", author=author) as edit:
        edit.put(record)
    return edit.changes


def _day_of(record: Record) -> tuple[int, int, int]:
    date = getattr(record, "date", None)
    return tuple(date.earliest) if date is not None else (9999, 0, 0)
