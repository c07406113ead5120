"""What keys do on the canvas: everything that a hand with a mouse can, and from the same place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from hall_app.curator.timeline.gesture import end_unit
from hall_app.curator.timeline.lane import Entry
from hall_app.curator.timeline.scene import Track
from hall_app.curator.timeline.wishes import Copy, Move, Open, Paste, Rank, Remove, Stretch, Wish
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.editing.shifting import can_stretch, unit_of

_FAR = 10
_PAN = 80
_STEP = 1.5


class Pressed(Protocol):
    """The canvas, as far as keys reach."""

    tracks: Sequence[Track]
    selection: tuple[RecordId, ...]

    @property
    def lead(self) -> Entry | None: ...
    def wish(self, wish: Wish) -> None: ...
    def select_all(self) -> None: ...
    def zoom(self, factor: float) -> None: ...
    def pan(self, pixels: float) -> None: ...
    def show_all(self) -> None: ...
    def choose_next(self, step: int) -> None: ...
    def leave_off(self) -> None: ...
    def make_here(self) -> None: ...


def press(canvas: Pressed, event: QKeyEvent) -> bool:
    """Do what a key says; False where it means nothing here."""
    key, held = event.key(), event.modifiers()
    if event.matches(QKeySequence.StandardKey.SelectAll):
        canvas.select_all()
    elif event.matches(QKeySequence.StandardKey.Copy):
        canvas.wish(Copy(canvas.selection))
    elif event.matches(QKeySequence.StandardKey.Paste):
        canvas.wish(Paste())
    elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
        _arrow(canvas, Qt.Key(key), held)
    elif held & Qt.KeyboardModifier.ControlModifier:
        return False
    else:
        return _plain(canvas, Qt.Key(key))
    return True


def _plain(canvas: Pressed, key: Qt.Key) -> bool:
    match key:
        case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
            canvas.zoom(_STEP)
        case Qt.Key.Key_Minus:
            canvas.zoom(1 / _STEP)
        case Qt.Key.Key_Home:
            canvas.show_all()
        case Qt.Key.Key_PageDown:
            canvas.choose_next(1)
        case Qt.Key.Key_PageUp:
            canvas.choose_next(-1)
        case Qt.Key.Key_Escape:
            canvas.leave_off()
        case Qt.Key.Key_N:
            canvas.make_here()
        case _:
            return bool(canvas.selection) and _on_selection(canvas, key)
    return True


def _on_selection(canvas: Pressed, key: Qt.Key) -> bool:
    match key:
        case Qt.Key.Key_Return | Qt.Key.Key_Enter:
            canvas.wish(Open(canvas.selection[-1]))
        case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
            canvas.wish(Remove(canvas.selection))
        case Qt.Key.Key_1 | Qt.Key.Key_2 | Qt.Key.Key_3:
            canvas.wish(Rank(canvas.selection, int(key) - int(Qt.Key.Key_0)))
        case _:
            return False
    return True


def _arrow(canvas: Pressed, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """Without a selection the view moves; with one, what is selected."""
    is_up_or_down = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
    forward = 1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1
    lead = canvas.lead
    if lead is None:
        if not is_up_or_down:
            canvas.pan(-forward * _PAN)
    elif is_up_or_down:
        _change_lane(canvas, forward)
    elif held & Qt.KeyboardModifier.ControlModifier:
        end = 0 if held & Qt.KeyboardModifier.ShiftModifier else 1
        if can_stretch(lead.date) and (end == 0 or not lead.is_open):
            unit = end_unit(lead.date, end)
            canvas.wish(Stretch(lead.mark.id, end, forward, unit))
    else:
        count = forward * (_FAR if held & Qt.KeyboardModifier.ShiftModifier else 1)
        canvas.wish(Move(canvas.selection, count, unit_of(lead.date), None, is_nudged=True))


def _change_lane(canvas: Pressed, step: int) -> None:
    lead, tracks = canvas.lead, canvas.tracks
    if lead is None or lead.mark.kind is not Kind.EVENT:
        return
    here = next((n for n, one in enumerate(tracks) if one.gallery == lead.mark.gallery), -1)
    there = here + step
    if 0 <= there < len(tracks) and (gallery := tracks[there].gallery):
        canvas.wish(Move(canvas.selection, gallery=gallery))
