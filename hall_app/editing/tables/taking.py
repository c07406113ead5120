"""Taking a planned file in: its pictures and its good rows, or all or nothing, as one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hall_app.domain.changes import Changes
from hall_app.domain.fields import references_in
from hall_app.domain.ids import RecordId
from hall_app.domain.records.record import Record
from hall_app.editing import diary
from hall_app.editing.content import Intake
from hall_app.editing.media import Looked, admit, names_of
from hall_app.editing.tables.descriptions import described
from hall_app.editing.tables.plan import Plan, PlannedRow, RowState
from hall_app.errors import Conflict, NotFound, Refused
from hall_app.media.ingest import Outcome, ingest_many
from hall_app.store.codec import from_document, to_document
from hall_app.store.edit import Edit
from hall_app.store.store import Store

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a file in did.

    Attributes:
        pictures: How many new media came with it.
        left_out: Rows whose picture could not be taken after all.
    """

    changes: Changes
    new: int
    changed: int
    pictures: int
    left_out: tuple[PlannedRow, ...] = field(default=())


def take_in(
    store: Store,
    plan: Plan,
    *,
    intake: Intake | None = None,
    all_or_nothing: bool = False,
    name: str = "",
    author: str = "",
    on_progress: Progress | None = None,
) -> Taken:
    """Write the good rows of a plan and take in their pictures, all as one undo step.

    Args:
        store: The library.
        plan: As it was shown to a person.
        intake: Where pictures go, and who reads them.
        all_or_nothing: Refuse everything if any row is refused.
        name: The file's, for the history.
        author: Who stands in the history.
        on_progress: Told how many of how many things are done.

    Raises:
        Refused: All or nothing was wanted, and a row is refused.
        Conflict: A record was changed since the plan was made.
        Cancelled: By `on_progress`; nothing was written.
    """
    refused = plan.counts[RowState.REFUSED]
    if all_or_nothing and refused:
        raise Refused(
            f"{refused} rows are not right, so none was taken in.",
            "Mend them, or take in the good rows alone.",
            subject=name,
            code="table-rows-wrong",
        )
    rows = [row for row in plan.rows if row.state in {RowState.NEW, RowState.CHANGED}]
    total = len(rows) + len(plan.pictures)
    report = on_progress or (lambda _done, _total: None)
    outcomes = _read(plan, intake, lambda done: report(done, total))
    names = names_of(outcomes)
    with store.edit(f"Import table {name}".strip(), author=author) as edit:
        admitted = admit(store, edit, Looked(outcomes, {}), names, {})
        ids = _ids(plan, outcomes, {**admitted.by_path, **admitted.known})
        new = {record.id: record for record in admitted.new}
        for planned, words in plan.said.items():
            if (medium := new.get(ids.get(planned, planned))) is not None:
                edit.put(described(store, medium, words))
        lost = {one for path, one in plan.pictures.items() if one not in ids}
        left_out = [row for row in rows if row.after and lost & _targets(row.after)]
        if left_out and all_or_nothing:
            raise Refused(
                "A picture could not be taken in, so nothing was.",
                subject=left_out[0].title,
                code="table-picture-refused",
            )
        good = [row for row in rows if row not in left_out]
        _write(store, edit, good, ids, lambda done: report(len(plan.pictures) + done, total))
        if not store.permit.is_open:
            diary.note(
                store, edit.db, "imported", author=author, subject=name, records=str(len(good))
            )
    return Taken(
        edit.changes,
        sum(row.state is RowState.NEW for row in good),
        sum(row.state is RowState.CHANGED for row in good),
        len(admitted.new),
        tuple(left_out),
    )


def _read(plan: Plan, intake: Intake | None, report: Callable[[int], None]) -> tuple[Outcome, ...]:
    if not plan.pictures or intake is None:
        return ()
    return ingest_many(
        plan.pictures,
        intake.vault,
        intake.workshop,
        on_progress=lambda done, _total, _path: report(done),
    )


def _ids(
    plan: Plan, outcomes: tuple[Outcome, ...], media: Mapping[Any, Record]
) -> dict[RecordId, RecordId]:
    """The id in the library for each id by which the plan knows a picture."""
    return {
        plan.pictures[outcome.path]: media[outcome.path].id
        for outcome in outcomes
        if outcome.path in media
    }


def _write(
    store: Store,
    edit: Edit,
    rows: list[PlannedRow],
    ids: Mapping[RecordId, RecordId],
    report: Callable[[int], None],
) -> None:
    renamed = [
        row for row in rows if row.before and row.after and row.before.slug != row.after.slug
    ]
    for row in rows:
        _require_unchanged(store, row)
    records = [_with_pictures(row.after, ids) for row in rows if row.after is not None]
    if renamed:
        # Two rows may have taken each other's short names.
        edit.put_all(records)
        return
    for done, record in enumerate(records, start=1):
        edit.put(record)
        report(done)


def _require_unchanged(store: Store, row: PlannedRow) -> None:
    try:
        current = store.get(row.record_id)
    except NotFound:
        current = None
    if current != row.before:
        raise Conflict(
            f"“{row.title}” was changed since the plan was made.",
            "Look at the plan again, then take it in.",
            subject=row.title,
            code="changed-since-plan",
        )


def _with_pictures(record: Record, ids: Mapping[RecordId, RecordId]) -> Record:
    if not ids or not _targets(record) & ids.keys():
        return record
    return from_document(_replaced(to_document(record), ids))


def _replaced(value: Any, ids: Mapping[RecordId, RecordId]) -> Any:
    match value:
        case str():
            return ids.get(RecordId(value), value)
        case list():
            return [_replaced(one, ids) for one in value]
        case dict():
            return {name: _replaced(one, ids) for name, one in value.items()}
        case _:
            return value


def _targets(record: Record) -> set[RecordId]:
    return {target for _, target in references_in(record)}
