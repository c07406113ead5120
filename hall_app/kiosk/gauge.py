"""Whether a record's page holds its words, measured on the page itself where nobody sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow, QSGRendererInterface
from PySide6.QtQuickWidgets import QQuickWidget
from PySide6.QtWidgets import QApplication
from shiboken6 import delete as destroy

from hall_app.domain.dates import Day
from hall_app.domain.fields import texts_in
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.domain.records.screens import Display
from hall_app.domain.text import LANGUAGES
from hall_app.kiosk.controller import TEXT_SCALES
from hall_app.kiosk.fit import Misfit, misfits
from hall_app.kiosk.reader import ReleaseReader
from hall_app.kiosk.reading import plain
from hall_app.kiosk.scene import make_controller, prepare_engine, qml_url
from hall_app.kiosk.shots import LANDSCAPE, PORTRAIT
from hall_app.publishing.reading import Vault, day_of
from hall_app.publishing.rules.view import Found
from hall_app.publishing.working import WorkingRelease
from hall_app.store.store import Store

PAGED = (
    Kind.GALLERY, Kind.SECTION, Kind.EXHIBIT, Kind.EVENT, Kind.ENTERPRISE, Kind.CRAFT, Kind.PERSON,
    Kind.STATISTIC, Kind.QUIZ, Kind.MAP,
)  # fmt: skip
"""The kinds that have a page of their own."""

# A page is laid out in pixels of a stage; how many of a screen's pixels that is does not matter.
_SHORT_EDGE = 240
_TOLD = 24


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a visitor may meet a page."""

    size: tuple[int, int]
    language: str
    text_scale: float

    def __str__(self) -> str:
        width, height = self.size
        return f"{width}×{height} {self.language} ×{self.text_scale:g}"


def ways(displays: Iterable[Record] = ()) -> tuple[Way, ...]:
    """The shapes of the hall's displays, or lying and standing, in each language, plain and large."""
    shapes = {
        (one.width_px, one.height_px)
        for one in displays
        if isinstance(one, Display) and min(one.width_px, one.height_px) > 0
    }
    return tuple(
        Way(size, language, scale)
        for size in sorted(shapes) or (LANDSCAPE, PORTRAIT)
        for language in LANGUAGES
        for scale in (TEXT_SCALES[0], TEXT_SCALES[-1])
    )


class Gauge:
    """An unseen scene over a release. Close it when done, before the release is closed."""

    def __init__(self, reader: ReleaseReader | None, *, today: Day) -> None:
        self._kiosk = make_controller(reader, today=today, page="home")
        self._kiosk.hold_still()
        self._step = 0
        self._view = QQuickWidget()
        # Shown to nobody, it still lays out and draws as if it were.
        self._view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._view.setResizeMode(QQuickWidget.ResizeMode.SizeRootObjectToView)
        prepare_engine(self._view.engine())
        self._view.setInitialProperties({"kiosk": self._kiosk})
        self._view.setSource(qml_url("Scene"))
        self._view.resize(_SHORT_EDGE, _SHORT_EDGE)
        self._view.show()

    def close(self) -> None:
        """Unmake the scene before its controller."""
        destroy(self._view)

    def refresh(self) -> None:
        """Say everything again after the library changed."""
        self._kiosk.refresh()

    def measure(self, page: str, way: Way) -> tuple[Misfit, ...]:
        """What does not fit on a page; nothing where the release has no such page."""
        width, height = way.size
        share = _SHORT_EDGE / min(width, height)
        self._view.resize(round(width * share), round(height * share))
        while TEXT_SCALES[self._step] != way.text_scale:
            self._kiosk.toggle("larger")
            self._step = (self._step + 1) % len(TEXT_SCALES)
        self._kiosk.speak(way.language)
        if not self._kiosk.open(page):
            return ()
        self._view.grabFramebuffer()  # drawing is what lays lists out
        stage = self._view.rootObject().findChild(QQuickItem, "stage")
        return tuple(misfits(stage)) if stage is not None else ()


def measure_all(store: Store, vault: Vault, *, now: Callable[[], datetime]) -> tuple[Found, ...]:
    """What does not fit on the page of any record, in any way; takes minutes for a whole hall."""
    app = QApplication.instance()
    if app is None:
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
        app = QApplication([])
    reader = WorkingRelease(store, vault, now=now)
    wanted = ways(store.all(Kind.DISPLAY))
    gauge = Gauge(reader, today=day_of(now()))
    found: list[Found] = []
    for record in (record for kind in PAGED for record in reader.all(kind)):
        name = f"{record.kind}:{record.slug}"
        seen = [(way, misfit) for way in wanted for misfit in gauge.measure(name, way)]
        found.extend(found_in(store.get(record.id), seen))
    gauge.close()
    app.processEvents()
    return tuple(found)


def found_in(record: Record, seen: Iterable[tuple[Way, Misfit]]) -> tuple[Found, ...]:
    """What was seen not to fit, each field of the record once.

    Words that overlap others push these out of place too: they are told only where the record
    itself says none of them.
    """
    told: dict[str, Found] = {}
    for way, misfit in seen:
        field = _field(record, way.language, misfit.text)
        parts = (("text", misfit.text[:_TOLD]), ("where", f"{way}"))
        told.setdefault(field, Found("text-misfit", record, field, parts))
    own = tuple(found for field, found in told.items() if field)
    return own or tuple(told.values())


def _field(record: Record, language: str, words: str) -> str:
    for path, text in texts_in(record):
        for one in (language, *LANGUAGES):
            if words.strip() and words.strip() in {text[one].strip(), plain(text[one]).strip()}:
                return f"{path}.{one}"
    return ""
