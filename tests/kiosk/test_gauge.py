"""Words that do not fit their page are seen on the page itself, and told in their field."""

from dataclasses import replace

import pytest

from hall_app.domain.records import Display
from hall_app.kiosk.gauge import Gauge, found_in, ways
from tests.kiosk.small_hall import TODAY, SmallHall, furnished, words

LONG = "繅絲".join("廠" * 60)


@pytest.fixture
def hall():
    return SmallHall(furnished())


@pytest.fixture
def gauge(qapp, hall):
    gauge = Gauge(hall, today=TODAY)
    yield gauge
    gauge.close()


def seen(gauge, page):
    return [(way, misfit) for way in ways() for misfit in gauge.measure(page, way)]


def test_page_that_holds_its_words_is_left_alone(gauge):
    assert seen(gauge, "event:jichanglong") == []


def test_lead_that_spills_is_told_once_a_language_in_its_field(gauge, hall):
    gallery = replace(hall.records["gallery-century"], lead=words(LONG, LONG, "Long words " * 40))
    hall.records[gallery.id] = gallery
    gauge.refresh()
    found = found_in(gallery, seen(gauge, "gallery:century"))
    assert {one.code for one in found} == {"text-misfit"}
    fields = [one.field for one in found]
    assert {"lead.zh-Hans", "lead.en"} <= set(fields)
    assert len(fields) == len(set(fields))
    hall.records[gallery.id] = replace(gallery, lead=words("短", "短", "Short"))
    gauge.refresh()
    assert seen(gauge, "gallery:century") == []


def test_page_that_is_not_there_has_nothing_to_spill(gauge):
    assert gauge.measure("event:never-happened", ways()[0]) == ()


def test_ways_are_those_of_the_displays_of_the_hall():
    assert {way.size for way in ways()} == {(1920, 1080), (1080, 1920)}
    wall = Display(id="d", slug="d", width_px=3840, height_px=1080)
    assert {way.size for way in ways([wall])} == {(3840, 1080)}
    assert len(ways([wall])) == 6
