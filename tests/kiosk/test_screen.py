"""The screen as a visitor meets it: touched, in three languages, upright and wide."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF

from hall_app.kiosk.fit import Fault, misfits, texts
from hall_app.kiosk.shots import LANDSCAPE, PORTRAIT, Camera, file_name, render
from tests.kiosk.conftest import items, place
from tests.kiosk.small_hall import TODAY, SmallHall, furnished, words

PAGES = (
    "home", "attract", "gallery:century", "gallery:brand", "event:jichanglong", "person:chen",
    "timeline", "timeline@100", "timeline@10", "timeline@2017", "timeline:reform",
    "timeline:preface-alone", "wall", "enterprise:firm-0",
    "craft:gauze", "statistics", "search", "exhibit-slideshow", "exhibit-film", "exhibit-compare",
    "exhibit-quiz", "exhibit-map",
)  # fmt: skip
SMALLEST_TARGET = 72


def said(camera):
    return "\n".join(texts(camera.stage))


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["wide", "upright"])
@pytest.mark.parametrize("page", PAGES)
def test_every_word_fits_in_every_language(looking, page, size):
    for language in ("zh-Hans", "zh-Hant", "en"):
        looking.show(page, language, size)
        looking.take()
        assert looking.check() == ()


@pytest.mark.parametrize("page", ["exhibit-film", "exhibit-slideshow"])
def test_long_words_keep_clear_of_the_keys_at_the_largest_text(qapp, page):
    story = words("话。", "話。", "Words of a long story. " * 16)
    long = [replace(one, text=story) if one.id == page else one for one in furnished()]
    with Camera(SmallHall(long), today=TODAY) as camera:
        for _ in range(2):
            camera.kiosk.toggle("larger")
        for size in (LANDSCAPE, PORTRAIT):
            camera.show(page, "en", size)
            assert camera.check() == ()


@pytest.mark.parametrize("page", ["exhibit-film", "exhibit-slideshow", "exhibit-compare"])
def test_keys_within_low_reach_stay_on_the_screen_and_apart(camera, page):
    camera.kiosk.toggle("low")
    for size in (LANDSCAPE, PORTRAIT):
        camera.show(page, "en", size)
        camera.take()
        screen = QRectF(0, 0, *size)
        named = [item for item in items(camera.stage) if item.objectName()]
        keys = [place(item) for item in named if "Key_QML" in item.metaObject().className()]
        assert all(screen.contains(key) for key in keys)
        assert not any(one.intersects(other) for one, other in combinations(keys, 2))


@pytest.mark.parametrize("page", PAGES)
def test_no_page_is_empty(looking, page):
    size = LANDSCAPE
    looking.show(page, "zh-Hans", size)
    colours = {
        looking.take().pixel(x, y) for x in range(40, size[0], 97) for y in range(40, size[1], 61)
    }
    assert len(colours) > 4
    assert len(texts(looking.stage)) >= 4


def test_check_sees_text_that_is_cut(camera):
    camera.show("event:jichanglong", "zh-Hans", LANDSCAPE)
    camera.take()
    title = next(i for i in items(camera.stage) if i.objectName() == "pageTitle")
    title.setProperty("text", "很长的题目" * 60)
    title.setProperty("height", 40)
    assert Fault.CLIPPED in {misfit.fault for misfit in misfits(camera.stage)}


def test_check_sees_words_outside_the_screen(camera):
    camera.show("home", "zh-Hans", LANDSCAPE)
    camera.take()
    word = next(i for i in items(camera.stage) if i.property("isTxt"))
    word.setX(-400)
    assert Fault.OUTSIDE in {misfit.fault for misfit in misfits(camera.stage)}


def test_check_sees_words_over_words(camera):
    camera.show("home", "zh-Hans", LANDSCAPE)
    camera.take()
    one, other = [i for i in items(camera.stage) if i.objectName() == "keyLabel"][:2]
    other.setX(other.x() + place(one).x() - place(other).x())
    assert Fault.OVERLAPS in {misfit.fault for misfit in misfits(camera.stage)}


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["wide", "upright"])
@pytest.mark.parametrize("page", PAGES)
def test_every_control_is_big_enough_for_a_finger(looking, page, size):
    looking.show(page, "zh-Hans", size)
    looking.take()
    keys = [item for item in items(looking.stage) if "Key_QML" in item.metaObject().className()]
    small = [key.objectName() for key in keys if min(key.width(), key.height()) < SMALLEST_TARGET]
    assert small == []


def test_visitor_taps_through_the_hall_and_back(camera, finger):
    camera.show("home", "zh-Hans", LANDSCAPE)
    finger.tap("bolt-century")
    assert camera.kiosk.form == "Gallery"
    finger.tap("station")
    assert camera.kiosk.form == "Panel"
    finger.tap("back")
    finger.tap("back")
    assert camera.kiosk.form == "Home"


def test_touch_anywhere_begins_the_visit(camera, finger):
    camera.show("attract", "zh-Hans", LANDSCAPE)
    finger.tap_at(QPointF(1500, 300))
    assert camera.kiosk.form == "Home"


def test_language_key_switches_in_place(camera, finger):
    camera.show("event:jichanglong", "zh-Hans", LANDSCAPE)
    finger.tap("language-en")
    assert camera.kiosk.form == "Panel"
    assert "Jichanglong is founded" in said(camera)
    finger.tap("language-zh-Hant")
    assert "陳啟沅創辦" in said(camera)


def test_tools_lead_to_their_pages(camera, finger):
    for tool, form in [("search", "Search"), ("timeline", "Timeline"), ("wall", "Wall")]:
        camera.show("home", "zh-Hans", LANDSCAPE)
        finger.tap(f"tool-{tool}")
        assert camera.kiosk.form == form


def test_letters_are_typed_with_a_finger(camera, finger):
    camera.show("search", "zh-Hans", LANDSCAPE)
    for letter in "gauze":
        finger.tap(f"key-{letter}")
    assert "香云纱" in said(camera)
    camera.take()
    finger.tap("result")
    assert camera.kiosk.form == "Craft"


def test_timeline_zooms_by_its_steps_and_opens_a_story(camera, finger):
    camera.show("timeline", "zh-Hans", LANDSCAPE)
    finger.tap("zoom-100")
    assert camera.kiosk.page.level == 1
    finger.tap("zoom-1")
    assert camera.kiosk.page.level == 3
    finger.tap("card")
    finger.tap("readMore")
    assert camera.kiosk.form == "Panel"


def test_touch_near_an_end_finds_it(camera, finger):
    camera.show("timeline", "zh-Hans", LANDSCAPE)
    page = camera.kiosk.page
    end = next(e for e in page.winding("whole").ends if e.event.slug == "jichanglong")
    finger.tap_at(QPointF(end.x + 14, end.lane.y + 10))
    assert page.picked.rows[0].id == end.event.id


def test_dragging_moves_the_years(camera, finger):
    camera.show("timeline@100", "zh-Hans", LANDSCAPE)
    before = camera.kiosk.page.span
    finger.drag(QPointF(600, 420), 500)
    assert camera.kiosk.page.span < before


def test_wall_is_filtered_with_a_finger(camera, finger):
    camera.show("wall", "zh-Hans", LANDSCAPE)
    finger.tap("town-xiqiao")
    assert camera.kiosk.page.firms.count == 1


def test_answer_is_chosen_with_a_finger(camera, finger):
    camera.show("exhibit-quiz", "zh-Hans", LANDSCAPE)
    finger.tap("answer", 1)
    assert "答对了" in said(camera)


def test_comparison_follows_the_finger(camera, finger):
    camera.show("exhibit-compare", "zh-Hans", LANDSCAPE)
    before = place(finger.item("divider")).x()
    finger.drag(QPointF(1500, 700), -900)
    assert place(finger.item("divider")).x() < before - 300


def test_help_sheet_opens_switches_and_closes(camera, finger):
    camera.show("home", "zh-Hans", LANDSCAPE)
    finger.tap("tool-access")
    finger.tap("help-contrast")
    assert camera.kiosk.highContrast
    finger.tap("help-close")
    assert not camera.kiosk.isAccessOpen


def test_high_contrast_is_black_and_white(camera):
    camera.kiosk.toggle("contrast")
    camera.show("wall", "zh-Hans", LANDSCAPE)
    assert camera.take().pixelColor(10, 10).name() == "#000000"


def test_countdown_asks_and_a_touch_stays(camera, finger):
    camera.show("gallery:century", "zh-Hans", LANDSCAPE)
    for _ in range(75):
        camera.kiosk.second()
    camera.take()
    assert "还在看吗？" in said(camera)
    finger.tap("stay")
    assert camera.kiosk.secondsLeft == 0
    assert camera.kiosk.form == "Gallery"


def test_silence_ends_the_visit_in_the_halls_own_language(camera, finger):
    camera.show("gallery:century", "zh-Hans", LANDSCAPE)
    finger.tap("language-en")
    for _ in range(90):
        camera.kiosk.second()
    assert (camera.kiosk.form, camera.kiosk.language) == ("Home", "zh-Hans")


def test_without_a_release_the_screen_says_so_plainly(qapp):
    with Camera(None, today=TODAY) as camera:
        camera.show("home", "zh-Hans", LANDSCAPE)
        camera.take()
        assert "展馆内容尚未送达" in texts(camera.stage)
        assert camera.check() == ()


def test_picture_that_is_missing_shows_a_plate(camera):
    camera.show("exhibit-compare", "zh-Hans", LANDSCAPE)
    camera.take()
    assert "图片整理中" in texts(camera.stage)


def test_pages_are_pictured_in_one_go(qapp, tmp_path):
    shots = render(
        SmallHall(furnished()), ["home", "event:matches"], tmp_path, today=TODAY, languages=["en"]
    )
    assert len(shots) == 4
    assert all(shot.file.stat().st_size > 10_000 for shot in shots)
    assert {shot.file.name for shot in shots} >= {file_name("home", "en", PORTRAIT)}


def test_4k_is_the_same_page_at_twice_the_size(camera):
    camera.show("gallery:century", "zh-Hans", (3840, 2160))
    camera.take()
    stage = camera.stage
    assert (stage.width(), stage.height()) == (1920, 1080)
    assert stage.mapRectToScene(QRectF(0, 0, 1920, 1080)).width() == 3840
    assert camera.check() == ()


@pytest.mark.parametrize(("page", "view"), [("gallery:century", "stations"), ("search", "results")])
def test_arrow_leads_on_to_what_lies_past_the_edge(camera, finger, qtbot, page, view):
    camera.show(page, "zh-Hans", LANDSCAPE)
    shown = finger.item(view)
    assert shown.property("atXBeginning")
    finger.tap("scrollOn")
    qtbot.waitUntil(lambda: not shown.property("atXBeginning"))


def test_no_arrow_where_nothing_lies_past_the_edge(camera):
    camera.show("gallery:brand", "zh-Hans", LANDSCAPE)
    camera.take()
    assert "scrollOn" not in {item.objectName() for item in items(camera.stage)}


def test_titles_of_the_galleries_are_equally_large_in_english(camera):
    camera.show("home", "en", LANDSCAPE)
    camera.take()
    titles = [item for item in items(camera.stage) if item.objectName() == "flatTitle"]
    assert len(titles) == 5
    assert len({title.property("font").pixelSize() for title in titles}) == 1
