"""Lists of words at the desk: offered while one types, renamed and merged everywhere."""

import pytest
from PySide6.QtTest import QTest

from hall_app.curator.forms.listed import ListedTextEditor
from hall_app.domain.kinds import Kind
from hall_app.domain.text import Text
from hall_app.editing import records

FURNITURE = Text.of({"zh-Hans": "家具", "zh-Hant": "傢具", "en": "Furniture"})


@pytest.fixture
def desk(open_desk, hall, qtbot):
    """A desk with the one enterprise open, beside two that say one trade in two ways."""
    for slug, trade in (("a", FURNITURE), ("b", Text.of("家私"))):
        records.create(
            hall.store, Kind.ENTERPRISE, slug, {"title.zh-Hans": slug, "industry": trade}
        )
    with open_desk() as window:
        window.open_record(hall.store.find(Kind.ENTERPRISE, "one-enterprise").id)
        qtbot.waitUntil(lambda: window.is_idle, timeout=10_000)
        yield window


@pytest.fixture
def industry(desk) -> ListedTextEditor:
    return desk.content.editor.form.editors["industry"]


def test_word_that_is_chosen_comes_with_its_other_languages(desk, industry, hall, qtbot):
    line = industry.inputs["zh-Hans"]
    line.setFocus()
    QTest.keyClicks(line, "x")
    assert industry._models["en"].stringList() == ["Furniture"]
    line.completer().activated[str].emit("家具")
    firm = hall.store.find(Kind.ENTERPRISE, "one-enterprise")
    qtbot.waitUntil(lambda: hall.store.get(firm.id).industry["en"] == "Furniture", timeout=10_000)
    assert line.text() == "家具"


def test_two_words_are_merged_into_one_and_undone(desk, industry, hall, qtbot):
    dialog = industry.open_words()
    assert {one.text["zh-Hans"] for one in dialog._words} == {"家具", "家私"}
    assert not dialog.go.isEnabled()
    dialog.list.selectAll()
    dialog.into["zh-Hans"].setText("家具")
    dialog.into["zh-Hant"].setText("傢具")
    dialog.into["en"].setText("Furniture")
    dialog.go.click()
    qtbot.waitUntil(lambda: len(dialog._words) == 1 and dialog.task is None, timeout=10_000)
    assert dialog.list.topLevelItem(0).text(4) == "家私"
    assert hall.store.find(Kind.ENTERPRISE, "b").industry["en"] == "Furniture"
    dialog.reject()
    desk.bar.undo.click()
    qtbot.waitUntil(
        lambda: hall.store.find(Kind.ENTERPRISE, "b").industry["zh-Hans"] == "家私", timeout=10_000
    )


def test_empty_word_is_refused_in_the_window(desk, industry, hall, qtbot):
    dialog = industry.open_words()
    dialog.list.topLevelItem(0).setSelected(True)
    for line in dialog.into.values():
        line.clear()
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.told.isHidden(), timeout=10_000)
    assert len(dialog._words) == 2
    dialog.reject()
