"""What the cells of one row would change in its record."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from hall_app.domain.fields import Shape
from hall_app.domain.ids import RecordId, is_slug
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.records.record import Record
from hall_app.domain.text import LANGUAGES, ZH_HANS
from hall_app.editing.fields import set_wording
from hall_app.editing.origins import stamped
from hall_app.editing.tables.cells import People, is_same, plain_of, written
from hall_app.editing.tables.columns import (
    Leaf,
    plain_text_at,
    put_at,
    value_at,
    without_blanks,
)
from hall_app.editing.tables.directory import Directory
from hall_app.editing.tables.drafts import Draft
from hall_app.editing.tables.faults import BadCell
from hall_app.editing.tables.origins import Origin, restored
from hall_app.editing.tables.plan import FieldChange, PlannedRow, RowState
from hall_app.errors import InvalidRecord
from hall_app.media.sheets import Cell
from hall_app.store.codec import Document, from_document, to_document, to_plain

_SHOWN = ZH_HANS  # the language in which a plan writes choices down


Known = Mapping[tuple[RecordId, str], Origin]


def filled(
    draft: Draft, directory: Directory, people: People, known: Known, *, blank_clears: bool
) -> PlannedRow:
    """The row's plan: cells that say what the record says already change nothing."""
    base = draft.record or RECORD_TYPES[draft.kind](id=draft.record_id, slug=draft.slug)
    edits: list[tuple[Leaf, Any]] = []
    for column, leaf, cell in draft.leaves():
        if (draft.place[1], column) in draft.sheet.broken:
            draft.refuse(BadCell("broken"), column=column)
        elif leaf.path != "id" and _says_more(draft, base, leaf, cell, people, blank_clears):
            try:
                edits.append((leaf, _plain(draft, leaf, cell, directory, people)))
            except BadCell as bad:
                draft.refuse(bad, column=column)
    after = None if draft.faults else _changed(draft, base, edits, directory, known)
    if after is None:
        return _row(draft, RowState.REFUSED)
    changes = _changes(base, after, [leaf for leaf, _ in edits], people)
    if draft.record is None:
        return _row(draft, RowState.NEW, changes, after)
    state = RowState.UNCHANGED if after == draft.record else RowState.CHANGED
    return _row(draft, state, changes, after)


def _says_more(
    draft: Draft,
    base: Record,
    leaf: Leaf,
    cell: Cell,
    people: People,
    blank_clears: bool,  # noqa: FBT001 (passed on)
) -> bool:
    is_blank = cell is None or not str(cell).strip()
    if draft.record is None:
        return not is_blank
    if is_blank and not blank_clears:
        return False
    return not is_same(written(value_at(base, leaf), leaf, people, _SHOWN), cell)


def _plain(draft: Draft, leaf: Leaf, cell: Cell, directory: Directory, people: People) -> Any:
    if leaf.is_fixed and not _is_kept(draft, leaf, cell, people):
        raise BadCell("fixed")
    plain = plain_of(cell, leaf, people)
    if leaf.path == "slug":
        if plain is None or not is_slug(str(plain)):
            raise BadCell("slug", value=cell)
        if directory.by_slug(draft.kind, str(plain)) not in {None, draft.record_id}:
            raise BadCell("slug-taken", value=cell)
    return plain


def _is_kept(draft: Draft, leaf: Leaf, cell: Cell, people: People) -> bool:
    """Whether a cell that no hand may change says the same in other words, as a choice may."""
    try:
        return draft.record is not None and plain_of(cell, leaf, people) == to_plain(
            value_at(draft.record, leaf)
        )
    except BadCell:
        return False


def _changed(
    draft: Draft,
    base: Record,
    edits: list[tuple[Leaf, Any]],
    directory: Directory,
    known: Known,
) -> Record | None:
    before = to_document(base)
    document: Document = copy.deepcopy(before)
    for leaf, plain in sorted(edits, key=_source_first):
        if leaf.language and (listed := directory.listed(draft.kind, leaf.field.name, plain or "")):
            put_at(document, leaf, to_plain(listed))
        elif leaf.language:
            text = plain_text_at(document, leaf)
            set_wording(text, leaf.language, plain or "")
            if (origin := known.get((draft.record_id, leaf.path))) is not None:
                text = restored(text, leaf, origin)
            put_at(document, leaf, text or None)
        elif leaf.is_many and leaf.field.shape is Shape.TEXT:
            put_at(document, leaf, _with_translations(before.get(leaf.path, []), plain or []))
        else:
            put_at(document, leaf, plain)
    without_blanks(document, {leaf.path.split(".")[0] for leaf, _ in edits}, before)
    try:
        return stamped(base, from_document(document))
    except InvalidRecord as problem:
        draft.refuse(BadCell("record", why=problem.what))
        return None


def _with_translations(held: list[Any], words: list[str]) -> list[Any]:
    """Texts of one language, those that are there already with their other languages."""
    known = {text.get(ZH_HANS): text for text in held if isinstance(text, dict)}
    return [known.get(one, {ZH_HANS: one}) for one in words]


def _source_first(edit: tuple[Leaf, Any]) -> int:
    """A wording remembers what it was made from, so the source is written before it."""
    language = edit[0].language
    return LANGUAGES.index(language) + 1 if language else 0


def _changes(
    base: Record, after: Record, leaves: list[Leaf], people: People
) -> tuple[FieldChange, ...]:
    pairs = ((leaf, value_at(base, leaf), value_at(after, leaf)) for leaf in leaves)
    return tuple(
        FieldChange(
            leaf.path, written(old, leaf, people, _SHOWN), written(new, leaf, people, _SHOWN)
        )
        for leaf, old, new in pairs
        if old != new
    )


def _row(
    draft: Draft,
    state: RowState,
    changes: tuple[FieldChange, ...] = (),
    after: Record | None = None,
) -> PlannedRow:
    return PlannedRow(
        place=draft.place,
        sheet=draft.sheet.name,
        number=draft.number,
        kind=Kind(draft.kind),
        title=draft.title,
        state=state,
        known_by=draft.known_by,
        record_id=draft.record_id,
        changes=changes,
        faults=tuple(draft.faults),
        before=draft.record,
        after=after,
    )
