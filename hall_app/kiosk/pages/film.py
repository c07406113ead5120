"""The film page: a film on its gallery's ground, its subtitles, its controls; or its poster."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from hall_app.domain.records import Exhibit, Media, Medium, Record, TrackRole
from hall_app.domain.text import LANGUAGES
from hall_app.kiosk.pages.page import Face, Page, face_of
from hall_app.kiosk.subtitles import Cue, read_cues, words_at
from hall_app.kiosk.thread import Neighbours, neighbours
from hall_app.kiosk.visit import Visit

if TYPE_CHECKING:
    from hall_app.qt.playback.player import Player

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1


def film_of(record: Record, visit: Visit) -> Media | None:
    """The film a record shows, where it has one."""
    if isinstance(record, Media):
        return record if record.medium is Medium.FILM else None
    media = [visit.get(i) for i in getattr(record, "media", ())]
    return next((m for m in media if isinstance(m, Media) and m.medium is Medium.FILM), None)


@QmlElement
class FilmPageModel(Page):
    """Plays only when asked, starts muted with subtitles, and lets go when left."""

    worded = Signal()
    """After the page was made again."""
    played = Signal()
    """The film went on, stopped, or moved."""

    form: ClassVar[str] = "Film"

    def __init__(self, visit: Visit, record: Record, film: Media) -> None:
        super().__init__(visit, record)
        self.changed.connect(self.worded)
        self._film = film
        path = visit.reader.media_file(film, 0) if visit.reader else None
        self._path = path if path is not None and path.exists() else None
        if self._path is not None:
            # Registers what `FilmView.qml` asks for, before it is loaded. QtMultimedia is heavy; a
            # hall without films never pays for it.
            import hall_app.qt.playback.film_item  # noqa: F401, PLC0415
        self._player: Player | None = None
        self._is_playing = self._has_failed = False
        self._is_muted = self._has_captions = True
        self._position_ms = 0
        self._duration_ms = int(film.duration_s * 1000)
        self._cues: list[Cue] = []
        self._neighbours = Neighbours()

    def face(self) -> Face:
        return face_of(self.record if isinstance(self.record, Exhibit) else self._film, self.visit)

    def fill(self) -> None:
        path = self._subtitle_file()
        self._cues = read_cues(path) if path else []
        if self.record is not None:
            self._neighbours = neighbours(self.record, self.visit)

    def _subtitle_file(self) -> Path | None:
        """Subtitles in the visitor's language, else in the nearest there is."""
        reader = self.visit.reader
        tracks = {t.language: t for t in self._film.tracks if t.role is TrackRole.SUBTITLES}
        track = next((tracks[x] for x in (self.visit.language, *LANGUAGES) if x in tracks), None)
        return reader.track_file(track.sha256) if reader and track else None

    def leave(self) -> None:
        if self._player is not None:
            player, self._player = self._player, None
            player.stop()
            # libVLC's player is given back by hand; Qt's goes with its object.
            if release := getattr(player, "release", None):
                release()
            player.deleteLater()
        self._is_playing = False
        self.played.emit()

    # --- playing ------------------------------------------------------------------------

    @Slot(QObject)
    def attach(self, item: QObject) -> None:
        """Show the film in this item: a `FilmItem`, or Qt's own `VideoOutput`."""
        from hall_app.qt.playback.choice import Engine, make_player  # noqa: PLC0415
        from hall_app.qt.playback.film_item import sink_of  # noqa: PLC0415

        sink = sink_of(item)
        if self._path is None or sink is None:
            return
        if self._player is not None:
            self._player.attach(sink)
            return
        player = make_player(Engine(self.visit.player), self)
        player.attach(sink)
        player.position_changed.connect(self._moved)
        player.duration_changed.connect(self._measured)
        player.ended.connect(self._ended)
        player.failed.connect(self._failed)
        player.set_volume(0.0)
        player.load(self._path)
        self._player = player

    @Slot()
    def toggle(self) -> None:
        """Play or pause."""
        if self._player is None:
            return
        self._is_playing = not self._is_playing
        if self._is_playing:
            self._player.play()
        else:
            self._player.pause()
        self.played.emit()

    @Slot(float)
    def seek(self, share: float) -> None:
        if self._player is not None and self._duration_ms:
            self._player.seek(int(min(max(share, 0.0), 1.0) * self._duration_ms))

    @Slot()
    def toggle_sound(self) -> None:
        self._is_muted = not self._is_muted
        if self._player is not None:
            self._player.set_volume(0.0 if self._is_muted else 0.8)
        self.played.emit()

    @Slot()
    def toggle_captions(self) -> None:
        self._has_captions = not self._has_captions
        self.played.emit()

    def _moved(self, position_ms: int) -> None:
        self._position_ms = position_ms
        self.played.emit()

    def _measured(self, duration_ms: int) -> None:
        self._duration_ms = duration_ms
        self.played.emit()

    def _ended(self) -> None:
        self._is_playing = False
        self.played.emit()

    def _failed(self, _words: str) -> None:
        self._has_failed, self._is_playing = True, False
        self.played.emit()

    # --- what QML reads ------------------------------------------------------------------

    @Property(bool, notify=played)
    def hasFilm(self) -> bool:
        return self._path is not None and not self._has_failed

    @Property(str, constant=True)
    def poster(self) -> str:
        return self._film.id

    @Property(bool, constant=True)
    def hasPoster(self) -> bool:
        return bool(self.visit.picture(self._film.id, 1280))

    @Property(bool, notify=played)
    def isPlaying(self) -> bool:
        return self._is_playing

    @Property(bool, notify=played)
    def isMuted(self) -> bool:
        return self._is_muted

    @Property(bool, notify=played)
    def showsCaptions(self) -> bool:
        return self._has_captions

    @Property(str, notify=played)
    def subtitle(self) -> str:
        return words_at(self._cues, self._position_ms) if self._has_captions else ""

    @Property(float, notify=played)
    def share(self) -> float:
        return self._position_ms / self._duration_ms if self._duration_ms else 0.0

    @Property(str, notify=played)
    def clock(self) -> str:
        return f"{_clock(self._position_ms)} / {_clock(self._duration_ms)}"

    @Property(str, notify=worded)
    def previousRef(self) -> str:
        return self._neighbours.previous

    @Property(str, notify=worded)
    def nextRef(self) -> str:
        return self._neighbours.next


def _clock(milliseconds: int) -> str:
    seconds = milliseconds // 1000
    return f"{seconds // 60}:{seconds % 60:02}"
