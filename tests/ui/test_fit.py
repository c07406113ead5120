"""No word of the desk is cut off, in any language, at the sizes that curators work at."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from hall_app.curator.content_space import ContentSpace
from hall_app.curator.parts import Elided
from hall_app.curator.topbar import WORKSPACES
from hall_app.domain.kinds import Kind
from hall_app.settings import Language

SIZES = [(1280, 800), (1600, 960), (1920, 1080)]
KINDS = [Kind.EVENT, Kind.ENTERPRISE, Kind.MEDIA, Kind.DISPLAY, Kind.STATISTIC]


@pytest.mark.parametrize("language", list(Language))
def test_no_word_is_cut_off(language, open_desk, qtbot):
    with open_desk() as window:
        window.speak(language)
        cut = []
        for size in SIZES:
            window.resize(*size)
            for space in WORKSPACES:
                window.show_workspace(space)
                qtbot.waitUntil(lambda: window.is_idle, timeout=20_000)
                cut += [(size, space, words) for words in _cut(window)]
            for kind in KINDS:
                window.show_workspace("content")
                window.content.show_kind(kind)
                cut += [(size, kind, words) for words in _cut(window)]
                window.open_record(window._desk.store.all(kind)[0].id)
                qtbot.waitUntil(lambda: window.is_idle, timeout=20_000)
                cut += [(size, kind, words) for words in _cut(window)]
        assert not cut


def test_small_window_folds_the_side_into_tabs(open_desk):
    with open_desk() as window:
        window.resize(1280, 800)
        side = window.content.side
        assert isinstance(window.content, ContentSpace)
        assert side.is_folded
        assert window.content.preview.isVisible()
        assert not window.content.history.isVisible()
        side.tabs["history"].click()
        assert window.content.history.isVisible()
        window.resize(1920, 1080)
        assert not side.is_folded
        assert window.content.preview.isVisible()


def _cut(window: QWidget) -> list[str]:
    """The words of visible labels and buttons that need more room than they have."""
    QApplication.processEvents()
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, Elided):
            continue
        if isinstance(widget, QLabel) and not widget.wordWrap() and widget.text():
            needs = widget.fontMetrics().horizontalAdvance(widget.text())
        elif isinstance(widget, QAbstractButton) and widget.text():
            needs = widget.sizeHint().width()
        else:
            continue
        if needs > widget.width() + 1:
            found.append(f"{widget.objectName()} “{widget.text()}” {needs} > {widget.width()}")
    return found
