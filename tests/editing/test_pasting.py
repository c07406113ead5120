"""A block from a spreadsheet is read in any of three languages, and each bad cell says why."""

from dataclasses import replace

import pytest

from hall_app.domain.kinds import Kind
from hall_app.domain.records import Certainty
from hall_app.domain.text import Text
from hall_app.editing import dates, pasting, timeline
from hall_app.editing.pasting import COPIED, Column, Fault
from tests.store.making import added, make, put

HEADINGS = {one: str(one) for one in COPIED}


@pytest.fixture
def gallery(store):
    title = Text.of({"zh-Hans": "样例展厅", "zh-Hant": "樣例展廳", "en": "Sample Gallery"})
    made = replace(make(store, Kind.GALLERY, "sample"), title=title)
    put(store, made)
    return made


@pytest.mark.parametrize(
    "header",
    ["日期\t标题\t正文\t展厅\t重要程度", "日期\t標題\t正文\t展廳\t重要程度", "Date\tTitle\tText\tGallery\tImportance"],
)  # fmt: skip
@pytest.mark.parametrize("named", ["样例展厅", "樣例展廳", "sample gallery", "sample"])
def test_block_is_read_with_a_header_in_three_languages(store, gallery, header, named):
    block = pasting.read(store, f"{header}\n1872年3月\t甲厂开工\t一段正文\t{named}\t3\n")
    assert block.has_header
    (values,) = block.good
    assert values["date"].edtf == "1872-03"
    assert values["gallery"] == gallery.id
    assert (values["title.zh-Hans"], values["importance"]) == ("甲厂开工", 3)


def test_block_without_a_header_is_date_title_text_gallery_importance(store, gallery):
    block = pasting.read(store, '同治十一年\t甲厂开工\t"两行\n正文"\tsample\t2\n196X\t乙厂\n')
    assert not block.has_header
    assert [one["date"].edtf for one in block.good] == ["1872", "196X"]
    assert block.good[0]["text.zh-Hans"] == "两行\n正文"


def test_every_bad_cell_says_why_and_good_rows_stay(store, gallery):
    lines = [
        "日期\t标题\t展厅\t重要程度\t说法\t备注",
        "1872\t好的\tsample\t1\t相传\t随手",
        "\t没有日期\t\t\t\t",
        "不久\t看不懂\t\t\t\t",
        "1873\t\t\t\t\t",
        "1874\t错处\t无此厅\t9\t也许\t",
    ]
    block = pasting.read(store, "\n".join(lines))
    assert block.unknown == ("备注",)
    assert [row.number for row in block.rows] == [2, 3, 4, 5, 6]
    assert [[fault for _, fault in row.faults] for row in block.rows] == [
        [], [Fault.NO_DATE], [Fault.DATE], [Fault.NO_TITLE],
        [Fault.GALLERY, Fault.IMPORTANCE, Fault.CERTAINTY],
    ]  # fmt: skip
    assert block.good[0]["certainty"] is Certainty.TRADITION


@pytest.mark.parametrize("nothing", ["", "\n\n", "\t\t\n"])
def test_empty_block_makes_nothing(store, nothing):
    assert not pasting.read(store, nothing).rows


def test_cell_of_any_length_is_read_to_its_end(store):
    long = "丝" * 200_000
    (values,) = pasting.read(store, f"1872\t一件\t{long}").good
    assert values["text.zh-Hans"] == long


def test_block_too_long_says_which_rows_are_left_out(store, monkeypatch):
    monkeypatch.setattr(pasting, "MOST_ROWS", 3)
    block = pasting.read(store, "\n".join(f"187{n}\t第{n}件" for n in range(5)))
    assert len(block.good) == 3
    assert block.rows[4].faults == ((Column.TITLE, Fault.TOO_MANY),)


def test_copied_events_come_back_as_they_were(store, gallery):
    event = added(
        store, Kind.EVENT, "one", date=dates.parse("清同治十一年"), gallery=gallery.id,
        importance=3, certainty=Certainty.DISPUTED, text=Text.of('有"引号"\n和两行'),
    )  # fmt: skip
    block = pasting.read(store, pasting.write(store, [event], HEADINGS))
    timeline.add(store, block.good)
    made = next(one for one in store.all(Kind.EVENT) if one.id != event.id)
    for name in ("title", "text", "date", "gallery", "importance", "certainty"):
        assert getattr(made, name) == getattr(event, name), name
