"""Small Markdown in long texts: put by tools and keys, pasted clean, counted as it is read."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from hall_app.curator.forms.markdown_tools import MarkdownTools
from hall_app.curator.forms.marking import Marked, emphasise, lead_lines, link, put
from hall_app.curator.picker import Picker
from hall_app.domain.kinds import Kind
from tests.ui.hands import Hands

WORD = (
    "<html><head><style>p.MsoNormal {margin:0}</style><title>x</title></head><body><!--StartFragment-->"
    "<p class=MsoNormal><b>甲厂</b>在<i>里水</i><o:p></o:p></p><ul><li>一</li><li>二</li></ul>"
    "<script>alert(1)</script><!--EndFragment--></body></html>"
)


def _marked(words: str) -> Marked:
    """Words in which ⟦ and ⟧ stand around what is chosen."""
    start = words.index("⟦")
    return Marked(words.replace("⟦", "").replace("⟧", ""), start, words.index("⟧") - 1)


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("在⟦里水⟧。", emphasise, "在*⟦里水⟧*。"),
        ("在*⟦里水⟧*。", emphasise, "在⟦里水⟧。"),
        ("⟦⟧", emphasise, "*⟦⟧*"),
        ("一\n二⟦\n⟧三\n四", lambda m: lead_lines(m, "- "), "一\n⟦- 二\n- 三⟧\n四"),
        ("- ⟦二\n- 三⟧", lambda m: lead_lines(m, "- "), "⟦二\n三⟧"),
        ("⟦⟧", lambda m: lead_lines(m, "> "), "⟦> ⟧"),
        ("看⟦这里⟧。", lambda m: link(m, "https://"), "看[这里](⟦https://⟧)。"),
        ("看⟦⟧", lambda m: link(m, "event:a", "甲厂"), "看[甲厂](⟦event:a⟧)"),
        ("⟦⟧", lambda m: link(m, "https://"), "[⟦⟧](https://)"),
        ("长⟦⟧词", lambda m: put(m, "\u200b"), "长\u200b⟦⟧词"),
    ],
)
def test_signs_are_put_and_taken_away(before, change, after):
    assert change(_marked(before)) == _marked(after)


@pytest.fixture
def writing(open_desk, home, qtbot):
    """The text of an event in the desk's editor."""
    with open_desk() as window:
        event = window._desk.store.find(Kind.EVENT, "one-event")
        window.open_record(event.id)
        editor = window.content.editor.form.editors["text"]
        yield window, event, editor, Hands(qtbot, window, home.home)


def _text(window, event):
    return window._desk.store.get(event.id).text["zh-Hans"]


def test_tools_and_keys_change_the_text_and_it_is_saved(writing):
    window, event, editor, hands = writing
    area, tools = editor.inputs["zh-Hans"], editor.findChild(MarkdownTools).tools
    hands.type_chinese(area, "甲厂")
    area.selectAll()
    QTest.keyClick(area, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert area.toPlainText() == "*甲厂*"
    area.selectAll()
    tools["list"].click()
    editor.flush()
    hands.settle()
    assert _text(window, event) == "- *甲厂*"


def test_link_to_a_record_is_picked_and_names_it(writing):
    window, event, editor, hands = writing
    editor.findChild(MarkdownTools).tools["record"].click()
    picker = next(p for p in window.findChildren(Picker) if p.isVisible())
    QTest.keyClicks(picker.input, "one-craft")
    QTest.keyClick(picker.input, Qt.Key.Key_Return)
    editor.flush()
    hands.settle()
    assert _text(window, event) == "[一座craft](craft:one-craft)"


def test_page_or_document_is_pasted_as_the_markdown_that_texts_keep(writing):
    _, _, editor, hands = writing
    mime = QMimeData()
    mime.setHtml(WORD)
    editor.inputs["zh-Hans"].insertFromMimeData(mime)
    words = editor.inputs["zh-Hans"].toPlainText()
    assert [line for line in words.splitlines() if line.strip()] == [
        "*甲厂*在*里水*",
        "- 一",
        "- 二",
    ]
    editor.flush()
    hands.settle()


def test_only_what_a_visitor_reads_is_counted(writing):
    _, _, editor, hands = writing
    hands.type_chinese(
        editor.inputs["zh-Hans"], "*甲*厂\u200b在[里水](https://example.org/a/long/way)"
    )
    editor.flush()
    hands.settle()
    assert editor.count.text().startswith("5 ")
    editor.inputs["zh-Hans"].grab()
