"""The plan of an import: who a row is, what its cells change, and what is wrong with them."""

from dataclasses import replace

import pytest

from hall_app.domain.kinds import Kind
from hall_app.domain.records.vocabulary import Vocabulary
from hall_app.domain.text import Text
from hall_app.editing import records, vocabularies
from hall_app.editing.content import Intake
from hall_app.editing.tables.plan import Known, RowState
from hall_app.editing.tables.taking import take_in
from hall_app.errors import Conflict, Refused
from tests.editing.tables.conftest import write_book
from tests.hall_content import STROKE

HEADERS = ["企业名称", "英文名称", "镇街", "成立时间", "主营产品", "曾用名"]


def _states(plan):
    return [str(row.state) for row in plan.rows]


def _faults(plan):
    return {fault.cell: fault.code for _, fault in plan.faults}


def test_new_rows_become_records_with_every_cell_in_its_field(store, planned):
    plan = planned(
        {"企业": [HEADERS, ["乙公司", "Works B", "狮山镇", "1984年3月", "铝材", "乙社；乙行"]]}
    )
    take_in(store, plan)
    made = store.find(Kind.ENTERPRISE, "works-b")
    assert made.title["zh-Hans"] == "乙公司"
    assert made.title["en"] == "Works B"
    assert str(made.town) == "shishan"
    assert made.founded.edtf == "1984-03"
    assert made.makes["zh-Hans"] == "铝材"
    assert [one["zh-Hans"] for one in made.former_titles] == ["乙社", "乙行"]


@pytest.mark.parametrize(
    "headers", [["企業名稱", "鎮街"], ["Company name", "Town"], ["title.zh-Hans", "town"], ["标题 简", "镇街"]]
)  # fmt: skip
def test_headers_are_known_in_every_language_and_as_paths(planned, plant, headers):
    plan = planned({"Enterprises": [headers, ["甲厂", "大沥"]]})
    (row,) = plan.rows
    assert row.kind is Kind.ENTERPRISE
    assert row.known_by is Known.TITLE
    assert [(c.path, c.before, c.after) for c in row.changes] == [("town", "桂城", "大沥")]


@pytest.mark.parametrize("town", ["桂城", "guicheng", "Guicheng", "桂城街道", "GUICHENG"])
def test_choice_is_known_by_any_of_its_names(planned, plant, town):
    assert _states(planned({"企业": [["名称", "镇街"], ["甲厂", town]]})) == ["unchanged"]


def test_row_is_known_by_id_before_slug_before_title(planned, plant):
    by_id = [["ID", "短名", "名称"], [plant.id, "renamed", "甲新厂"]]
    (row,) = planned({"企业": by_id}).rows
    assert (row.known_by, row.state) == (Known.ID, RowState.CHANGED)
    (row,) = planned({"企业": [["短名", "名称"], ["plant-a", "甲新厂"]]}).rows
    assert (row.known_by, row.state) == (Known.SLUG, RowState.CHANGED)


def test_taking_the_same_file_in_again_changes_nothing(store, planned, plant):
    sheets = {
        "企业": [
            HEADERS,
            ["甲厂", "Plant A", "里水", 1980, "", ""],
            ["乙公司", "", "", "", "", ""],
        ],
        "荣誉": [
            ["荣誉名称", "企业", "级别"],
            ["样例奖", "甲厂", "国家级"],
            ["样例奖", "乙公司", "省级"],
        ],
    }
    take_in(store, planned(sheets))
    assert store.count(Kind.ENTERPRISE) == 2
    assert store.count(Kind.HONOUR) == 2
    assert set(_states(planned(sheets))) == {"unchanged"}


def test_rows_of_other_sheets_answer_to_their_titles_before_they_are_records(store, planned):
    plan = planned({
        "产品": [["产品名称", "所属企业"], ["样例产品", "乙公司"]],
        "企业": [["名称"], ["乙公司"]],
    })  # fmt: skip
    take_in(store, plan)
    (product,) = store.all(Kind.PRODUCT)
    assert store.get(product.enterprise).title["zh-Hans"] == "乙公司"


def test_each_bad_cell_is_named_with_its_reason_and_nothing_is_written(store, planned, plant):
    version = store.version
    plan = planned({
        "企业": [
            ["名称", "镇街", "成立时间", "公开", "logo", "ID"],
            ["乙", "东城", "不详", "也许", "no.png", ""],
            ["", "桂城", "", "", "", ""],
            ["丙", "", "", "", "", "12"],
            ["甲厂", "", "", "", "", plant.id],
            ["甲厂", "", "", "", "", ""],
        ],
        "荣誉": [["名称", "企业", "有效期至", "级别"], ["样例奖", "无此厂", "去年", "最高"]],
    })  # fmt: skip
    by_sheet = {(row.sheet, fault.cell): fault.code for row, fault in plan.faults}
    assert by_sheet == {
        ("企业", "B2"): "choice", ("企业", "C2"): "date", ("企业", "D2"): "flag",
        ("企业", "E2"): "no-picture", ("企业", "A3"): "no-title", ("企业", "F4"): "id",
        ("企业", "6"): "twice", ("荣誉", "B2"): "no-record", ("荣誉", "C2"): "day",
        ("荣誉", "D2"): "choice",
    }  # fmt: skip
    assert all(fault.words(language) for _, fault in plan.faults for language in ("zh-Hans", "en"))
    assert store.version == version


def test_row_that_leads_to_a_refused_row_is_refused_too(planned):
    plan = planned({
        "企业": [["名称", "镇街"], ["乙公司", "东城"]],
        "产品": [["名称", "企业"], ["样例产品", "乙公司"]],
    })  # fmt: skip
    assert _states(plan) == ["refused", "refused"]
    assert _faults(plan)["2"] == "refused-row"


def test_good_rows_are_taken_or_nothing_is_as_the_person_chooses(store, planned):
    sheets = {"企业": [["名称", "镇街"], ["乙", "东城"], ["丙", "大沥"]]}
    with pytest.raises(Refused, match="1 rows"):
        take_in(store, planned(sheets), all_or_nothing=True)
    assert store.count(Kind.ENTERPRISE) == 0
    taken = take_in(store, planned(sheets))
    assert (taken.new, store.count(Kind.ENTERPRISE)) == (1, 1)
    store.undo()
    assert store.count(Kind.ENTERPRISE) == 0


def test_empty_cell_keeps_its_field_unless_the_person_says_otherwise(planned, plant):
    sheets = {"企业": [["名称", "镇街"], ["甲厂", ""]]}
    assert _states(planned(sheets)) == ["unchanged"]
    (row,) = planned(sheets, blank_clears=True).rows
    assert [(c.path, c.after) for c in row.changes] == [("town", None)]


def test_pictures_beside_the_table_come_in_with_the_rows_and_only_once(
    store, planned, vault, workshop, tmp_path
):
    (tmp_path / "标志").mkdir()
    (tmp_path / "标志" / "乙.svg").write_text(STROKE, "utf-8")
    sheets = {"企业": [["名称", "标志", "图片"], ["乙", "标志/乙.svg", "标志\\乙.svg"]]}
    taken = take_in(store, planned(sheets), intake=Intake(vault, workshop))
    (made,) = store.all(Kind.ENTERPRISE)
    (picture,) = store.all(Kind.MEDIA)
    assert (taken.pictures, made.logo, made.media) == (1, picture.id, (picture.id,))
    assert _states(planned(sheets)) == ["unchanged"]
    store.undo()
    assert store.count(Kind.MEDIA) == store.count(Kind.ENTERPRISE) == 0


def test_picture_outside_the_folder_of_the_table_is_not_looked_at(planned, tmp_path):
    (tmp_path / "outside.svg").write_text(STROKE, "utf-8")
    (tmp_path / "inside").mkdir()
    table = write_book(
        tmp_path / "inside" / "t.xlsx", {"企业": [["名称", "标志"], ["乙", "../outside.svg"]]}
    )
    assert _faults(planned(table)) == {"B2": "no-picture"}


def test_damaged_picture_refuses_its_row_with_the_reason(planned, tmp_path):
    (tmp_path / "bad.jpg").write_bytes(b"\xff\xd8\xff\xe0 broken")
    plan = planned({"企业": [["名称", "logo"], ["乙", "bad.jpg"]]})
    assert _faults(plan) == {"B2": "picture"}
    assert "bad.jpg" in plan.faults[0][1].words("en")


def test_record_changed_since_the_plan_is_not_written_over(store, planned, plant):
    plan = planned({"企业": [["名称", "镇街"], ["甲厂", "大沥"]]})
    with store.edit("another hand") as edit:
        edit.put(replace(store.get(plant.id), remark="changed"))
    with pytest.raises(Conflict, match="甲厂"):
        take_in(store, plan)
    assert store.get(plant.id).remark == "changed"


def test_short_names_may_go_from_one_row_to_another(store, planned, plant):
    other = records.create(store, Kind.ENTERPRISE, "plant-b", {"title.zh-Hans": "乙厂"})
    plan = planned({"企业": [["ID", "短名"], [plant.id, "x-1"], [other.id, "plant-a"]]})
    assert _faults(plan) == {"B3": "slug-taken"}
    take_in(store, planned({"企业": [["ID", "短名"], [plant.id, "x-1"]]}))
    take_in(store, planned({"企业": [["ID", "短名"], [other.id, "plant-a"]]}))
    assert store.get(other.id).slug == "plant-a"


def test_csv_of_any_usual_encoding_and_separator_is_read(planned, tmp_path, plant):
    for encoding, words in (
        ("utf-8", "名称,镇街\n甲厂,大沥\n"),
        ("utf-8-sig", "名称;镇街\n甲厂;大沥\n"),
        ("gb18030", "企业名称\t镇街\n甲厂\t大沥\n"),
        ("utf-16", "名称,镇街\n甲厂,大沥\n"),
    ):
        path = tmp_path / f"{encoding}.csv"
        path.write_bytes(words.encode(encoding))
        assert _states(planned(path, kind=Kind.ENTERPRISE)) == ["changed"], encoding
    path = tmp_path / "企业.csv"
    path.write_bytes("企業名稱,鎮街\n甲厂,大瀝\n".encode("gb18030"))
    assert _states(planned(path)) == ["changed"]


def test_word_of_a_list_is_known_by_its_languages_and_by_what_was_merged_into_it(store, planned):
    records.create(store, Kind.HALL, "hall", {"title.zh-Hans": "样例馆"})
    trade = Text.of({"zh-Hans": "家具", "zh-Hant": "傢具", "en": "Furniture"})
    records.create(store, Kind.ENTERPRISE, "a", {"industry": trade})
    records.create(store, Kind.ENTERPRISE, "b", {"industry.zh-Hans": "家私"})
    old = next(
        one for one in vocabularies.words_of(store, Vocabulary.INDUSTRY) if one.count == 1
        and one.text["zh-Hans"] == "家私"
    )  # fmt: skip
    vocabularies.merge(store, Vocabulary.INDUSTRY, [old], trade)
    take_in(
        store,
        planned({"企业": [["名称", "行业"], ["乙厂", "家私"], ["丙厂", "傢具"], ["丁厂", "陶瓷"]]}),
    )
    taken = {one.title["zh-Hans"]: one.industry for one in store.all(Kind.ENTERPRISE) if one.title}
    assert {name: text["zh-Hans"] for name, text in taken.items()} == {
        "乙厂": "家具", "丙厂": "家具", "丁厂": "陶瓷",
    }  # fmt: skip
    assert taken["乙厂"]["en"] == "Furniture"
