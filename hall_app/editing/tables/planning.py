"""Making the plan of an import: who each row is, what its cells would change, what does not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from hall_app.domain.fields import references_in
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.editing.tables import descriptions, origins
from hall_app.editing.tables.descriptions import said_of_pictures
from hall_app.editing.tables.directory import Directory
from hall_app.editing.tables.drafts import Draft, draft_of
from hall_app.editing.tables.faults import BadCell, Fault
from hall_app.editing.tables.identity import Identity
from hall_app.editing.tables.mapping import Source
from hall_app.editing.tables.pictures import Pictures
from hall_app.editing.tables.plan import Plan, PlannedRow, RowState
from hall_app.editing.tables.rows import filled
from hall_app.errors import UsageError
from hall_app.media.workshop import Workshop
from hall_app.store.store import Store

MARK = "hall-tables-1"
"""What our own export writes into a workbook: there an empty cell means an empty field."""

_OWNED = (Kind.PRODUCT, Kind.HONOUR)

Progress = Callable[[int, int], None]


class People:
    """Who a cell means: a record, a row of the file, or a picture beside the file."""

    def __init__(self, directory: Directory, pictures: Pictures, new_id: Callable[[], str]) -> None:
        self._directory = directory
        self._pictures = pictures
        self._new_id = new_id

    def name(self, record_id: RecordId, target: Kind | None) -> str:
        """What a cell calls a record."""
        return self._directory.name(record_id, target)

    def find(self, token: str, target: Kind | None) -> RecordId:
        """The record that a cell means.

        Raises:
            BadCell: Nothing answers to it, or more than one record.
        """
        try:
            return self._directory.find(token, target)
        except BadCell as bad:
            may_be_picture = bad.fault == "no-record" and target in {Kind.MEDIA, None}
            found = self._pictures.find(token, self._new_id()) if may_be_picture else None
            if found is not None:
                return found
            if may_be_picture and target is Kind.MEDIA and "." in token:
                raise BadCell("no-picture", value=token) from bad
            raise


def make_plan(
    store: Store,
    source: Source,
    *,
    folder: Path | None = None,
    workshop: Workshop | None = None,
    blank_clears: bool | None = None,
    on_progress: Progress | None = None,
) -> Plan:
    """Say what every row would do, without writing anything.

    Args:
        store: The library.
        source: The file.
        folder: Where pictures named in cells lie; none takes none.
        workshop: Reads those pictures.
        blank_clears: Whether an empty cell empties its field; by default only in our own exports.
        on_progress: Told how many rows of how many are done.

    Raises:
        Cancelled: By `on_progress`.
        UsageError: No sheet is to be taken in.
    """
    if all(mapping.kind is None for mapping in source.mappings):
        raise UsageError(
            "No sheet holds anything that is known here.",
            "Say which kind of record each sheet holds, and which column is its title.",
            code="table-nothing-known",
        )
    if blank_clears is None:
        blank_clears = source.tables.mark == MARK
    directory = Directory(store)
    pictures = Pictures(directory, folder, workshop)
    people = People(directory, pictures, store.new_id)
    drafts = [
        draft for kind_owned in (False, True) for draft in _drafts(source, is_owned=kind_owned)
    ]
    identity = Identity(directory, people, store.new_id)
    for draft in drafts:
        identity.find(draft)
    rows: list[PlannedRow] = []
    known = origins.read(source.tables) if source.tables.mark == MARK else {}
    for draft in drafts:
        rows.append(filled(draft, directory, people, known, blank_clears=blank_clears))
        if on_progress is not None:
            on_progress(len(rows), len(drafts))
    said = said_of_pictures(drafts, people)
    rows += descriptions.rows_of(store, said, drafts, people)
    rows.sort(key=lambda row: row.place)
    rows = _without_refused(rows)
    needed = {target for row in rows if row.after for _, target in references_in(row.after)}
    coming = {path: one for path, one in pictures.coming.items() if one in needed}
    return Plan(source=source, rows=tuple(rows), pictures=coming, said=said)


def _drafts(source: Source, *, is_owned: bool) -> Iterator[Draft]:
    """The rows of every sheet; products and honours are asked who they are after their enterprises."""
    for place, mapping in enumerate(source.mappings):
        if mapping.kind is None or (mapping.kind in _OWNED) is not is_owned:
            continue
        sheet = source.tables.sheets[place]
        for row in range(1, len(sheet.rows)):
            if any(cell not in {None, ""} for cell in sheet.rows[row]):
                yield draft_of(place, row, sheet, mapping.kind, mapping.paths)


def _without_refused(rows: list[PlannedRow]) -> list[PlannedRow]:
    """Refuse rows that lead to a new row which is refused itself."""
    while True:
        lost = {r.record_id: r for r in rows if r.state is RowState.REFUSED and r.before is None}
        changed = [_if_led(row, lost) for row in rows]
        if changed == rows:
            return rows
        rows = changed


def _if_led(row: PlannedRow, lost: Mapping[RecordId, PlannedRow]) -> PlannedRow:
    targets = [target for _, target in references_in(row.after)] if row.after else []
    dead = next((lost[target] for target in targets if target in lost), None)
    if dead is None:
        return row
    fault = _led_astray(row, dead)
    return replace(row, state=RowState.REFUSED, after=None, changes=(), faults=(fault,))


def _led_astray(row: PlannedRow, lost: PlannedRow) -> Fault:
    parts = (("title", lost.title), ("sheet", lost.sheet), ("row", str(lost.number)))
    return Fault(-1, str(row.number), "refused-row", parts)
