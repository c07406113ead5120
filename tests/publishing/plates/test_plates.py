"""Plates drawn for new records: always the same, never two alike, safe for Qt's SVG."""

from __future__ import annotations

import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from hall_app.publishing.plates import plate_for
from hall_app.publishing.plates.palette import LANES, MATERIALS, mixed
from hall_app.publishing.plates.pen import number, rounded, smooth, trace
from hall_app.publishing.plates.sections import SECTIONS, section

GALLERIES = tuple(MATERIALS)
ONE_OF_EACH = [
    *[("event", gallery, "") for gallery in GALLERIES],
    *[("statistic", gallery, "") for gallery in GALLERIES],
    *[("enterprise", "brand", sector) for sector in SECTIONS],
]


def drawn_by_qt(svg: str) -> QImage:
    image = QImage(160, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    assert renderer.isValid()
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def colours_in(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(0, 160, 2) for y in range(0, 120, 2)}


@pytest.mark.parametrize(("kind", "gallery", "sector"), ONE_OF_EACH)
def test_the_same_record_always_gets_the_same_plate(kind, gallery, sector):
    assert plate_for(kind, "0198", gallery, sector) == plate_for(kind, "0198", gallery, sector)


def test_a_plate_is_the_same_in_another_process():
    program = (
        "from hall_app.publishing.plates import plate_for; import sys;"
        "sys.stdout.write(plate_for('event', '0198', 'craft'))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert run.stdout.decode().replace("\r\n", "\n") == plate_for("event", "0198", "craft")


@pytest.mark.parametrize("gallery", GALLERIES)
def test_two_events_of_one_gallery_do_not_share_a_plate(gallery):
    assert len({plate_for("event", f"id-{n}", gallery) for n in range(8)}) == 8


def test_four_knitters_have_four_kinds_of_cloth():
    assert len({section("underwear", "#000000", variant) for variant in range(4)}) == 4


def test_makers_of_different_things_have_different_sections():
    assert len({section(sector, "#000000") for sector in SECTIONS}) == len(SECTIONS)


def test_a_sector_without_a_sign_of_its_own_is_still_drawn():
    assert section("kite-making", "#000000") == section("aluminium-profile", "#000000")


def test_an_unknown_gallery_is_drawn_as_the_preface():
    assert plate_for("event", "a", "attic") == plate_for("event", "a", "preface")


@pytest.mark.parametrize(("kind", "gallery", "sector"), ONE_OF_EACH)
def test_qt_paints_the_whole_plate_and_more_than_its_ground(kind, gallery, sector):
    colours = colours_in(drawn_by_qt(plate_for(kind, "0198", gallery, sector)))
    assert QColor("#ff00ff").rgb() not in colours
    assert len(colours) > 12


@pytest.mark.parametrize(("kind", "gallery", "sector"), ONE_OF_EACH)
def test_a_plate_keeps_to_what_every_renderer_can_draw(kind, gallery, sector):
    svg = plate_for(kind, "0198", gallery, sector)
    tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(svg).iter()}
    assert tags <= {
        "svg",
        "defs",
        "linearGradient",
        "stop",
        "rect",
        "path",
        "circle",
        "g",
        "ellipse",
    }
    assert len(svg) < 150_000
    assert "nan" not in svg


@pytest.mark.parametrize("gallery", GALLERIES)
def test_the_thread_has_as_many_ends_as_the_gallery(gallery):
    material = MATERIALS[gallery]
    svg = plate_for("event", "0198", gallery)
    wide = re.findall(
        rf'<path d="([^"]+)"[^>]*stroke="{material.thread}" stroke-width="[5-7]"', svg
    )
    assert sum(d.count("M") for d in wide) == material.ends == GALLERIES.index(gallery) + 1


def test_an_event_in_the_skein_wears_its_gallerys_colour():
    svg = plate_for("statistic", "0198", "era")
    assert svg.count(f'stroke="{LANES["era"]}"') > svg.count(f'stroke="{LANES["craft"]}"')


def test_numbers_are_short():
    assert [number(v) for v in (1.0, -0.01, 2.345, -7.25)] == ["1", "0", "2.3", "-7.2"]


def test_a_trace_steps_from_point_to_point():
    assert trace([(1, 1), (3, 2), (3, 2), (2.5, 2)]) == "M1,1l2,1 -0.5,0"
    assert trace([(0, 0), (1, 0), (1, 1)], closed=True).endswith("Z")


def test_a_smooth_line_passes_through_its_points():
    points = [(0.0, 0.0), (10.0, 20.0), (30.0, 0.0)]
    run = smooth(points, 4)
    assert [run[0], run[4], run[-1]] == points


def test_a_rounded_polygon_is_closed_and_a_rounded_line_is_not():
    corners = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]
    assert rounded(corners, 2).endswith("Z")
    assert rounded(corners, 2, closed=False).endswith("L10,10")


def test_mixing_goes_from_one_colour_to_the_other():
    assert [mixed("#000000", "#ff8000", share) for share in (0, 0.5, 1)] == [
        "#000000",
        "#804000",
        "#ff8000",
    ]
