"""A bench says what was measured, and gives no verdict on a peer that is not there."""

import pytest

from hall_app.bench.row import compared, line, plain
from hall_app.bench.suite import run
from hall_app.errors import UsageError


def test_a_missing_peer_gives_no_verdict() -> None:
    row = compared("search", 1.0, None, unit="ms", bar=1.0, note="the peer is missing")
    assert row.ok is None
    assert row.ratio is None
    assert "missing" in line(row)


def test_half_the_time_is_twice_as_good() -> None:
    row = compared("start", 0.5, 1.0, unit="s", bar=1.5, note="")
    assert (row.ratio, row.ok) == (2.0, True)


def test_half_the_speed_is_half_as_good_and_short_of_the_bar() -> None:
    row = compared("export", 50, 100, unit="MB/s", bar=1.3, note="", less_is_better=False)
    assert (row.ratio, row.ok) == (0.5, False)


def test_a_row_has_the_eight_fields_that_programs_read() -> None:
    row = plain(compared("edit", 1, 2, unit="ms", bar=None, note=""))
    assert set(row) == {"name", "ours", "peer", "unit", "ratio", "bar", "ok", "note"}
    assert row["ok"] is None


def test_an_unknown_bench_is_named_with_those_there_are(tmp_path) -> None:
    with pytest.raises(UsageError, match="kiosk-start"):
        run(["swim"], tmp_path, with_peers=False, tell=None)


def test_a_figure_keeps_four_digits() -> None:
    assert compared("x", 1.23456, 2.0, unit="s", bar=None, note="").ours == pytest.approx(1.235)
