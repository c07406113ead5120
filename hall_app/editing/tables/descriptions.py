"""What a table says of the pictures its rows name: their captions, their authors, what is seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.editing.fields import with_field
from hall_app.editing.tables.cells import People
from hall_app.editing.tables.drafts import Draft
from hall_app.editing.tables.lengths import OF_MEDIUM
from hall_app.editing.tables.plan import FieldChange, Known, PlannedRow, RowState
from hall_app.store.store import Store

Descriptions = Mapping[RecordId, Mapping[str, str]]


def said_of_pictures(drafts: Iterable[Draft], people: People) -> Descriptions:
    """The words for each picture, by the id the plan knows it by; the first row that names it says."""
    found: dict[RecordId, dict[str, str]] = {}
    for draft in drafts:
        words = {
            path.removeprefix(OF_MEDIUM): said
            for path, said in draft.words()
            if path.startswith(OF_MEDIUM)
        }
        if words and not draft.faults:
            found.setdefault(people.find(draft.word("media"), Kind.MEDIA), words)
    return found


def rows_of(
    store: Store, said: Descriptions, drafts: Iterable[Draft], people: People
) -> list[PlannedRow]:
    """The rows for those pictures that the library has already and that would change."""
    rows: dict[RecordId, PlannedRow] = {}
    for draft in drafts:
        if draft.faults or not any(path.startswith(OF_MEDIUM) for path, _ in draft.words()):
            continue
        medium = people.find(draft.word("media"), Kind.MEDIA)
        if medium not in rows and store.exists(medium):
            before = store.get(medium)
            after = described(store, before, said[medium])
            if after != before:
                rows[medium] = _row(draft, before, after, said[medium])
    return list(rows.values())


def described(store: Store, record: Record, words: Mapping[str, str]) -> Record:
    """The picture with these words; nothing is written."""
    for path, said in words.items():
        if _held(record, path) != said:
            record = with_field(store, record, path, said)
    return record


def _row(draft: Draft, before: Record, after: Record, words: Mapping[str, str]) -> PlannedRow:
    return PlannedRow(
        place=draft.place, sheet=draft.sheet.name, number=draft.number, kind=Kind.MEDIA,
        title=before.title.best("zh-Hans"), state=RowState.CHANGED, known_by=Known.TITLE,
        record_id=before.id, before=before, after=after,
        changes=tuple(
            FieldChange(path, _held(before, path) or None, said)
            for path, said in words.items()
            if _held(before, path) != said
        ),
    )  # fmt: skip


def _held(record: Record, path: str) -> str:
    name, _, language = path.partition(".")
    held = getattr(record, name)
    return str(held[language] if language else held)
