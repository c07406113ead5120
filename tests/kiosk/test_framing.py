"""A picture that is cut to fit keeps what a person pointed to or framed."""

from dataclasses import replace

import pytest
from PIL import Image

from hall_app.domain.records import Crop, CropShape, FocalPoint, Media
from hall_app.kiosk.shots import LANDSCAPE, PORTRAIT, Camera
from tests.kiosk.conftest import items
from tests.kiosk.small_hall import TODAY, SmallHall, furnished

SIZE = (1000, 400)


@pytest.fixture
def shown(qapp, tmp_path):
    """Looks at a slide's picture with these fields: its plate, and the picture in it."""
    Image.new("RGB", SIZE, "teal").save(tmp_path / "photo.png")
    cameras = []

    def look(size=LANDSCAPE, **fields):
        records = [
            replace(one, width=SIZE[0], height=SIZE[1], **fields)
            if isinstance(one, Media) and one.id == "media-0"
            else one
            for one in furnished()
        ]
        hall = SmallHall(records)
        hall.files["media-0"] = tmp_path / "photo.png"
        camera = Camera(hall, today=TODAY)
        cameras.append(camera)
        opened = camera.__enter__()
        opened.show("exhibit-compare", "zh-Hans", size)
        opened.take()
        plates = [one for one in items(opened.stage) if one.property("media") == "media-0"]
        plate = next(one for one in plates if "Plate_QML" in one.metaObject().className())
        picture = next(
            one for one in plate.childItems() if one.metaObject().className() == "QQuickImage"
        )
        return plate, picture

    yield look
    for camera in cameras:
        camera.__exit__(None, None, None)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["wide", "upright"])
def test_what_was_pointed_to_at_the_edge_stays_in_sight(shown, size):
    plate, picture = shown(size, focal_point=FocalPoint(x=1.0, y=0.5))
    assert picture.x() + picture.width() == pytest.approx(plate.width(), abs=0.5)
    assert picture.width() / picture.height() == pytest.approx(SIZE[0] / SIZE[1], abs=0.01)
    assert picture.width() > plate.width()


def test_a_frame_of_ones_own_fills_the_place(shown):
    crops = tuple(Crop(shape=shape, x=0.5, y=0.5, width=0.5, height=0.5) for shape in CropShape)
    plate, picture = shown(crops=crops)
    assert picture.width() >= plate.width() * 2
    assert -picture.x() >= picture.width() * 0.5 - 0.5


def test_a_picture_nobody_framed_is_shown_by_its_middle(shown):
    plate, picture = shown()
    assert (picture.x(), picture.width()) == (0, plate.width())
