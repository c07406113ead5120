"""`edit`: one field changed, with history and search index, beside a bare UPDATE on the same file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from hall_app.bench.measure import in_turn, seconds
from hall_app.bench.row import Row, compared
from hall_app.bench.workplace import RECORDS, Workplace
from hall_app.domain.kinds import Kind
from hall_app.editing import fields
from hall_app.store.connection import connect

_EDITS = 40


def bench(place: Workplace) -> Iterator[Row]:
    """Milliseconds an edit, flushed to the disk."""
    with place.open_large() as store:
        target = store.all(Kind.EVENT)[0].id
        bare = connect(store.path, read_only=False)
        bare.execute("CREATE TABLE IF NOT EXISTS bench (id INTEGER PRIMARY KEY, words TEXT)")
        bare.execute("INSERT OR REPLACE INTO bench VALUES (1, '')")
        number = count()

        def ours() -> float:
            def work() -> None:
                for _ in range(_EDITS):
                    fields.set_fields(
                        store, target, {"title.zh-Hans": f"事件{next(number)}", "importance": 2}
                    )

            return seconds(work) / _EDITS * 1000

        def peer() -> float:
            def work() -> None:
                for _ in range(_EDITS):
                    bare.execute("BEGIN IMMEDIATE")
                    bare.execute("UPDATE bench SET words = ? WHERE id = 1", (str(next(number)),))
                    bare.execute("COMMIT")

            return seconds(work) / _EDITS * 1000

        our_ms, peer_ms = in_turn(ours, peer)
        bare.close()
    # 50 ms from keystroke to saved is the bar; as a ratio it is fifty over ours.
    yield compared(
        "edit", our_ms, peer_ms, unit="ms", bar=None,
        note=f"bare BEGIN IMMEDIATE, UPDATE, COMMIT on the same file; {RECORDS:,} records",
    )  # fmt: skip
    yield compared(
        "edit to saved", our_ms, 50.0, unit="ms", bar=1.0, note="the peer is the bar of 50 ms",
    )  # fmt: skip
