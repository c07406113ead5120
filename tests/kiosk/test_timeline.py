"""The timeline: dates keep their precision, labels their places, the years their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_app.domain.records import Certainty, Event, Gallery
from hall_app.kiosk.timeline.frame import Frame, frame_of, lanes_of
from hall_app.kiosk.timeline.labels import Box, Field, Wish
from hall_app.kiosk.timeline.labels import place as place_labels
from hall_app.kiosk.timeline.scale import FourPieces, Linear, ticks
from hall_app.kiosk.timeline.skein import End, Lane, Thread, wind
from hall_app.kiosk.timeline.view import View
from hall_app.kiosk.timeline.year import bars, before_year, of_year
from tests.kiosk.small_hall import TODAY, a_day, a_span, a_year, an_event, furnished, words

LANES = (Lane("preface", 100, is_above=True), Lane("century", 700, is_above=False))
LANE_OF = {"gallery-preface": LANES[0], "gallery-century": LANES[1]}
THREAD = Thread(middle=400, pitch=2, run=100, width=1800)
WHOLE = FourPieces(110, 1800)


def ends_of(*events, scale=WHOLE, view=(1400, 2026)):
    return wind(events, LANE_OF, scale, THREAD, view=view, today=TODAY)


@given(st.floats(1400, 2026))
def test_whole_scale_finds_its_way_back(year):
    assert WHOLE.year(WHOLE.x(year)) == pytest.approx(year, abs=1e-6)


@given(st.floats(1400, 2026), st.floats(1400, 2026))
def test_later_is_further_right(one, other):
    assert (one <= other) == (WHOLE.x(one) <= WHOLE.x(other)) or WHOLE.x(one) == WHOLE.x(other)


def test_pieces_have_the_shares_that_are_stated():
    shares = [(WHOLE.x(year) - 110) / 1690 for year in (1840, 1949, 1978, 2026)]
    assert shares == pytest.approx([0.25, 0.55, 0.65, 1.0])


def test_ticks_are_round_and_not_too_many():
    assert ticks(1926, 2026) == list(range(1930, 2027, 10))
    assert ticks(2010, 2020) == list(range(2010, 2021))


def test_every_event_is_one_strand_on_its_own_height():
    ends = ends_of(*(an_event(f"e{n}", "century", a_year(1900 + n), words("甲")) for n in range(5)))
    assert len({end.slot for end in ends}) == 5
    assert all(end.slot > THREAD.middle for end in ends)


def test_span_is_a_bracket_and_a_day_a_point():
    span, day = ends_of(
        an_event("s", "preface", a_span(1600, 1699), words("甲")),
        an_event("d", "century", a_day(1903, 5, 1), words("乙")),
    )
    assert span.is_bracket
    assert span.right - span.left == pytest.approx(WHOLE.x(1700) - WHOLE.x(1600), abs=2)
    assert not day.is_bracket


def test_year_becomes_a_bracket_only_when_it_is_wide_enough():
    event = an_event("y", "century", a_year(2015), words("甲"))
    decade = Linear(2010, 2020, 0, 1800)
    assert not ends_of(event)[0].is_bracket
    assert ends_of(event, scale=decade, view=(2010, 2020))[0].is_bracket


def test_tradition_is_a_dashed_end():
    event = an_event("t", "preface", a_year(1500), words("甲"), certainty=Certainty.TRADITION)
    assert ends_of(event)[0].is_dashed


def test_what_came_before_the_view_is_on_the_thread_already():
    old = an_event("o", "preface", a_year(590), words("甲"))
    assert ends_of(old)[0].joins_before
    assert ends_of(an_event("n", "preface", a_year(2030), words("乙"))) == []


def width_of(words_, _role):
    return 14.0 * len(words_)


@st.composite
def wishes(draw):
    years = draw(st.lists(st.integers(1400, 2026), min_size=1, max_size=40))
    events = [
        an_event(
            f"e{n}",
            draw(st.sampled_from(["preface", "century"])),
            a_year(year),
            words("事" * draw(st.integers(1, 12))),
            importance=draw(st.integers(1, 3)),
        )
        for n, year in enumerate(years)
    ]
    return [Wish(end, "1900", end.event.title["zh-Hans"]) for end in ends_of(*events)]


@given(wishes())
def test_labels_never_touch_and_never_leave_the_field(found):
    field = Field(Box(0, 20, 1900, 900), 36, (-44.0, 8.0), (8.0, -44.0))
    labels = place_labels(found, field, width_of, taken=[Box(0, 380, 1900, 420)])
    boxes = [Box(x.x, x.y, x.x + x.width, x.y + field.height) for x in labels]
    for number, box in enumerate(boxes):
        assert field.area.left <= box.left
        assert box.right <= field.area.right
        assert not any(box.meets(other) for other in boxes[number + 1 :])


def test_landmark_is_placed_before_its_neighbour():
    pair = ends_of(
        an_event("small", "century", a_year(1950), words("小事小事"), importance=1),
        an_event("great", "century", a_year(1951), words("大事大事"), importance=3),
    )
    field = Field(Box(0, 0, 1900, 900), 36, (-44.0,), (8.0,))
    labels = place_labels([Wish(end, "1950", "大事") for end in pair], field, width_of)
    assert [label.end.event.slug for label in labels] == ["great"]


def test_finger_finds_a_bracket_along_its_whole_length():
    end = ends_of(an_event("s", "preface", a_span(1600, 1699), words("甲")))[0]
    assert end.distance(end.left + 5, LANES[0].y) == 0
    assert end.distance(end.right + 40, LANES[0].y) == pytest.approx(40)


def test_view_keeps_within_the_timeline():
    view = View.of(None, 2026.0, [], TODAY)
    assert view.at_level(1, 1405).first == 1400
    assert view.at_level(1, 2020).last == 2026
    assert view.at_level(3, 2030).first == 2026
    assert view.at_level(9, 2000).level == 3


def test_view_moves_by_its_own_length():
    year = View.of(None, 2026.0, [], TODAY).at_level(3, 2017.5)
    assert year.first == 2017
    assert year.moved(1.0).first == 2018
    assert year.moved(0.05).first == 2017


def test_year_holds_what_happened_in_it_and_what_ran_through_it():
    through = an_event("r", "century", a_span(2016, 2019), words("甲"))
    within = an_event("w", "century", a_year(2017), words("乙"))
    other = an_event("o", "century", a_year(2018), words("丙"))
    assert of_year([through, within, other], 2017, TODAY) == [through, within]
    assert before_year([through, within, other], 2018) == 2


def test_bar_that_runs_on_is_open_on_its_right():
    scale = Linear(2017, 2018, 250, 1860)
    span = an_event("r", "century", a_span(2017, 2019), words("甲"))
    whole = an_event("w", "century", a_year(2017), words("乙"))
    on, closed = bars([span, whole], 2017, scale, TODAY)
    assert on.runs_on
    assert not closed.runs_on
    assert on.row != closed.row


def test_end_between_lanes_is_not_picked_from_afar():
    end = End(
        an_event("e", "century", a_year(1900), words("甲")),
        LANES[1],
        500,
        500,
        410,
        False,
        False,
        False,
    )
    assert end.distance(500, 690) == 10
    assert end.distance(500, 600) == 100


def alone(*, is_portrait=False, is_whole=True):
    size = (1080, 1920, 1688) if is_portrait else (1920, 1080, 960)
    return frame_of(Frame(*size), is_whole=is_whole, is_alone=True)


@pytest.mark.parametrize("is_portrait", [False, True])
@pytest.mark.parametrize("is_whole", [False, True])
def test_gallery_alone_has_the_whole_height_and_falls_into_the_thread(is_portrait, is_whole):
    frame = alone(is_portrait=is_portrait, is_whole=is_whole)
    lane, *others = lanes_of([Gallery(id="gallery-brand", slug="brand", title={})], frame.lanes)
    assert others == []
    assert lane.is_above
    assert frame.top + frame.room * 0.3 < lane.y < frame.top + frame.room * 0.5
    assert frame.middle > frame.top + frame.room * 0.75
    assert frame.middle < frame.opening < frame.axis


def test_gallery_alone_names_every_event_and_those_before_the_timeline_began(kiosk):
    assert kiosk.open("timeline:preface-alone")
    page = kiosk.page
    page.lay(1920, 1080, 960)
    assert [lane.title for lane in page.lanes.rows] == ["序厅"]
    assert [row.id for row in page.earlierEnds.rows] == [
        event.id
        for event in sorted(
            (e for e in furnished() if isinstance(e, Event) and e.gallery == "gallery-preface"),
            key=lambda e: e.date.sort_key,
        )
        if event.date.latest.year < 1400
    ]
    assert page.earlierEnds.rows
    page.zoom(2)
    assert not page.earlierEnds.rows
