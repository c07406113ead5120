"""`hall bench`: the one place where speed is claimed, ours beside a peer's in one run."""

from hall_app.bench.row import Row as Row
from hall_app.bench.row import plain as plain
from hall_app.bench.suite import run as run
