"""`preflight`: after one edit, what is looked at again, beside a look at the whole library."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import count

from hall_app.bench.measure import in_turn, seconds
from hall_app.bench.row import Row, compared
from hall_app.bench.workplace import Workplace
from hall_app.domain.dates import Day
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.editing import fields
from hall_app.publishing import preflight
from hall_app.publishing.report import Query, report
from hall_app.publishing.standing import Standing
from hall_app.store.listing import Listing
from hall_app.store.store import Store

_SIZES = (1_000, 100_000)
_EDITS = 20
_TODAY = Day(2026, 1, 1)


def bench(place: Workplace) -> Iterator[Row]:
    """Milliseconds to know where the library stands after an edit."""
    for records in _SIZES:
        with place.open_large(records) as store:
            standing = Standing(_has_file, _TODAY)
            first_s = seconds(partial(_look_at_all, standing, store))
            target = store.ids_listed(Listing(kind=Kind.EVENT))[records // 2]
            edits = (f"事件{number}" for number in count())
            our_ms, peer_ms = in_turn(
                partial(_after_an_edit, standing, store, target, edits),
                partial(_everything, store),
                runs=1,
            )
        note = f"a look at everything; {records:,} records, first pass {first_s:.1f} s"
        yield compared("preflight", our_ms, peer_ms, unit="ms", bar=None, note=note)
        yield compared(
            "preflight after an edit", our_ms, 20.0, unit="ms", bar=1.0,
            note=f"the peer is the bar of 20 ms; {records:,} records",
        )  # fmt: skip


def _has_file(_name: str) -> bool:
    return True


def _look_at_all(standing: Standing, store: Store) -> None:
    for _ in standing.look_at_all(store):
        pass


def _after_an_edit(
    standing: Standing, store: Store, target: RecordId, words: Iterator[str]
) -> float:
    spent_s = 0.0
    for _ in range(_EDITS):
        changes = fields.set_fields(store, target, {"title.zh-Hans": next(words)})
        spent_s += seconds(partial(_follow, standing, store, changes.ids))
    return spent_s / _EDITS * 1000


def _follow(standing: Standing, store: Store, ids: frozenset[RecordId]) -> None:
    standing.follow(store, ids)
    report(standing, Kind.EVENT, Query())


def _everything(store: Store) -> float:
    every = [record for kind in Kind for record in store.all(kind)]
    return seconds(partial(preflight.examine, every, _has_file, _TODAY)) * 1000
