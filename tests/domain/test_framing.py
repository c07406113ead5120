"""Which part of a picture a place on a screen shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_app.domain.framing import Frame, framed, ratio_of
from hall_app.domain.records import Crop, CropShape, FocalPoint

PART = st.floats(0, 1)


@given(
    st.integers(1, 9000), st.integers(1, 9000), PART, PART, st.floats(0.1, 10),
    st.lists(st.builds(Crop, shape=st.sampled_from(CropShape), x=PART, y=PART, width=PART, height=PART), max_size=4),
)  # fmt: skip
def test_a_frame_has_the_shape_of_its_place_and_lies_in_the_picture(
    width, height, x, y, ratio, crops
):
    part = framed((width, height), FocalPoint(x=x, y=y), tuple(crops), ratio)
    assert part.width * width / (part.height * height) == pytest.approx(ratio)
    assert min(part.x, part.y) >= 0
    assert max(part.x + part.width, part.y + part.height) <= 1 + 1e-9


def test_the_focal_point_is_kept_and_nothing_is_cut_needlessly():
    assert framed((1600, 900), FocalPoint(x=0.9), (), 1) == Frame(0.4375, 0, 0.5625, 1)
    assert framed((1600, 900), FocalPoint(x=0.1), (), 1600 / 900) == Frame(0, 0, 1, 1)


def test_a_chosen_frame_holds_for_its_shape_and_for_places_much_like_it():
    square = Crop(shape=CropShape.SQUARE, x=0.5, y=0.25, width=0.25, height=0.5)
    assert framed((1000, 500), FocalPoint(), (square,), 1) == Frame(0.5, 0.25, 0.25, 0.5)
    much_alike = framed((1000, 500), FocalPoint(), (square,), 1.1)
    assert (much_alike.x, much_alike.width) == (0.5, 0.25)
    assert framed((1000, 500), FocalPoint(), (square,), ratio_of(CropShape.BAND)) == Frame(
        0, 0, 1, 1
    )


def test_a_picture_of_unknown_size_is_shown_whole():
    assert framed((0, 0), FocalPoint(x=0.2), (), 1) == Frame(0, 0, 1, 1)
