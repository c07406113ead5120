"""What each page says: exactly what the records hold, and no more."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_app.domain.dates import Day
from hall_app.domain.records import Statistic, StatisticNature
from hall_app.kiosk.pages.craft import split_step
from hall_app.kiosk.pages.statistics import figure_words, mark_field, mark_worth
from hall_app.kiosk.pages.wall import order_of_the_day
from hall_app.kiosk.scene import make_controller
from tests.kiosk.small_hall import TODAY, SmallHall, furnished, words


def opened(kiosk, address):
    assert kiosk.open(address)
    return kiosk.page


def test_gallery_hangs_its_exhibits_on_the_thread_in_order(kiosk):
    stations = opened(kiosk, "gallery:century").stations.rows
    assert [station.title for station in stations][:2] == ["展项0", "展项1"]
    assert stations[0].opensSection
    assert not stations[1].opensSection
    assert stations[0].mark == "1872–74"
    assert stations[2].mark == "影片"


def test_gallery_knows_its_number_of_ends(kiosk):
    page = opened(kiosk, "gallery:era")
    assert (page.ends, page.endsName) == (3, "三绪")


def test_panel_names_its_date_source_and_ways_on(kiosk):
    page = opened(kiosk, "event:jichanglong")
    assert page.dateWords == "1872至1874年"
    assert page.sources == "资料来源：南海县志"
    assert page.knots.rows[0].title == "陈启沅"
    assert page.nextTitle == "巧明火柴厂"


def test_tradition_is_called_so(kiosk):
    assert opened(kiosk, "event:name-of-foshan").certainty == "相传"
    assert opened(kiosk, "event:matches").certainty == ""


def test_remark_for_the_curator_reaches_no_page(qapp):
    records = [replace(r, remark="待核") if r.slug == "matches" else r for r in furnished()]
    kiosk = make_controller(SmallHall(records), today=TODAY, page="home")
    page = opened(kiosk, "event:matches")
    told = (page.metaObject().property(n) for n in range(page.metaObject().propertyCount()))
    shown = [page.property(one.name()) for one in told if one.typeName() == "QString"]
    assert "巧明火柴厂" in shown
    assert "待核" not in str(shown)


def test_profile_closes_over_what_is_not_known(kiosk):
    page = opened(kiosk, "enterprise:firm-0")
    assert [fact.id for fact in page.facts.rows] == ["founded", "place", "makes"]
    assert page.honours.rows[0].note == "提名 · 2018"
    assert page.nextRef in {"enterprise-1", "enterprise-2"}


def test_wall_counts_and_filters(kiosk):
    page = opened(kiosk, "wall")
    assert {(t.title, t.count) for t in page.towns.rows} == {("全部", 3), ("大沥", 2), ("西樵", 1)}
    page.choose_town("dali")
    assert page.firms.count == 2
    page.choose_industry("陶瓷")
    assert page.firms.count == 0
    assert page.nearest == "只看大沥"
    page.choose_nearest()
    assert page.firms.count == 2


def test_no_firm_is_always_first(hall):
    firms = [r for r in hall.records.values() if r.slug.startswith("firm-")]
    first = {order_of_the_day(firms, Day(2026, 11, day))[0].id for day in range(1, 29)}
    assert len(first) == len(firms)


@pytest.mark.parametrize(
    ("step", "parts"),
    [
        ("浸莨：坯纱浸入薯莨汁", ("浸莨", "坯纱浸入薯莨汁")),
        ("Dye: steeped in gambier", ("Dye", "steeped in gambier")),
        ("摊开，在日下成面", ("", "摊开，在日下成面")),
    ],
)
def test_step_is_a_name_and_a_deed(step, parts):
    assert split_step(step) == parts


def a_figure(value: float, unit: str = "个", nature=StatisticNature.FACT) -> Statistic:
    return Statistic(id="s", slug="s", value=value, unit=words(unit), nature=nature)


@pytest.mark.parametrize(("value", "worth"), [(685, 1), (1000, 1), (3176, 10), (300_000, 1000)])
def test_marks_stay_countable(value, worth):
    assert mark_worth(a_figure(value)) == worth


@pytest.mark.parametrize(
    ("value", "said"), [(685, "685"), (3176, "3176"), (64.84, "64.84"), (20_000, "20 000")]
)
def test_figure_is_printed_as_it_is_known(value, said):
    assert figure_words(a_figure(value), "zh-Hans") == said


def test_target_is_said_to_be_no_result(kiosk):
    page = opened(kiosk, "statistic:zones")
    assert (page.figure, page.cells, page.marks) == ("685", 685, 685.0)
    assert "目标" in page.note
    assert "不是完成数" in page.marksWords


def test_marks_fit_their_field(kiosk):
    page = opened(kiosk, "statistics")
    for cells in (1, 13, 685, 1000):
        pitch = page.pitch(cells, 990, 430)
        assert -(-cells // (990 // pitch)) * pitch <= 430


@given(st.integers(1, 1000), st.floats(200, 1200), st.floats(150, 700))
def test_field_of_marks_fits_and_seldom_ends_in_a_row_of_few(cells, width, height):
    pitch, columns = mark_field(cells, width, height)
    if pitch > 4:
        assert columns * pitch <= width
        assert -(-cells // columns) * pitch <= height


def test_685_marks_end_in_no_orphan():
    for width, height in ((990, 430), (936, 520)):
        _, columns = mark_field(685, width, height)
        assert not 0 < 685 % columns < columns / 3


def test_page_without_room_yet_asks_for_no_marks(kiosk):
    page = opened(kiosk, "statistics")
    assert page.pitch(685, -20, 430) == page.pitch(685, 990, 0) == 4


def test_figure_read_anew_is_still_the_chosen_one(kiosk, monkeypatch):
    page = opened(kiosk, "statistic:zones")
    again = tuple(replace(figure) for figure in kiosk.visit.all(Statistic))
    monkeypatch.setattr(page, "_all", again)
    page.fill()
    assert [row.id for row in page.figures.rows if row.isOn] == ["statistic-zones"]


def test_slideshow_opens_with_the_words_of_its_exhibit(kiosk):
    first, second, _ = opened(kiosk, "exhibit-slideshow").slides.rows
    assert (first.words, first.caption) == ("第一句。", "图0")
    assert (second.title, second.caption) == ("陈启沅创办继昌隆缫丝厂", "")


def test_slide_keeps_the_shape_of_its_picture():
    wide = [
        replace(record, width=1920, height=1080) if record.id == "media-0" else record
        for record in furnished()
    ]
    kiosk = make_controller(SmallHall(wide), today=TODAY, page="home")
    shapes = [slide.proportion for slide in opened(kiosk, "exhibit-slideshow").slides.rows]
    assert shapes == [16 / 9, 4 / 3, 4 / 3]


def test_sides_of_a_comparison_are_named_by_their_pictures(kiosk):
    page = opened(kiosk, "exhibit-compare")
    assert (page.beforeWords, page.afterWords) == ("图0", "图1")


def test_questions_answered_right_are_filled_on_the_thread(kiosk):
    page = opened(kiosk, "quiz:quiz")
    page.answer(1)
    page.go_on()
    assert [question.isRight for question in page.questions.rows] == [True]
    page.restart()
    assert [question.isRight for question in page.questions.rows] == [False]


def test_quiz_tells_what_is_right_only_after_an_answer(kiosk):
    page = opened(kiosk, "quiz:quiz")
    assert not any(answer.isRight for answer in page.answers.rows)
    page.answer(0)
    assert [answer.isRight for answer in page.answers.rows] == [False, True]
    assert page.verdict == "再想想，答案是B"
    page.answer(1)
    assert page.answers.rows[0].isChosen
    page.go_on()
    assert page.progress == "1问，答对0问"


def test_map_point_leads_to_its_record(kiosk):
    page = opened(kiosk, "map:map")
    page.choose("1")
    assert (page.pointTitle, page.target) == ("大沥", "enterprise-0")


def test_search_takes_letters_and_gives_what_they_find(kiosk):
    page = opened(kiosk, "search")
    for letter in "jichang":
        page.type(letter)
    assert [row.title for row in page.found.rows] == ["陈启沅创办继昌隆缫丝厂"]
    assert page.candidates.rows[0].words == "继昌隆"
    page.take("继昌隆")
    assert (page.taken, page.typed) == ("继昌隆", "")
    page.rub_out()
    assert page.isEmpty


def test_search_that_finds_nothing_says_so(kiosk):
    page = opened(kiosk, "search")
    page.type("q")
    page.type("q")
    assert page.hint == "没有找到，换几个字母试试。"


def test_film_that_is_not_there_is_not_promised(kiosk):
    assert not opened(kiosk, "exhibit-film").hasFilm


def test_exhibit_without_what_its_form_needs_is_told_as_a_panel(qapp):
    bare = [
        replace(r, items=(), media=()) if r.slug.startswith("exhibit-") else r for r in furnished()
    ]
    kiosk = make_controller(SmallHall(bare), today=TODAY, page="home")
    for form in ("quiz", "map", "film", "slideshow", "compare", "craft"):
        kiosk.open(f"exhibit-{form}")
        assert kiosk.form == "Panel"


def test_record_without_a_picture_gets_a_plate_of_its_own(kiosk):
    one, other = opened(kiosk, "event:matches").drawn, opened(kiosk, "event:zone").drawn
    assert one == "image://plate/event/event-matches/century/"
    assert one != other
