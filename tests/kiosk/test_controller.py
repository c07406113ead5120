"""The controller: a visitor's way through the pages, and what is left when they go."""

import pytest

from hall_app.kiosk.scene import make_controller
from tests.kiosk.small_hall import TODAY


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("home", "Home"),
        ("attract", "Attract"),
        ("timeline", "Timeline"),
        ("timeline@2017", "Timeline"),
        ("wall", "Wall"),
        ("statistics", "Statistics"),
        ("search", "Search"),
        ("gallery:century", "Gallery"),
        ("section:section-1", "Gallery"),
        ("event:jichanglong", "Panel"),
        ("person:chen", "Person"),
        ("enterprise:firm-0", "Enterprise"),
        ("honour:honour-1", "Enterprise"),
        ("craft:gauze", "Craft"),
        ("statistic:zones", "Statistics"),
        ("quiz:quiz", "Quiz"),
        ("map:map", "Map"),
        ("media:film", "Film"),
        ("timeline:reform", "Timeline"),
        ("exhibit-panel", "Panel"),
        ("exhibit-slideshow", "Slides"),
        ("exhibit-film", "Film"),
        ("exhibit-timeline", "Timeline"),
        ("exhibit-enterprise-wall", "Wall"),
        ("exhibit-craft", "Craft"),
        ("exhibit-statistics", "Statistics"),
        ("exhibit-compare", "Compare"),
        ("exhibit-quiz", "Quiz"),
        ("exhibit-map", "Map"),
    ],
)
def test_each_address_opens_its_form(qapp, hall, address, form):
    start = "wall" if address == "home" else "home"
    kiosk = make_controller(hall, today=TODAY, page=start)
    assert kiosk.open(address)
    assert kiosk.form == form


def test_unknown_address_changes_nothing(kiosk):
    assert not kiosk.open("event:never-happened")
    assert kiosk.form == "Home"


def test_source_has_no_page(kiosk):
    assert not kiosk.open("source:book")


def test_back_goes_the_way_the_visitor_came(kiosk):
    kiosk.open("gallery:century")
    kiosk.open("event:jichanglong")
    kiosk.back()
    assert kiosk.form == "Gallery"
    kiosk.back()
    assert kiosk.form == "Home"


def test_home_ends_the_way_back(kiosk):
    kiosk.open("gallery:century")
    kiosk.open("home")
    assert not kiosk.canGoBack


def test_language_switch_keeps_the_page(kiosk):
    kiosk.open("event:jichanglong")
    page = kiosk.page
    kiosk.speak("zh-Hant")
    assert kiosk.page is page
    assert page.title == "陳啟沅創辦繼昌隆繅絲廠"
    kiosk.speak("en")
    assert page.title == "Jichanglong is founded"
    assert page.secondTitle == "陈启沅创办继昌隆缫丝厂"


def test_language_nobody_knows_is_not_taken(kiosk):
    kiosk.speak("fr")
    assert kiosk.language == "zh-Hans"


def test_page_that_was_left_speaks_the_new_language_when_come_back_to(kiosk):
    kiosk.open("gallery:century")
    kiosk.open("event:jichanglong")
    kiosk.speak("en")
    kiosk.back()
    assert kiosk.page.title == "A Century's Journey"


def test_swipe_follows_the_thread_and_stops_at_its_ends(kiosk):
    kiosk.open("gallery:era")
    kiosk.step(1)
    assert kiosk.here == "craft"
    kiosk.open("gallery:brand")
    kiosk.step(1)
    assert kiosk.here == "brand"


def test_visitor_who_goes_leaves_nothing_behind(qapp, hall):
    kiosk = make_controller(hall, today=TODAY, page="attract")
    kiosk.open("event:jichanglong")
    kiosk.speak("en")
    kiosk.toggle("contrast")
    kiosk.toggle("larger")
    kiosk.leave()
    assert (kiosk.form, kiosk.language) == ("Attract", "zh-Hans")
    assert (kiosk.highContrast, kiosk.textScale, kiosk.canGoBack) == (False, 1.0, False)


def test_silence_leads_back_to_attract_with_a_countdown_before(qapp, hall):
    kiosk = make_controller(hall, today=TODAY, page="attract", idle_seconds=3)
    kiosk.open("gallery:century")
    for _ in range(4):
        kiosk.second()
    assert kiosk.secondsLeft == 19
    kiosk.touch()
    assert kiosk.secondsLeft == 0
    for _ in range(23):
        kiosk.second()
    assert kiosk.form == "Attract"


def test_larger_text_goes_round(kiosk):
    scales = []
    for _ in range(3):
        kiosk.toggle("larger")
        scales.append(kiosk.textScale)
    assert scales == [1.25, 1.5, 1.0]


def test_without_a_release_there_is_one_plain_page(qapp):
    kiosk = make_controller(None, today=TODAY)
    assert kiosk.form == "Plain"
    assert kiosk.open("home")
    assert kiosk.form == "Plain"
    assert kiosk.hallTitle == "品牌南海馆"
