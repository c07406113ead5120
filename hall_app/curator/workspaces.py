"""The workspaces, one behind another; all but the first are made when somebody comes to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.topbar import WORKSPACES

if TYPE_CHECKING:
    from hall_app.curator.media.space import MediaSpace
    from hall_app.curator.publish_space import PublishSpace
    from hall_app.curator.timeline.space import TimelineSpace


class Workspaces(QStackedWidget):
    """Content, timeline, media, publishing."""

    record_chosen = Signal(str)
    problems_wanted = Signal()

    def __init__(self, desk: Desk, content: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._timeline: TimelineSpace | None = None
        self._media: MediaSpace | None = None
        self._publishing: PublishSpace | None = None
        self._counted: tuple[int, int] | None = None
        self.addWidget(content)
        for _ in WORKSPACES[1:]:
            self.addWidget(QWidget())

    @property
    def name(self) -> str:
        """Which one is in front."""
        return WORKSPACES[self.currentIndex()]

    @property
    def timeline(self) -> TimelineSpace:
        """The canvas of days."""
        if self._timeline is None:
            from hall_app.curator.timeline.space import TimelineSpace  # noqa: PLC0415 (only when shown)

            self._timeline = TimelineSpace(self._desk)
            self._timeline.record_chosen.connect(self.record_chosen)
            self._put("timeline", self._timeline)
        return self._timeline

    @property
    def media(self) -> MediaSpace:
        """The media library."""
        if self._media is None:
            from hall_app.curator.media.space import MediaSpace  # noqa: PLC0415 (only when shown)

            self._media = MediaSpace(self._desk)
            self._media.record_chosen.connect(self.record_chosen)
            self._put("media", self._media)
        return self._media

    @property
    def publishing(self) -> PublishSpace:
        """Where the hall is published."""
        if self._publishing is None:
            # The Update Framework and its fetcher come with it, 0.1 s.
            from hall_app.curator.publish_space import PublishSpace  # noqa: PLC0415

            self._publishing = PublishSpace(self._desk)
            self._publishing.record_chosen.connect(self.record_chosen)
            self._publishing.problems_wanted.connect(self.problems_wanted)
            if self._counted is not None:
                self._publishing.show_count(*self._counted)
            self._put("publish", self._publishing)
        return self._publishing

    def bring(self, name: str) -> None:
        """Bring one to the front."""
        match name:
            case "timeline":
                self.setCurrentWidget(self.timeline)
            case "media":
                self.setCurrentWidget(self.media)
            case "publish":
                self.setCurrentWidget(self.publishing)
            case _:
                self.setCurrentIndex(WORKSPACES.index(name))

    def show_count(self, blocking: int, advice: int) -> None:
        """Know what stands in the way of publishing."""
        self._counted = (blocking, advice)
        if self._publishing is not None:
            self._publishing.show_count(blocking, advice)

    def flush(self) -> None:
        """Save at once what was typed in one of them."""
        if self._timeline is not None:
            self._timeline.flush()

    def leave(self) -> None:
        """Let go of what stands on the library."""
        if self._media is not None:
            self._media.leave()

    def _put(self, name: str, space: QWidget) -> None:
        """In place of the empty page that kept its number."""
        place = WORKSPACES.index(name)
        empty = self.widget(place)
        assert empty is not None  # a page for each name
        self.removeWidget(empty)
        empty.deleteLater()
        self.insertWidget(place, space)
