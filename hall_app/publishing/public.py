"""What of the library may leave the desk: public records, without private fields, with closed links."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import replace
from typing import Any

from hall_app.domain.fields import Field, Shape, fields_of
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.enterprise import Enterprise
from hall_app.domain.records.media import Media, RightsScope
from hall_app.domain.records.record import Record
from hall_app.domain.text import ZH_HANS, Text

# Nothing in these ever leaves the desk, whatever kind of record holds them.
PRIVATE_FIELDS = frozenset(
    {
        "remark",
        "authorisation",
        "tags",
        "searches",
        "earlier",
        "harvested",
        "rulings",
        "approved_names",
        "watched_words",
        "synonyms",
        "glossary",
    }
)

# The desk's own diary; a release does not tell of the releases before it.
_DESK_ONLY = frozenset({Kind.RELEASE})

# A record stands in the one these name, and is held back with it. A display only hangs there.
_HOMES = ("hall", "gallery", "section", "enterprise")
_NEEDS_NO_HOME = frozenset({Kind.DISPLAY})


def public_ids(records: Iterable[Record]) -> frozenset[RecordId]:
    """The ids of the records that a release holds."""
    held = {record.id: record for record in records if may_leave(record)}
    while outcast := [key for key, record in held.items() if not has_home(record, held)]:
        for key in outcast:
            del held[key]
    return frozenset(held)


def public_records(records: Iterable[Record]) -> dict[RecordId, Record]:
    """The records of a release by id, each as a visitor's program may read it."""
    every = {record.id: record for record in records}
    held = public_ids(every.values()) - signed_papers(every.values())
    return {key: public_form(record, held) for key, record in every.items() if key in held}


def signed_papers(records: Iterable[Record]) -> frozenset[RecordId]:
    """The scans of authorisations, which stay at the desk whatever anyone says of them."""
    papers = (one.authorisation for one in records if isinstance(one, Enterprise))
    return frozenset(paper.scan for paper in papers if paper and paper.scan)


def public_form(record: Record, held: Container[RecordId] | None = None) -> Record:
    """One record without its private fields; with `held`, without links to what is not in it."""
    return _formed(record, held, _words)


def written_form(record: Record) -> Record:
    """A record that came from outside as it is written here: its translations are true to its source."""
    return _formed(record, None, _translated)


def _formed(
    record: Record, held: Container[RecordId] | None, words: Callable[[Text], Text]
) -> Record:
    form: Record | None = _rewritten(record, held, words)
    assert form is not None  # only a value inside a record can be dropped
    return form


def may_leave(record: Record) -> bool:
    """Whether a record is public in itself, wherever it stands."""
    if not record.is_public or record.kind in _DESK_ONLY:
        return False
    if isinstance(record, Media):
        return not record.rights.scope or RightsScope.HALL in record.rights.scope
    return True


def has_home(record: Record, held: Container[RecordId]) -> bool:
    """Whether what a record stands in is held too."""
    return record.kind in _NEEDS_NO_HOME or all(home in held for home in homes_of(record))


def homes_of(record: Record) -> tuple[RecordId, ...]:
    """What a record stands in: without any of these it is not published."""
    homes = (getattr(record, name, None) for name in _HOMES)
    return tuple(home for home in homes if home)


def _rewritten(value: Any, held: Container[RecordId] | None, words: Callable[[Text], Text]) -> Any:
    """The value with its links closed; None where it cannot be without one that is gone."""
    changed: dict[str, Any] = {}
    for field in fields_of(type(value)):
        before = getattr(value, field.name)
        if field.name in PRIVATE_FIELDS:
            changed[field.name] = field.default
        elif field.name == "id" or before is None:
            continue
        elif field.is_many:
            many = (_part(field, one, held, words) for one in before)
            changed[field.name] = tuple(one for one in many if one is not None)
        else:
            after = _part(field, before, held, words)
            if after is None and not field.is_optional:
                return None
            changed[field.name] = after
    return replace(value, **changed)


def _part(
    field: Field, one: Any, held: Container[RecordId] | None, words: Callable[[Text], Text]
) -> Any:
    match field.shape:
        case Shape.REFERENCE if held is not None and one not in held:
            return None
        case Shape.TEXT:
            return words(one)
        case Shape.DATE:
            # What people say for a date is no translation of anything.
            return replace(one, words=_words(one.words))
        case Shape.VALUE:
            return _rewritten(one, held, words)
        case _:
            return one


def _words(text: Text) -> Text:
    """The words alone: who drafted them from what is the desk's business."""
    return Text.of({language: text[language] for language in text})


def _translated(text: Text) -> Text:
    for language in text:
        if language != ZH_HANS and text[ZH_HANS]:
            text = text.translated(language, text[language], source=ZH_HANS, is_drafted=False)
    return text
