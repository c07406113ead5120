"""`batch`: five thousand records changed as one step, beside the bar of three seconds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from hall_app.bench.measure import in_turn, seconds
from hall_app.bench.row import Row, compared
from hall_app.bench.workplace import Workplace
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.editing.batch import change_many, replace_hits
from hall_app.editing.finding import Sought, find
from hall_app.store.store import Store

_CHANGED = 5_000
_RECORDS = 10_000
_BAR_S = 3.0
_RUNS = 3


def bench(place: Workplace) -> Iterator[Row]:
    """Seconds for each; history and search index are written with every record."""
    with place.open_large(_RECORDS) as store:
        ids = [event.id for event in store.all(Kind.EVENT)[:_CHANGED]]
        number, turn = count(), count()

        def set_all() -> None:
            change_many(store, ids, "remark", f"第{next(number)}回")

        def replace_all() -> None:
            old, new = ("．", "。") if next(turn) % 2 else ("。", "．")
            _replace(store, frozenset(ids), old, new)

        _replace(store, frozenset(ids), "．", "。")
        set_s, replace_s = in_turn(
            lambda: seconds(set_all), lambda: seconds(replace_all), runs=_RUNS
        )
    for name, took in (("batch set", set_s), ("batch find and replace", replace_s)):
        yield compared(
            name, took, _BAR_S, unit="s", bar=1.0,
            note=f"the peer is the bar of 3 s; {_CHANGED:,} of {_RECORDS:,} records as one step",
        )  # fmt: skip


def _replace(store: Store, ids: frozenset[RecordId], old: str, new: str) -> None:
    """Replace the last of these words in each text, so that each record changes in one place."""
    sought = Sought(words=old, fields=frozenset({"text"}), ids=ids)
    replace_hits(store, {hit.record_id: hit for hit in find(store, sought, new)}.values())
