"""A curator's hands: they type into every editor of a form and remember what they typed."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from hall_app.curator.forms.crops import CropsEditor
from hall_app.curator.forms.dating import DateEditor
from hall_app.curator.forms.editor import EVERY_LANGUAGE, FieldEditor
from hall_app.curator.forms.plain import (
    ChecksEditor,
    ChoiceEditor,
    DayEditor,
    FactEditor,
    FlagEditor,
    NumberEditor,
    WordsEditor,
)
from hall_app.curator.forms.readings import ReadingsEditor
from hall_app.curator.forms.references import ReferenceEditor, ReferenceListEditor
from hall_app.curator.forms.tags import TagsEditor
from hall_app.curator.forms.texts import TextEditor, TextListEditor
from hall_app.curator.forms.tracks import TracksEditor
from hall_app.curator.forms.values import ValueEditor, ValueListEditor
from hall_app.curator.picker import Picker
from hall_app.curator.window import DeskWindow
from hall_app.domain.fields import Shape
from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import CropShape
from hall_app.domain.text import LANGUAGES


class Hands:
    """Type, click and choose in a desk's editor.

    Attributes:
        typed: What each dotted path should hold now.
    """

    def __init__(self, qtbot: Any, window: DeskWindow, files: Path) -> None:
        self._qtbot = qtbot
        self._window = window
        self._files = files
        self.typed: dict[str, Any] = {}
        self._count = 0

    def fill(self, editor: FieldEditor) -> None:  # noqa: PLR0915 (a case a shape)
        """Type into one editor, whatever its shape."""
        match editor:
            case FactEditor():
                pass
            case TextEditor():
                self._fill_text(editor)
            case TextListEditor():
                self._click(editor.add)
                self._click(editor.add)
                for item in editor.editors:
                    self._fill_text(item)
            case DateEditor():
                self._write(editor.input, "1872/1874")
                self.typed[f"{editor.spec.path}.edtf"] = "1872/1874"
                self._fill_text(editor.words)
            case DayEditor():
                self._write(editor.input, "2026-03-01")
                self.typed[editor.spec.path] = "2026-03-01"
            case NumberEditor():
                whole = editor.spec.field.shape is Shape.WHOLE
                self._count += 1
                value = self._count if whole else self._count / 8
                self._write(editor.input, str(value))
                self.typed[editor.spec.path] = value
            case WordsEditor():
                self._count += 1
                words = f"typed-{self._count}"
                self._write(editor.input, words)
                self.typed[editor.spec.path] = words
            case FlagEditor():
                self.typed[editor.spec.path] = not editor.input.isChecked()
                self._click(editor.input)
            case ChoiceEditor():
                self._choose_last(editor)
            case ChecksEditor():
                self._check_last(editor)
            case ReferenceEditor():
                self.typed[editor.spec.path] = self._pick(editor.well, editor.spec.field.target)
            case ReferenceListEditor():
                target = editor.spec.field.target
                path = f"{editor.spec.path}.{len(editor._ids)}"
                self.typed[path] = self._pick(editor.add, target)
            case ValueEditor():
                self._fill_all(editor.fields.editors)
            case TagsEditor():
                self._tag(editor)
            case CropsEditor():
                self._frame(editor)
            case ReadingsEditor():
                self._record(editor)
            case TracksEditor():
                self._take_track(editor)
            case ValueListEditor():
                self._fill_item(editor)
            case _:
                raise AssertionError(editor)

    def settle(self) -> None:
        """Wait until everything that was typed is in the library."""
        self._qtbot.waitUntil(lambda: not self._window._desk.is_saving, timeout=10_000)

    def type_chinese(self, widget: QWidget, words: str) -> None:
        """Type over what is there, through an input method as Chinese is typed."""
        widget.setFocus()
        widget.selectAll()
        event = QInputMethodEvent("", [])
        event.setCommitString(words)
        QApplication.sendEvent(widget, event)

    def _fill_all(self, editors: dict[str, FieldEditor]) -> None:
        for editor in editors.values():
            self.fill(editor)

    def _fill_text(self, editor: TextEditor) -> None:
        editor.speak(EVERY_LANGUAGE)
        for language in LANGUAGES:
            self._count += 1
            words = f"words {self._count}" if language == "en" else f"文字{self._count}"
            self.type_chinese(editor.inputs[language], words)
            editor.flush()
            self.settle()
            self.typed[f"{editor.spec.path}.{language}"] = words

    def _write(self, widget: QWidget, words: str) -> None:
        widget.setFocus()
        widget.selectAll()
        QTest.keyClicks(widget, words)
        if not isinstance(widget, QPlainTextEdit):
            QTest.keyClick(widget, Qt.Key.Key_Return)
        widget.flush()
        self.settle()

    def _click(self, widget: QWidget) -> None:
        self._window.content.editor.pages.page.ensureWidgetVisible(widget)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def _choose_last(self, editor: ChoiceEditor) -> None:
        QTest.keyClick(editor.input, Qt.Key.Key_Home)
        QTest.keyClick(editor.input, Qt.Key.Key_End)
        editor.input.activated.emit(editor.input.currentIndex())
        self.typed[editor.spec.path] = editor.input.currentData()
        self.settle()

    def _check_last(self, editor: ChecksEditor) -> None:
        value, tick = list(editor.inputs.items())[-1]
        was = tick.isChecked()
        self._click(tick)
        held = [key for key, one in editor.inputs.items() if one.isChecked()]
        assert (value in held) is not was
        self.typed[editor.spec.path] = held

    def _pick(self, anchor: QWidget, target: Kind | None) -> str:
        self._click(anchor)
        picker = next(p for p in self._window.findChildren(Picker) if p.isVisible())
        words = "picture" if target is Kind.MEDIA else f"one-{target or Kind.CRAFT}"
        QTest.keyClicks(picker.input, words)
        chosen = picker.model.rows[0].id
        QTest.keyClick(picker.input, Qt.Key.Key_Return)
        self.settle()
        return chosen

    def _tag(self, editor: TagsEditor) -> None:
        self._count += 1
        words = f"typed-{self._count}"
        QTest.keyClicks(editor.chips.input, words)
        QTest.keyClick(editor.chips.input, Qt.Key.Key_Return)
        self.typed[f"{editor.spec.path}.0"] = words
        self.settle()

    def _frame(self, editor: CropsEditor) -> None:
        """Choose the square, and make its frame smaller and move it by the keys."""
        self._click(editor.shapes[CropShape.SQUARE])
        for key in (Qt.Key.Key_Minus, Qt.Key.Key_Right):
            QTest.keyClick(editor.canvas, key)
            self.settle()
        frame = editor.canvas.frame
        self.typed[f"{editor.spec.path}.0.shape"] = "1:1"
        self.typed[f"{editor.spec.path}.0.x"] = round(frame.x, 4)
        self.typed[f"{editor.spec.path}.0.width"] = round(frame.width, 4)

    def _record(self, editor: ReadingsEditor) -> None:
        self._click(editor.add)
        picker = next(p for p in self._window.findChildren(Picker) if p.isVisible())
        QTest.keyClicks(picker.input, "picture")
        self.typed[f"{editor.spec.path}.0.sound"] = picker.model.rows[0].id
        QTest.keyClick(picker.input, Qt.Key.Key_Return)
        self.settle()
        self._fill_all(editor.items[-1].editors)

    def _take_track(self, editor: TracksEditor) -> None:
        with self._qtbot.waitSignal(editor.committed, timeout=10_000):
            editor.take_file(self._files / "subtitles.zh-Hant.vtt")
        self.settle()
        self.typed["tracks.0.language"] = "zh-Hant"
        self._fill_all(editor.items[-1].editors)

    def _fill_item(self, editor: ValueListEditor) -> None:
        path = f"{editor.spec.path}.{len(editor.items)}"
        self._click(editor.add)
        pickers = [p for p in self._window.findChildren(Picker) if p.isVisible()]
        for picker in pickers:
            QTest.keyClicks(picker.input, "one-source")
            self.typed[f"{path}.source"] = picker.model.rows[0].id
            QTest.keyClick(picker.input, Qt.Key.Key_Return)
            self.settle()
        self._fill_all(editor.items[-1].editors)
