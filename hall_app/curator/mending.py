"""What the verb of a problem does at once, where no person has to think, and rulings on advice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hall_app import bootstrap
from hall_app.bootstrap import Hall
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.records.record import Confidence, Record
from hall_app.editing import fields
from hall_app.editing.flashes import measure_flashes
from hall_app.editing.origins import text_at
from hall_app.editing.translation import DRAFT_SOURCES, draft, mark_read
from hall_app.publishing.problem import Problem
from hall_app.publishing.reading import day_of
from hall_app.publishing.rulings import ruling_on
from hall_app.qt.tasks import Task


def remedy(problem: Problem, record: Record) -> Callable[[Hall], Changes] | None:
    """What mends the problem by itself; None where a person has to write."""
    path, _, language = problem.field.rpartition(".")
    match problem.verb:
        case "verify":
            return partial(_verify, problem.id)
        case "proofread":
            return partial(_mark_read, problem.id, path, language)
        case "translate" if language in DRAFT_SOURCES:
            source = DRAFT_SOURCES[language]
            has_source = text_at(record, path)[source]
            return partial(_draft, problem.id, path, language, source) if has_source else None
        case _:
            return None


def accept(problem: Problem, because: str, hall: Hall) -> Changes:
    """Rule that advice need not be followed; a new ruling takes the place of an older one."""
    record = hall.store.get(problem.id)
    ruling = ruling_on(
        record, problem.code, problem.field, because=because, by=hall.author,
        on=day_of(bootstrap.now()),
    )  # fmt: skip
    others = [one for one in record.rulings if (one.code, one.field) != (ruling.code, ruling.field)]
    return fields.set_fields(
        hall.store, record.id, {"rulings": (*others, ruling)}, author=hall.author,
        label="Accept advice",
    )  # fmt: skip


def measure(record_id: RecordId, hall: Hall, task: Task) -> Changes:
    """Search a film for flashes, with progress, until it is done or stopped."""
    return measure_flashes(
        hall.store, hall.vault, hall.workshop, record_id, on_progress=task.report,
        author=hall.author,
    )  # fmt: skip


def _verify(record_id: RecordId, hall: Hall) -> Changes:
    value = {"confidence": str(Confidence.SOURCED)}
    return fields.set_fields(hall.store, record_id, value, author=hall.author)


def _mark_read(record_id: RecordId, path: str, language: str, hall: Hall) -> Changes:
    return mark_read(hall.store, record_id, path, language, author=hall.author)


def _draft(record_id: RecordId, path: str, language: str, source: str, hall: Hall) -> Changes:
    return draft(hall.store, record_id, path, language, source=source, author=hall.author)
