"""The benches by name, run one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from hall_app.bench import (
    batch,
    canvas,
    checking,
    editing,
    exporting,
    importing,
    searching,
    starting,
    windows,
)
from hall_app.bench.row import Row, line
from hall_app.bench.workplace import Workplace, install_peers
from hall_app.errors import UsageError

BENCHES: dict[str, Callable[[Workplace], Iterator[Row]]] = {
    "import": importing.bench,
    "export": exporting.bench,
    "search": searching.bench,
    "kiosk-start": starting.bench_kiosk,
    "desk-start": windows.bench,
    "edit": editing.bench,
    "batch": batch.bench,
    "preflight": checking.bench,
    "timeline-canvas": canvas.bench,
}


def run(
    names: Sequence[str], cache: Path, *, with_peers: bool, tell: Callable[[str], None] | None
) -> list[Row]:
    """Run the named benches, or all.

    Args:
        names: Of `BENCHES`; none means all.
        cache: Where generated data is kept.
        with_peers: Install the peers first.
        tell: Gets each row as a line.

    Raises:
        UsageError: There is no bench of that name.
    """
    for name in names:
        if name not in BENCHES:
            raise UsageError(
                f"There is no bench “{name}”.", f"There are {', '.join(BENCHES)}.", subject=name
            )
    if with_peers:
        install_peers()
    rows: list[Row] = []
    for name in names or BENCHES:
        for row in BENCHES[name](Workplace(cache)):
            rows.append(row)
            if tell:
                tell(line(row))
    return rows
