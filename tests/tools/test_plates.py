"""The committed plates: drawn, worded in three languages, light, and visible in Qt."""

from __future__ import annotations

import re
from functools import cache
from xml.etree import ElementTree as ET

import pytest
import yaml
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from hall_app.domain.ids import is_id
from hall_app.publishing.plates.palette import MATERIALS
from tools.draw_plates import MEDIA, draw, record
from tools.drawing.catalogue import SCENES, all_plates
from tools.drawing.scenes.galleries import HEIGHTS

SLUGS = [slug for slug, _ in all_plates()]
LANGUAGES = ["zh-Hans", "zh-Hant", "en"]
DRAWABLE = {"svg", "defs", "linearGradient", "stop", "rect", "path", "circle", "g"}


@cache
def svg_of(slug: str) -> str:
    return (MEDIA / f"{slug}.svg").read_text("utf-8")


@cache
def record_of(slug: str) -> dict:
    return yaml.safe_load((MEDIA / f"{slug}.yaml").read_text("utf-8"))


def painted(svg: str) -> QImage:
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    assert renderer.isValid()
    size = renderer.defaultSize()
    image = QImage(200, 200 * size.height() // size.width(), QImage.Format.Format_RGB32)
    image.fill(0xFF00FF)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def test_content_holds_the_plates_that_are_drawn_and_no_others():
    assert {file.stem for file in MEDIA.glob("plate-*.svg")} == set(SLUGS)
    assert {file.stem for file in MEDIA.glob("plate-*.yaml")} == set(SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_record_names_its_file_and_says_in_three_languages_what_is_seen(slug):
    found = record_of(slug)
    assert is_id(found["id"])
    assert found["file"] == f"{slug}.svg"
    assert found["is_drawn"] is True
    for field in ("title", "caption", "alt"):
        assert list(found[field]) == LANGUAGES
        assert all(found[field].values())
    assert len(found["alt"]["zh-Hans"]) >= len(found["title"]["zh-Hans"])


@pytest.mark.parametrize("slug", SLUGS)
def test_a_caption_says_that_the_plate_is_drawn(slug):
    caption = record_of(slug)["caption"]
    assert caption["zh-Hans"].endswith("（示意）")
    assert caption["zh-Hant"].endswith("（示意）")
    assert caption["en"].endswith("(drawing)")


def test_no_two_records_share_an_id():
    assert len({record_of(slug)["id"] for slug in SLUGS}) == len(SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_plate_is_plain_paths_and_light(slug):
    svg = svg_of(slug)
    assert {e.tag.rpartition("}")[2] for e in ET.fromstring(svg).iter()} <= DRAWABLE
    assert len(svg) < 200_000
    assert "nan" not in svg


@pytest.mark.parametrize("slug", SLUGS)
def test_qt_paints_a_plate_to_its_edges_and_with_detail(slug):
    image = painted(svg_of(slug))
    colours = {
        image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    }
    assert 0xFFFF00FF not in colours
    assert len(colours) > 40


@pytest.mark.parametrize("slug", sorted(SCENES))
def test_a_plate_lies_on_its_gallerys_cloth(slug):
    gallery, _ = SCENES[slug]
    assert MATERIALS[gallery].deep in svg_of(f"plate-{slug}")


def test_no_two_plates_are_the_same_drawing():
    assert len({svg_of(slug) for slug in SLUGS}) == len(SLUGS)


@pytest.mark.parametrize(
    "slug",
    [
        "plate-gallery-preface-bolt",
        "plate-gallery-craft-fold",
        "plate-event-six-wheels-turning-together",
        "plate-enterprise-meisi",
    ],
)
def test_a_plate_is_drawn_the_same_every_time(slug):
    assert draw(slug) == draw(slug)


def test_the_thread_leaves_each_bolt_where_it_enters_the_next():
    heights = [HEIGHTS[key] for key in MATERIALS]
    assert [leave for _, leave in heights[:-1]] == [enter for enter, _ in heights[1:]]


@pytest.mark.parametrize("key", ["preface", "century", "era", "craft"])
def test_a_bolts_thread_is_drawn_to_that_height(key):
    image = painted(svg_of(f"plate-gallery-{key}-bolt"))
    scale = image.width() / 384
    x, y = image.width() - 1, round(HEIGHTS[key][1] * scale)
    brightest = max((image.pixelColor(x, y + d).lightness() for d in range(-5, 6)), default=0)
    assert brightest > image.pixelColor(x, y - 30).lightness() + 40


def test_traditional_words_are_made_from_the_simplified_ones():
    made = record("plate-x", ["里水的制品", "一台机器", "made in Lishui", "a machine"], "id")
    assert made["title"]["zh-Hant"] == "里水的製品"
    assert made["alt"]["zh-Hant"] == "一台機器"


@pytest.mark.parametrize("slug", [s for s in SLUGS if "enterprise" in s or "faw" in s])
def test_no_makers_plate_bears_words_or_a_picture(slug):
    assert not re.search(r"<(text|image)\b", svg_of(slug))
