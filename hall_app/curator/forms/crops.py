"""What each screen shape shows of a picture: from the focal point, or as a person frames it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.flow import Flow
from hall_app.curator.forms.editor import FieldEditor
from hall_app.curator.forms.framing import FramingCanvas
from hall_app.curator.forms.spec import Spec
from hall_app.curator.parts import button, row, tint
from hall_app.curator.thumbnails import picture_of
from hall_app.domain.framing import Frame, framed, ratio_of
from hall_app.domain.records.media import Crop, CropShape, FocalPoint, Media, Medium
from hall_app.domain.records.record import Record

_SHOWN = QSize(74, 74)
_LONG_EDGE = 1280
_SHOWN_MEDIA = (Medium.PICTURE, Medium.VECTOR, Medium.FILM)


class CropsEditor(FieldEditor):
    """The picture, and beside it what a screen of each shape would show of it."""

    def __init__(self, desk: Desk, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(desk, spec, parent)
        self._media: Media | None = None
        self._picture = QPixmap()
        self._of = ""
        self.shape: CropShape | None = None
        self.canvas = FramingCanvas(desk, self)
        self.canvas.pointed.connect(self._point)
        self.canvas.framed.connect(self._frame)
        self.whole = self._button(desk.say("framing-focal"), None)
        self.shapes = {
            shape: self._button(desk.say(f"choice-CropShape-{shape.name.lower()}"), shape)
            for shape in CropShape
        }
        self.reset: QPushButton = button(
            desk.say("framing-reset"), self._reset, name="link", tip=desk.say("framing-reset-tip")
        )
        self.body.addWidget(self.canvas)
        shapes = Flow(spacing=4)
        for one in (self.whole, *self.shapes.values()):
            shapes.addWidget(one)
        self.body.addLayout(shapes)
        self.body.addLayout(row(self.reset, None))
        self.body.addWidget(self.note)
        self.choose(None)

    def meet(self, record: Record) -> None:
        media = record if isinstance(record, Media) else None
        self._media = media
        self.setVisible(media is not None and media.medium in _SHOWN_MEDIA)
        if media is not None and media.sha256 != self._of:
            self._of = media.sha256
            self._picture = picture_of(self.desk, media, _LONG_EDGE)
            self.canvas.show_picture(self._picture)

    def show_value(self, _value: Any) -> None:
        self._show()

    def choose(self, shape: CropShape | None) -> None:
        """Frame this shape; none points to what every shape keeps."""
        self.shape = shape
        for each, one in ((None, self.whole), *self.shapes.items()):
            one.setChecked(each is shape)
        self._show()

    def _show(self) -> None:
        media = self._media
        if media is None:
            return
        own = {crop.shape for crop in media.crops}
        frame = self._part(media, self.shape) if self.shape else None
        self.canvas.show_state(media.focal_point, frame, is_own=self.shape in own)
        self.reset.setEnabled(self.shape in own)
        for shape, one in self.shapes.items():
            one.setIcon(QIcon(self._seen(self._part(media, shape), ratio_of(shape))))
            words = self.desk.say("framing-own" if shape in own else "framing-follows")
            one.setToolTip(f"{one.text()}　{words}")
            tint(one, "own", "yes" if shape in own else "no")
        self.whole.setIcon(QIcon(self._seen(Frame(0, 0, 1, 1), media.width / (media.height or 1))))

    @staticmethod
    def _part(media: Media, shape: CropShape) -> Frame:
        size = (media.width, media.height)
        return framed(size, media.focal_point, media.crops, ratio_of(shape))

    def _seen(self, frame: Frame, ratio: float) -> QPixmap:
        """What a screen of a shape shows, small."""
        scale = self.devicePixelRatioF()
        made = QPixmap(_SHOWN * scale)
        made.setDevicePixelRatio(scale)
        made.fill(Qt.GlobalColor.transparent)
        ratio = max(0.1, min(ratio, 10.0))
        width, height = _SHOWN.width() * min(1, ratio), _SHOWN.height() * min(1, 1 / ratio)
        place = QRectF((_SHOWN.width() - width) / 2, (_SHOWN.height() - height) / 2, width, height)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(place, QColor(self.desk.tokens.line))
        if not self._picture.isNull():
            across, down = self._picture.width(), self._picture.height()
            part = QRectF(
                frame.x * across, frame.y * down, frame.width * across, frame.height * down
            )
            painter.drawPixmap(place, self._picture, part)
        painter.end()
        return made

    def _button(self, words: str, shape: CropShape | None) -> QToolButton:
        made = QToolButton(self)
        made.setObjectName("shape")
        made.setText(words)
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.setCheckable(True)
        made.setIconSize(_SHOWN)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(partial(self._choose, shape))
        return made

    def _choose(self, shape: CropShape | None, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (Qt's signal)
        self.choose(shape)
        self.canvas.setFocus()

    def _point(self, focal: FocalPoint) -> None:
        self.committed.emit("focal_point", focal)

    def _frame(self, frame: Frame) -> None:
        if self._media is None or self.shape is None:
            return
        chosen = Crop(
            shape=self.shape, x=_short(frame.x), y=_short(frame.y),
            width=_short(frame.width), height=_short(frame.height),
        )  # fmt: skip
        self.commit((*self._others(), chosen))

    def _reset(self) -> None:
        self.commit(self._others())

    def _others(self) -> tuple[Crop, ...]:
        crops = self._media.crops if self._media else ()
        return tuple(crop for crop in crops if crop.shape is not self.shape)


def _short(value: float) -> float:
    return round(value, 4)
