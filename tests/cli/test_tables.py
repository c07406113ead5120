"""Tables on the command line: planned, taken in, kept by name, exported."""

import json

from openpyxl import load_workbook

HEADERS = "企业名称,镇街,主营\n"


def _table(folder, rows):
    path = folder / "list.csv"
    path.write_text(HEADERS + rows, "utf-8")
    return path


def test_dry_run_tells_every_row_and_writes_nothing(furnished, tmp_path):
    said = furnished("import-table", _table(tmp_path, "甲厂,桂城,铝\n乙厂,东城,纸\n"), "--kind", "enterprise",
                     "--dry-run", "--json")  # fmt: skip
    assert said.status == 1
    assert (said.json["new"], said.json["refused"]) == (1, 1)
    (bad,) = [fault for row in said.json["rows"] for fault in row["faults"]]
    assert (bad["cell"], bad["code"]) == ("B3", "choice")
    assert "甲厂" not in furnished("list", "enterprise").out


def test_good_rows_come_in_as_one_step_and_bad_ones_are_told(furnished, tmp_path):
    marked = tmp_path / "marked.xlsx"
    said = furnished("import-table", _table(tmp_path, "甲厂,桂城,铝\n乙厂,东城,纸\n"), "--kind", "enterprise",
                     "--marked", marked)  # fmt: skip
    assert said.status == 1
    assert "refused list B3" in said.out
    assert "甲厂" in furnished("list", "enterprise").out
    assert load_workbook(marked).worksheets[0]["B3"].comment
    assert furnished("undo").status == 0
    assert "甲厂" not in furnished("list", "enterprise").out


def test_all_or_nothing_takes_nothing_beside_a_bad_row(furnished, tmp_path):
    said = furnished("import-table", _table(tmp_path, "甲厂,桂城,铝\n乙厂,东城,纸\n"), "--kind", "enterprise",
                     "--all-or-nothing")  # fmt: skip
    assert said.status == 1
    assert "none was taken in" in said.err
    assert "甲厂" not in furnished("list", "enterprise").out


def test_mapping_is_kept_and_used_again_for_the_same_headers(furnished, tmp_path):
    first = _table(tmp_path, "甲厂,桂城,铝\n")
    assert furnished(
        "import-table", first, "--kind", "enterprise", "--column", "主营=industry.zh-Hans",
        "--keep-mapping", "名录",
    ).status == 0  # fmt: skip
    assert (
        furnished("import-table", _table(tmp_path, "丙厂,大沥,纸\n"), "--mapping", "名录").status
        == 0
    )
    shown = json.loads(furnished("list", "enterprise", "--json").out)
    assert {one["industry"]["zh-Hans"] for one in shown} == {"铝", "纸"}
    assert furnished("import-table", first, "--mapping", "无此").status == 2


def test_workbook_goes_out_and_comes_back_unchanged(furnished, tmp_path):
    out = tmp_path / "all.xlsx"
    said = furnished("export", out, "--json")
    assert said.json["records"] > 5
    said = furnished("import-table", out, "--json")
    assert said.status == 0, said.out + said.err
    assert (said.json["new"], said.json["changed"]) == (0, 0)
    assert furnished("export", tmp_path / "e.xlsx", "--kind", "event").status == 0
    assert load_workbook(tmp_path / "e.xlsx").sheetnames == ["事件"]


def test_what_is_no_table_is_refused_in_words(furnished, tmp_path):
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    said = furnished("import-table", tmp_path / "old.xls")
    assert said.status == 1
    assert ".xlsx" in said.err
    assert furnished("import-table", tmp_path / "none.csv").status == 1
    (tmp_path / "cut.xlsx").write_bytes(b"PK\x03\x04 cut off")
    assert "damaged" in furnished("import-table", tmp_path / "cut.xlsx").err


def test_words_are_replaced_from_the_command_line_as_one_step(furnished):
    said = furnished("replace", "蒸", "煮", "--dry-run", "--json")
    assert {one["found"] for one in said.json} == {"蒸"}
    assert "蒸汽" in furnished("list", "event").out
    assert "places" in furnished("replace", "蒸", "煮", "--kind", "event").out
    assert "煮汽" in furnished("list", "event").out
    furnished("undo")
    assert "蒸汽" in furnished("list", "event").out


def test_one_field_of_many_records_is_set_from_the_command_line(furnished):
    assert "2 of 2" in furnished("set-many", "importance=3", "--kind", "event").out
    assert all(one["importance"] == 3 for one in furnished("list", "event", "--json").json)
    assert furnished("set-many", "importance=3").status == 2
    assert furnished("set-many", "nothing=1", "event:filature").status == 1
