"""A list of two hundred enterprises on its way in: ten bad cells told, mended in the copy, taken in, undone."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from hall_app.curator.tables.import_dialog import ImportDialog
from hall_app.domain.kinds import Kind
from hall_app.settings import Language

MANY = 200
LOGOS = 6
TOWNS = ("桂城", "大沥", "狮山", "西樵")
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="120" height="120" viewBox="0 0 120 120">
<circle cx="60" cy="60" r="{radius}" fill="#4A2615"/></svg>"""

# The cells that are wrong, and what they say once they are mended.
BAD = {
    ("企业", "B30"): ("东城", "桂城"),
    ("企业", "C50"): ("很久以前", "1998"),
    ("企业", "D90"): ("没有这张.svg", "logo-1.svg"),
    ("企业", "E120"): ("也许", "是"),
    ("企业", "B190"): ("火星", "大沥"),
    ("产品", "B4"): ("无此厂", "样例企业004"),
    ("产品", "A6"): (None, "样例产品补"),
    ("荣誉", "C3"): ("宇宙级", "国家级"),
    ("荣誉", "D5"): ("某天", "2019"),
    ("荣誉", "B8"): ("亦无此厂", "样例企业007"),
}
REFUSED = len(BAD)


@pytest.fixture
def workbook(tmp_path):
    """Enterprises with logos beside the file, their products and their honours."""
    for number in range(LOGOS):
        (tmp_path / f"logo-{number}.svg").write_text(DRAWING.format(radius=20 + number), "utf-8")
    book = Workbook()
    firms, products, honours = book.active, book.create_sheet("产品"), book.create_sheet("荣誉")
    firms.title = "企业"
    firms.append(["企业名称", "镇街", "成立时间", "商标", "是否公开", "企业简介"])
    for number in range(MANY):
        logo = f"logo-{number}.svg" if number < LOGOS else None
        firms.append(
            [
                f"样例企业{number:03}",
                TOWNS[number % 4],
                1950 + number % 70,
                logo,
                "是",
                f"简介{number}",
            ]
        )
    products.append(["产品名称", "所属企业", "说明"])
    honours.append(["荣誉名称", "获奖企业", "级别", "获奖时间"])
    for number in range(12):
        products.append([f"样例产品{number}", f"样例企业{number:03}", f"说明{number}"])
        honours.append([f"样例荣誉{number}", f"样例企业{number:03}", "省级", 2000 + number])
    for (sheet, cell), (bad, _) in BAD.items():
        book[sheet][cell] = bad
    path = tmp_path / "企业名录.xlsx"
    book.save(path)
    return path


def settle(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.task is None, timeout=60_000)


def planned(qtbot, window, path: Path) -> ImportDialog:
    """The import dialog with the plan of a file."""
    dialog = window.tables.open_import(path)
    settle(qtbot, dialog)
    dialog.make_plan()
    settle(qtbot, dialog)
    return dialog


def counts(store):
    return tuple(
        store.count(kind) for kind in (Kind.ENTERPRISE, Kind.PRODUCT, Kind.HONOUR, Kind.MEDIA)
    )


def mend(path: Path) -> None:
    """Put right what the copy marks, as a person would in Excel."""
    book = load_workbook(path)
    marked = {
        (page.title, cell.coordinate)
        for page in book.worksheets
        for line in page.iter_rows()
        for cell in line
        if cell.comment
    }
    assert marked == set(BAD)
    for (sheet, cell), (_, good) in BAD.items():
        book[sheet][cell] = good
    book.save(path)


def test_list_of_enterprises_is_planned_taken_in_mended_taken_in_again_and_undone(
    open_desk, qtbot, workbook, tmp_path
):
    with open_desk() as window:
        store = window._desk.store
        before = counts(store)
        dialog = planned(qtbot, window, workbook)
        dialog.only_bad.setChecked(True)
        reasons = [dialog.model.reason(row) for row in dialog.model.rows]
        assert len(reasons) == REFUSED
        for (_, cell), (bad, _) in BAD.items():
            assert any(cell in one and (bad or "标题") in one for one in reasons), (cell, reasons)
        copy = tmp_path / "企业名录-marked.xlsx"
        dialog.write_marked(copy)
        settle(qtbot, dialog)
        dialog.take_in()
        qtbot.waitUntil(dialog.undo.isVisible, timeout=60_000)
        good = counts(store)
        assert [now - then for now, then in zip(good, before, strict=True)] == [
            195,
            10,
            9,
            LOGOS,
        ]
        dialog.reject()

        mend(copy)
        dialog = planned(qtbot, window, copy)
        assert [len(dialog.plan.faults), *dialog.plan.counts.values()] == [0, 10, 0, 214, 0]
        dialog.take_in()
        qtbot.waitUntil(lambda: store.count(Kind.HONOUR) == before[2] + 12, timeout=60_000)
        whole = counts(store)
        assert [now - then for now, then in zip(whole, before, strict=True)] == [
            MANY,
            12,
            12,
            LOGOS,
        ]
        qtbot.waitUntil(window.notice.undo.isVisible, timeout=10_000)
        window.notice.undo.click()
        qtbot.waitUntil(lambda: counts(store) == good, timeout=60_000)
        window.bar.undo.click()
        qtbot.waitUntil(lambda: counts(store) == before, timeout=60_000)


@pytest.mark.parametrize("language", list(Language))
def test_plan_says_the_same_counts_in_every_language(open_desk, qtbot, workbook, language):
    with open_desk() as window:
        window.speak(language)
        dialog = planned(qtbot, window, workbook)
        told = [
            int(part) for part in dialog.counts.text().replace("　", " ").split() if part.isdigit()
        ]
        assert told[:4] == [214, 0, 0, REFUSED], dialog.counts.text()
        assert dialog.windowTitle() == window._desk.say("table-import-title")
        dialog.reject()
