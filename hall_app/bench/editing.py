"""`edit`: a field changed at the desk's door, and a key typed at the desk, in a small and a large hall."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

from hall_app.bench.measure import in_turn, seconds
from hall_app.bench.row import Row, compared
from hall_app.bench.workplace import RECORDS, SMALL, Workplace
from hall_app.domain.kinds import Kind
from hall_app.editing import fields
from hall_app.store.connection import connect
from hall_app.store.listing import Listing
from hall_app.store.store import Store

_EDITS = 40
_SAVED_MS = 50.0
_SEEN_MS = 200.0


def bench(place: Workplace) -> Iterator[Row]:
    """Milliseconds an edit, flushed to the disk, with history and search index."""
    for records in (SMALL, RECORDS):
        with place.open_large(records) as store:
            our_ms, peer_ms = in_turn(*_works(store))
        yield compared(
            f"edit {records:,}", our_ms, peer_ms, unit="ms", bar=None,
            note="bare BEGIN IMMEDIATE, UPDATE, COMMIT on the same file",
        )  # fmt: skip
        yield compared(
            f"edit to saved {records:,}", our_ms, _SAVED_MS, unit="ms", bar=1.0,
            note="the peer is the bar",
        )  # fmt: skip
    yield from _at_the_desk(place)


def _works(store: Store) -> tuple[Callable[[], float], Callable[[], float]]:
    target = store.ids_listed(Listing(kind=Kind.EVENT))[0]
    number = count()

    def ours() -> float:
        def work() -> None:
            for _ in range(_EDITS):
                fields.set_fields(
                    store, target, {"title.zh-Hans": f"事件{next(number)}", "importance": 2}
                )

        return seconds(work) / _EDITS * 1000

    def peer() -> float:
        bare = connect(store.path, read_only=False)
        bare.execute("CREATE TABLE IF NOT EXISTS bench (id INTEGER PRIMARY KEY, words TEXT)")
        bare.execute("INSERT OR REPLACE INTO bench VALUES (1, '')")

        def work() -> None:
            for _ in range(_EDITS):
                bare.execute("BEGIN IMMEDIATE")
                bare.execute("UPDATE bench SET words = ? WHERE id = 1", (str(next(number)),))
                bare.execute("COMMIT")

        took = seconds(work) / _EDITS * 1000
        bare.close()
        return took

    return ours, peer


def _at_the_desk(place: Workplace) -> Iterator[Row]:
    # Qt is loaded only here: the other benches measure what a server without it does.
    from hall_app.bench.keys import Desk  # noqa: PLC0415

    with _without_a_screen():
        for records in (SMALL, RECORDS):
            paths = place.generated(records)
            with Desk.opened(paths) as desk:
                saved_ms, seen_ms, found_ms, filtered_ms = desk.measured()
            for name, ours, bar in (
                ("key to saved", saved_ms, _SAVED_MS), ("key to preview", seen_ms, _SEEN_MS),
                ("key to hits", found_ms, 16.0), ("key to list", filtered_ms, 16.0),
            ):  # fmt: skip
                yield compared(
                    f"{name} {records:,}", ours, bar, unit="ms", bar=1.0,
                    note="at the desk, after the pause of typing; the peer is the bar",
                )  # fmt: skip


@contextmanager
def _without_a_screen() -> Iterator[None]:
    before = os.environ.get("QT_QPA_PLATFORM")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        yield
    finally:
        if before is None:
            del os.environ["QT_QPA_PLATFORM"]
        else:
            os.environ["QT_QPA_PLATFORM"] = before
