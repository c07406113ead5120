"""The kiosk inside the desk: the real scene in a widget, following the library as it is edited."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtQuickWidgets import QQuickWidget
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import delete as destroy

from hall_app.domain.dates import Day
from hall_app.domain.text import ZH_HANS
from hall_app.kiosk.fit import Misfit, misfits
from hall_app.kiosk.reader import ReleaseReader
from hall_app.kiosk.scene import make_controller, prepare_engine, qml_url
from hall_app.kiosk.shots import LANDSCAPE


class KioskPreview(QWidget):
    """A page of the kiosk at a display's proportions, live.

    What it shows is what a screen would show; touching it leads on as it would there.
    """

    # The visitor's way inside the preview came to another page: its address.
    page_shown = Signal(str)

    def __init__(
        self, reader: ReleaseReader | None, *, today: Day, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._size = QSize(*LANDSCAPE)
        self.kiosk = make_controller(reader, today=today, page="home")
        self.kiosk.hold_still()
        self._view = QQuickWidget(self)
        self._view.setResizeMode(QQuickWidget.ResizeMode.SizeRootObjectToView)
        self._view.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        prepare_engine(self._view.engine())
        self._view.setInitialProperties({"kiosk": self.kiosk})
        self._view.setSource(qml_url("Scene"))
        self.kiosk.pageChanged.connect(self._tell)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 135)

    def set_page(self, ref: str) -> bool:
        """Show a page; False where the release has none of that name."""
        return self.kiosk.open(ref)

    def set_language(self, language: str = ZH_HANS) -> None:
        self.kiosk.speak(language)

    def set_size(self, width: int, height: int) -> None:
        """Take the proportions of a display of so many pixels."""
        self._size = QSize(width, height)
        self._fit()

    def help(self, helped: tuple[str, ...]) -> None:
        """Read and reach as a visitor who asked for these helps, and for no others."""
        self.kiosk.help(helped)

    def reload(self) -> None:
        """Say everything again after the library changed."""
        self.kiosk.refresh()

    def misfits(self) -> list[Misfit]:
        """What does not fit on the page that is shown."""
        stage = self._view.rootObject().findChild(QQuickItem, "stage")
        return misfits(stage) if stage is not None else []

    def picture(self) -> QImage:
        return self._view.grabFramebuffer()

    def close_scene(self) -> None:
        """Unmake the scene before its controller; call it when the preview goes for good."""
        destroy(self._view)

    def sizeHint(self) -> QSize:
        return self._size.scaled(QSize(560, 560), Qt.AspectRatioMode.KeepAspectRatio)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitted = self._size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self._view.resize(fitted)
        self._view.move(
            (self.width() - fitted.width()) // 2, (self.height() - fitted.height()) // 2
        )

    def _tell(self) -> None:
        self.page_shown.emit(self.kiosk.address)
