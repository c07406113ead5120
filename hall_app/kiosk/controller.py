"""The kiosk's controller: which page, which language, which help, and whether anyone is there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import Property, QObject, QRectF, Signal, Slot
from PySide6.QtQml import QmlElement

from hall_app.domain.text import LANGUAGES, ZH_HANS
from hall_app.kiosk.idle import PATIENCE_S, Idle
from hall_app.kiosk.pages.building import build_page
from hall_app.kiosk.pages.gallery import GalleryRow, gallery_rows
from hall_app.kiosk.pages.home import hall_of
from hall_app.kiosk.pages.page import Page
from hall_app.kiosk.rows import Rows
from hall_app.kiosk.visit import Visit

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1

_STEPS_KEPT = 24
TEXT_SCALES = (1.0, 1.25, 1.5)


@QmlElement
class KioskController(QObject):
    """What QML asks and tells: one visitor at a time, from attract to attract."""

    pageChanged = Signal()
    """Another page is shown."""
    languageChanged = Signal()
    """Everything is said in another language; the page stays."""
    accessChanged = Signal()
    """A help for reading or reaching was switched."""
    idleChanged = Signal()
    """The countdown moved, began or ended."""

    def __init__(
        self,
        visit: Visit | None = None,
        *,
        start: str = "attract",
        default_language: str = ZH_HANS,
        patience_s: int = PATIENCE_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        assert visit is not None, "QML is handed its controller and never makes one"
        self.visit = visit
        self._start = start
        self._default_language = default_language
        self._galleries = Rows(GalleryRow, self)
        self._trail: list[Page] = []
        self._idle = Idle(given_s=patience_s)
        self._high_contrast = self._low_reach = self._reduced_motion = False
        self._still = False
        self._scale_step = 0
        self._access_open = False
        visit.language = default_language
        self._page = self._build(start) or self._build("home")
        self._galleries.show(gallery_rows(visit))

    # --- pages --------------------------------------------------------------------------

    @Property(QObject, notify=pageChanged)
    def page(self) -> Page | None:
        return self._page

    @Property(str, notify=pageChanged)
    def form(self) -> str:
        """The QML page that shows it: `GalleryPage.qml` for "Gallery"."""
        return self._page.form if self._page else "Plain"

    @Property(str, notify=pageChanged)
    def here(self) -> str:
        """The slug of the gallery the visitor is in."""
        return self._page.place if self._page else ""

    @property
    def address(self) -> str:
        """Where the page that is shown would be found again."""
        return self._page.ref if self._page else ""

    def refresh(self) -> None:
        """Make the page again: the release is another one, or says other things."""
        self.visit.forget()
        ref = self.address
        self._galleries.show(gallery_rows(self.visit))
        page = self._build(ref) or self._build("home")
        if page is not None:
            self._trail = []
            self._show(page)
        self.languageChanged.emit()

    @Property(bool, notify=pageChanged)
    def canGoBack(self) -> bool:
        return bool(self._trail)

    @Slot(str, result=bool)
    def open(self, ref: str) -> bool:
        """Show the page of a name, id, `kind:slug` or slug; False where there is none."""
        if self._page is not None and ref == self._page.ref:
            return True
        page = self._build(ref)
        if page is None or (self._page is not None and page.ref == self._page.ref):
            return page is not None
        if self._page is not None and self._page.ref not in ("attract", "plain"):
            self._trail = [*self._trail, self._page][-_STEPS_KEPT:]
        if page.ref in ("home", "attract"):
            self._trail = []
        self._show(page)
        return True

    @Slot()
    def back(self) -> None:
        """One step back along the visitor's own way; from its end to the hall home."""
        if not self._trail:
            self.open("home")
            return
        page = self._trail.pop()
        page.reword()
        self._show(page)

    @Slot(int)
    def step(self, direction: int) -> None:
        """The next or previous gallery along the thread."""
        slugs = [gallery.slug for gallery in self.visit.galleries]
        here = self._page.place if self._page else ""
        if here not in slugs:
            return
        number = slugs.index(here) + direction
        if 0 <= number < len(slugs):
            self.open(f"gallery:{slugs[number]}")

    def _build(self, ref: str) -> Page | None:
        page = build_page(ref, self.visit)
        if page is not None:
            page.setParent(self)
            page.reword()
        return page

    def _show(self, page: Page) -> None:
        if self._page is not None:
            self._page.leave()
        self.hold(False)
        self._page = page
        self._access_open = False
        self.accessChanged.emit()
        self.pageChanged.emit()

    @Slot(str, int, result=str)
    def picture(self, media: str, long_edge: int) -> str:
        """The address of a picture's file that is good for so many pixels."""
        return self.visit.picture(media, long_edge)

    @Slot(str, float, result=QRectF)
    def frame(self, media: str, ratio: float) -> QRectF:
        """The part of a picture that fills a place of that shape; empty where its middle will do."""
        return self.visit.frame(media, ratio)

    # --- language -----------------------------------------------------------------------

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self.visit.language

    @Slot(str)
    def speak(self, language: str) -> None:
        """Say everything in this language; the page and its place stay."""
        if language == self.visit.language or language not in LANGUAGES:
            return
        self.visit.language = language
        self._galleries.show(gallery_rows(self.visit))
        if self._page is not None:
            self._page.reword()
        self.languageChanged.emit()

    @Slot(str, str, result=str)
    def word(self, key: str, language: str) -> str:
        return self.visit.words.say(key, language)

    @Property(str, notify=languageChanged)
    def hallTitle(self) -> str:
        hall = hall_of(self.visit)
        return self.visit.text(hall.title) if hall else self.visit.say("hall")

    @Property(str, notify=languageChanged)
    def secondHallTitle(self) -> str:
        hall = hall_of(self.visit)
        return self.visit.other(hall.title) if hall else ""

    @Property(Rows, constant=True)
    def galleries(self) -> Rows:
        return self._galleries

    # --- help for reading and reaching ----------------------------------------------------

    @Property(bool, notify=accessChanged)
    def highContrast(self) -> bool:
        return self._high_contrast

    @Property(bool, notify=accessChanged)
    def lowReach(self) -> bool:
        return self._low_reach

    @Property(bool, notify=accessChanged)
    def reducedMotion(self) -> bool:
        return self._reduced_motion

    @Property(bool, notify=accessChanged)
    def still(self) -> bool:
        """Nothing moves at all: for pictures of the screen and for tests."""
        return self._still

    @Property(float, notify=accessChanged)
    def textScale(self) -> float:
        return TEXT_SCALES[self._scale_step]

    @Property(bool, notify=accessChanged)
    def isAccessOpen(self) -> bool:
        return self._access_open

    @Slot(bool)
    def showAccess(self, shown: bool) -> None:  # noqa: FBT001 (a property's setter in all but name)
        self._access_open = shown
        self.accessChanged.emit()

    @Slot(str)
    def toggle(self, help_name: str) -> None:
        """Switch `larger` one step, or `contrast`, `low`, `motion` on or off."""
        match help_name:
            case "larger":
                self._scale_step = (self._scale_step + 1) % len(TEXT_SCALES)
            case "contrast":
                self._high_contrast = not self._high_contrast
            case "low":
                self._low_reach = not self._low_reach
            case "motion":
                self._reduced_motion = not self._reduced_motion
        self._accessibility_moved()

    def help(self, helped: Collection[str]) -> None:
        """Switch on these helps and no others: `larger` or `largest`, `contrast`, `low`, `motion`."""
        sizes = ("larger", "largest")
        self._scale_step = next((n for n, one in enumerate(sizes, start=1) if one in helped), 0)
        self._high_contrast = "contrast" in helped
        self._low_reach = "low" in helped
        self._reduced_motion = "motion" in helped
        self._accessibility_moved()

    def hold_still(self) -> None:
        """Stop all motion, for good."""
        self._still = True
        self.accessChanged.emit()

    def _accessibility_moved(self) -> None:
        is_patient = self._high_contrast or self._low_reach or self._scale_step > 0
        self._idle = replace(self._idle, quiet_s=0, is_patient=is_patient)
        self.accessChanged.emit()
        self.idleChanged.emit()

    # --- is anyone there? -----------------------------------------------------------------

    @Property(int, notify=idleChanged)
    def secondsLeft(self) -> int:
        return self._idle.seconds_left

    @Property(int, notify=idleChanged)
    def countdown(self) -> int:
        return self._idle.countdown_s

    @Slot()
    def touch(self) -> None:
        """Somebody touched the screen."""
        self._settle(self._idle.touched())

    @Slot(bool)
    def hold(self, is_held: bool) -> None:  # noqa: FBT001 (a property's setter in all but name)
        """Stop the idle clock while something the visitor started plays."""
        self._settle(replace(self._idle, quiet_s=0, is_held=is_held))

    @Slot()
    def second(self) -> None:
        """One second has gone by without a touch."""
        if self._page is None or self._page.form in ("Attract", "Plain"):
            return
        self._settle(self._idle.tick())
        if self._idle.is_over:
            self.leave()

    @Slot()
    def leave(self) -> None:
        """The visitor has gone: language, help and page return to the start."""
        self._high_contrast = self._low_reach = self._reduced_motion = False
        self._scale_step = 0
        self._trail = []
        self._idle = Idle(given_s=self._idle.given_s)
        self.speak(self._default_language)
        page = self._build(self._start) or self._build("home")
        if page is not None:
            self._show(page)
        self.idleChanged.emit()

    def _settle(self, idle: Idle) -> None:
        moved = idle.seconds_left != self._idle.seconds_left
        self._idle = idle
        if moved:
            self.idleChanged.emit()
