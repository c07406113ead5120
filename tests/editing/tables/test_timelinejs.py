"""TimelineJS, as a sheet and as JSON: each field has its place, and the rest stands in the remark."""

import json

import pytest

from hall_app.domain.kinds import Kind
from hall_app.editing import records
from hall_app.editing.content import Intake
from hall_app.editing.tables.taking import take_in
from hall_app.media.refusal import Refusal

SHEET = [
    ["Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline",
     "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background"],
    ["", "", "", "", "", "", "", "", "", "样例时间轴", "<p>开场</p>", "", "", "", "", "title", "", "#333"],
    [1872, 3, "", "", 1874, "", "", "", "同治年间", "样例事件", "<p>第一段<br>次行</p><p><b>要</b></p>",
     "https://example.org/a.jpg", "某人", "图说", "", "", "样例厅", ""],
    [1900, "", "", "", 1911, "", "", "", "", "样例时期", "", "", "", "", "", "era", "", ""],
]  # fmt: skip


@pytest.fixture
def gallery(store):
    return records.create(store, Kind.GALLERY, "room", {"title.zh-Hans": "样例厅"})


def test_sheet_form_becomes_events_eras_and_a_timeline(store, planned, gallery):
    take_in(store, planned({"od1": SHEET}))
    (event,) = store.all(Kind.EVENT)
    assert event.title["zh-Hans"] == "样例事件"
    assert (event.date.edtf, event.date.words["zh-Hans"]) == ("1872-03/1874", "同治年间")
    assert event.text["zh-Hans"] == "第一段\n次行\n\n**要**"
    assert event.gallery == gallery.id
    for words in ("https://example.org/a.jpg", "某人", "图说"):
        assert words in event.remark
    (era,) = store.all(Kind.ERA)
    assert era.date.edtf == "1900/1911"
    (timeline,) = store.all(Kind.TIMELINE)
    assert timeline.title["zh-Hans"] == "样例时间轴"
    assert "#333" in timeline.remark


def test_json_form_keeps_every_field_of_the_data_model(store, planned, tmp_path):
    slide = {
        "start_date": {"year": "-213", "display_date": "long ago"}, "unique_id": "Slide One",
        "text": {"headline": "A sample &amp; more", "text": "See <a href='https://example.org'>this</a>"},
        "media": {"url": "https://example.org/v", "caption": "c", "credit": "k", "thumbnail": "t", "alt": "a",
                  "title": "mt", "link": "l", "link_target": "_new"},
        "group": "nowhere", "background": {"url": "u", "color": "blue", "alt": "ba"}, "autolink": False,
    }  # fmt: skip
    path = tmp_path / "timeline.json"
    path.write_text(json.dumps({"scale": "human", "events": [slide], "eras": []}), "utf-8")
    take_in(store, planned(path))
    (event,) = store.all(Kind.EVENT)
    assert (event.slug, event.title["en"]) == ("slide-one", "A sample & more")
    assert (event.date.edtf, event.date.words["en"]) == ("-0213", "long ago")
    assert event.text["en"] == "See [this](https://example.org)"
    for name in ("media.caption: c", "media.credit: k", "media.thumbnail: t", "media.alt: a", "media.title: mt",
                 "media.link: l", "media.link_target: _new", "group: nowhere", "background.url: u",
                 "background.color: blue", "background.alt: ba", "autolink: False", "scale: human"):  # fmt: skip
        assert f"TimelineJS {name}" in event.remark
    assert [row.changes for row in planned(path).rows] == [()]


def test_bad_date_of_a_slide_is_named_by_its_own_cell(planned):
    rows = [SHEET[0], ["1872", "13", *SHEET[2][2:]]]
    plan = planned({"od1": rows})
    assert [(fault.cell, fault.code) for _, fault in plan.faults] == [("A2", "date")]


@pytest.mark.parametrize("words", ["[]", "{}", '{"events": 3}', '{"events": [', "[" * 100_000])
def test_json_that_is_no_timeline_is_refused_in_words(planned, tmp_path, words):
    path = tmp_path / "x.json"
    path.write_text(words, "utf-8")
    with pytest.raises(Refusal):
        planned(path)


def test_what_is_said_of_a_picture_beside_the_file_stands_in_its_own_record(
    store, planned, vault, workshop, tmp_path
):
    (tmp_path / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
        "utf-8",
    )
    media = {"url": "a.svg", "caption": "图说", "credit": "某人", "alt": "一块", "link": "l"}
    slide = {
        "start_date": {"year": "1900"}, "text": {"headline": "样例事件"}, "media": media,
    }  # fmt: skip
    path = tmp_path / "timeline.json"
    path.write_text(json.dumps({"events": [slide]}), "utf-8")
    plan = planned(path)
    take_in(store, plan, intake=Intake(vault, workshop))
    (event,), (medium,) = store.all(Kind.EVENT), store.all(Kind.MEDIA)
    assert event.media == (medium.id,)
    assert event.remark == "TimelineJS media.link: l"
    assert (medium.caption["zh-Hans"], medium.alt["zh-Hans"], medium.credit) == (
        "图说",
        "一块",
        "某人",
    )
    assert [str(row.state) for row in planned(path).rows] == ["unchanged"]
    media["caption"] = "新图说"
    path.write_text(json.dumps({"events": [slide]}), "utf-8")
    changed = [row for row in planned(path).rows if row.changes]
    assert [(row.kind, row.changes[0].before, row.changes[0].after) for row in changed] == [
        (Kind.MEDIA, "图说", "新图说")
    ]
    take_in(store, planned(path))
    assert store.all(Kind.MEDIA)[0].caption["zh-Hans"] == "新图说"
