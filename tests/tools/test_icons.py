"""The icons: one line, one colour, on their grid."""

import re
from xml.etree import ElementTree as ET

import pytest

from tools.draw_icons import ICONS, PATHS, SILK, icon


@pytest.mark.parametrize("name", PATHS)
def test_the_committed_icon_is_the_drawn_one(name):
    assert (ICONS / f"{name}.svg").read_text("utf-8") == icon(name)


def test_no_icon_lies_about_without_its_drawing():
    assert {file.stem for file in ICONS.glob("*.svg")} == set(PATHS)


@pytest.mark.parametrize("name", PATHS)
def test_an_icon_has_one_colour_and_keeps_to_its_grid(name):
    root = ET.fromstring(icon(name))
    assert root.get("viewBox") == "0 0 48 48"
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", icon(name))) == {SILK}
    assert all(0 <= float(n) <= 48 for n in re.findall(r"[ML](\d+)", PATHS[name]))
