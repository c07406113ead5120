"""The hall home and the attract page."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from hall_app.domain.records import Hall
from hall_app.kiosk.pages.page import Page
from hall_app.kiosk.visit import Visit

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1


def hall_of(visit: Visit) -> Hall | None:
    return next(iter(visit.all(Hall)), None)


@QmlElement
class HomePageModel(Page):
    """Five galleries side by side; the rows are the controller's `galleries`."""

    worded = Signal()
    """After the page was made again."""

    form: ClassVar[str] = "Home"

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit, hall_of(visit))
        self.changed.connect(self.worded)
        self.ref = "home"

    @Property(str, notify=worded)
    def lead(self) -> str:
        return self.visit.text(self.record.lead) if isinstance(self.record, Hall) else ""


@QmlElement
class PlainPageModel(Page):
    """What stands on the screen while there is no release."""

    form: ClassVar[str] = "Plain"

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self.ref = "plain"
