"""A desk with hands on it: how long after a key its words are saved, seen, or found."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hall_app.curator.app import application, desk_window
from hall_app.curator.forms.texts import TextEditor
from hall_app.curator.picker import Picker
from hall_app.curator.window import DeskWindow
from hall_app.domain.kinds import Kind
from hall_app.domain.text import ZH_HANS
from hall_app.paths import Paths
from hall_app.settings import Settings
from hall_app.store.listing import Listing

_KEYS = 9
_PATIENCE_S = 60.0


class Desk:
    """An open desk; what it measures are medians in milliseconds."""

    def __init__(self, app: QApplication, window: DeskWindow) -> None:
        self._app, self._window = app, window

    @classmethod
    @contextmanager
    def opened(cls, paths: Paths) -> Iterator[Desk]:
        """A desk on a home, shown to nobody."""
        app = application()
        with desk_window(paths, Settings()) as window:
            window.resize(1600, 960)
            window.show()
            yield cls(app, window)

    def measured(self) -> tuple[float, float, float, float]:
        """From a key to saved, to the preview, to the hits of the find box, to the filtered list."""
        self._wait(lambda: self._window.content.preview.scene is not None)
        found, filtered = self._found_ms(), self._filtered_ms()
        return *self._edited_ms(), found, filtered

    def _edited_ms(self) -> tuple[float, float]:
        window, store = self._window, self._window.content.listing.model
        line = store.line(store.rowCount() // 2)
        assert line is not None
        window.open_record(line.id)
        editor = next(iter(window.content.editor.findChildren(TextEditor)))
        words = editor.inputs[ZH_HANS]
        words.setFocus()
        preview = window.content.preview
        self._wait(lambda: not preview.is_waiting)
        saved, seen = [], []
        for _ in range(_KEYS):
            started = time.perf_counter()
            QTest.keyClick(words, Qt.Key.Key_A)
            window.content.editor.flush()
            self._wait(lambda: window.bar.undo.isEnabled() and not self._is_saving)
            saved.append(time.perf_counter() - started)
            self._wait(lambda: not preview.is_waiting)
            preview.grab()
            seen.append(time.perf_counter() - started)
        return _median_ms(saved), _median_ms(seen)

    @property
    def _is_saving(self) -> bool:
        return self._window.content.editor.desk.is_saving

    def _found_ms(self) -> float:
        window = self._window
        picker = Picker(window.content.editor.desk, window, kinds=frozenset())
        picker.open_at(window.bar.find_box)
        took = []
        for words in ("丝", "机器", "缫丝", "cs", "南海", "厂", "永", "丝绸", "gc"):
            picker.input.clear()
            self._app.processEvents()
            started = time.perf_counter()
            picker.input.setText(words)
            picker.repaint()
            picker.list.viewport().repaint()
            took.append(time.perf_counter() - started)
        picker.close()
        return _median_ms(took)

    def _filtered_ms(self) -> float:
        listing = self._window.content.listing
        took = []
        for words in ("丝", "机器", "缫丝", "cs", "南海", "厂", "永", "丝绸", "gc"):
            started = time.perf_counter()
            listing.filters.search.setText(words)
            wanted = words
            self._wait(lambda wanted=wanted: listing.model.listing.words == wanted)  # type: ignore[misc]
            listing.view.viewport().repaint()
            took.append(time.perf_counter() - started)
        listing.filters.clear()
        self._wait(lambda: listing.model.listing == _of(listing.model.listing))
        return _median_ms(took)

    def _wait(self, is_so: Callable[[], bool]) -> None:
        until = time.perf_counter() + _PATIENCE_S
        while not is_so():
            if time.perf_counter() > until:
                raise TimeoutError("the desk did not come to rest")
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


def _of(listing: Listing) -> Listing:
    return Listing(kind=Kind.EVENT, language=listing.language)


def _median_ms(took: list[float]) -> float:
    return statistics.median(took) * 1000
