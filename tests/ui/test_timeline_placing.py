"""What the canvas draws at a zoom: names by rank that never overlap, and everything else as knots."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hall_app.curator.timeline.lane import Lane, entry_of
from hall_app.curator.timeline.placing import place
from hall_app.curator.timeline.scale import LEAST, Scale, date_words, ticks, unit_for
from hall_app.domain.dates import Day
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.reckoning import ordinal
from hall_app.domain.records import Certainty
from hall_app.domain.text import Text
from hall_app.editing import dates
from hall_app.editing.shifting import Unit
from hall_app.store.axis import Mark

YEAR = 365.2425
TYPED = st.sampled_from(["{}", "{}-03", "{}-07-15", "{}/1990", "{}/.."])


def entry(number, typed, importance=1):
    mark = Mark(
        RecordId(f"id-{number}"), Kind.EVENT, f"event-{number}", Text.of(f"事件{number}"),
        dates.parse(typed), None, None, importance, Certainty.FACT, is_cited=True, has_words=False,
    )  # fmt: skip
    return entry_of(mark)


def lane_of(*typed):
    return Lane(None, [entry(n, words, rank) for n, (words, rank) in enumerate(typed)])


def scale_of(first, years):
    return Scale(float(ordinal(Day(first))), years * YEAR, 100, 1300)


events = st.lists(
    st.tuples(st.builds(str.format, TYPED, st.integers(1800, 1980)), st.integers(1, 3)), max_size=60
)


@settings(max_examples=60)
@given(events, st.integers(1780, 1980), st.sampled_from([0.2, 2, 20, 200]), st.integers(1, 4))
def test_every_event_in_view_is_drawn_once_and_no_name_covers_another(typed, first, years, rows):
    lane, scale = lane_of(*typed), scale_of(first, years)
    drawn = place(lane, scale, rows, lambda _: 90.0)
    named = [one.entry.mark.id for one in drawn.placed]
    knotted = [one.mark.id for knot in drawn.knots for one in knot.entries]
    shown = named + knotted
    assert len(shown) == len(set(shown))
    begun = {e.mark.id for e in lane.entries if scale.first <= e.start <= scale.last}
    assert begun <= set(shown)
    assert [len(knot.entries) for knot in drawn.knots] == [knot.count for knot in drawn.knots]
    for row in range(rows):
        boxes = sorted(
            (min(max(one.left, scale.left), one.words), max(one.right, one.words + one.width))
            for one in drawn.placed
            if one.row == row
        )
        assert all(before[1] < after[0] for before, after in pairwise(boxes))


def test_landmarks_are_named_first():
    lane = lane_of(("1900", 1), ("1900", 3), ("1900", 2))
    drawn = place(lane, scale_of(1800, 200), 1, lambda _: 90.0)
    assert [one.entry.mark.importance for one in drawn.placed] == [3]
    assert [knot.count for knot in drawn.knots] == [2]


def test_selected_event_is_named_before_any_landmark():
    lane = lane_of(("1900", 3), ("1900", 1))
    chosen = lane.find("id-1")
    drawn = place(lane, scale_of(1800, 200), 1, lambda _: 90.0, first=[chosen])
    assert [one.entry.mark.id for one in drawn.placed] == ["id-1"]
    assert drawn.knots[0].holds_any({"id-0"})
    assert not drawn.knots[0].holds_any({"id-1"})


def test_what_a_hand_is_moving_is_drawn_nowhere_else():
    lane = lane_of(("1900", 3), ("1901", 1))
    drawn = place(lane, scale_of(1800, 200), 2, lambda _: 90.0, without={"id-0", "id-1"})
    assert not drawn.placed
    assert not drawn.knots


@pytest.mark.parametrize("years", [6000, 600, 100, 30, 10, 3, 1, 0.3, 0.05])
def test_ticks_can_be_read_at_every_zoom(years):
    marks = ticks(scale_of(1870, years))
    assert marks
    assert all(after.x - before.x >= 40 for before, after in pairwise(marks))


def test_ticks_before_christ_are_round_as_people_count():
    words = [one.words for one in ticks(scale_of(-3000, 3000))]
    assert "−2000" in words


@given(st.floats(0.2, 5), st.floats(100, 1300))
def test_day_under_the_pointer_stays_there_when_zooming(factor, x):
    scale = scale_of(1872, 50)
    assert scale.zoomed(factor, x).day(x) == pytest.approx(scale.day(x), abs=1e-3)


def test_zoom_ends_at_days_and_at_the_calendar():
    near = scale_of(1872, 1).zoomed(1e9, 600)
    assert near.span == LEAST
    far = scale_of(1872, 1).zoomed(1e-9, 600)
    assert far.last < ordinal(Day(20_000))


@pytest.mark.parametrize(
    ("years", "unit", "words"),
    [(300, Unit.YEAR, "1872"), (5, Unit.MONTH, "1872-01"), (0.3, Unit.DAY, "1872-01-01")],
)
def test_new_date_is_no_finer_than_a_hand_can_point(years, unit, words):
    scale = scale_of(1872, years)
    assert unit_for(scale) is unit
    assert date_words(scale.first, unit) == words
    assert dates.parse(words).earliest == Day(1872, 1, 1)
