"""The player turned by libVLC, where it is installed: odd codecs, network streams.

libVLC draws into our memory and calls back on its own threads; each picture is copied into
a frame and handed to the GUI thread by a queued signal.
"""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Any

import vlc
from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from hall_app.qt.playback.player import Player

_FormatCallback = ctypes.CFUNCTYPE(
    ctypes.c_uint,
    ctypes.c_void_p,
    ctypes.POINTER(ctypes.c_char),
    *(ctypes.POINTER(ctypes.c_uint),) * 4,
)

_BYTES_A_PIXEL = 4
_POSITION_EVERY_MS = 100
_FOREVER = 65535  # libVLC's largest input-repeat


class VlcPlayer(Player):
    """libVLC behind the player's interface.

    Its clock moves in steps of 250 to 500 ms; where that matters (synchronised groups), use
    `QtPlayer`.
    """

    _painted = Signal(QVideoFrame)
    _finished = Signal()
    _broke = Signal()
    _held = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._instance = vlc.Instance("--quiet", "--no-video-title-show", "--no-xlib")
        self._engine = self._instance.media_player_new()
        self._picture: ctypes.Array[ctypes.c_char] | None = None
        self._size = QSize()
        self._film, self._is_looping, self._start_ms = Path(), False, 0
        self._is_held = self._is_at_end = self._has_shown = False
        self._keep = self._callbacks()
        self._painted.connect(self._on_painted, Qt.ConnectionType.QueuedConnection)
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._broke.connect(self._on_broke, Qt.ConnectionType.QueuedConnection)
        self._held.connect(self._on_held, Qt.ConnectionType.QueuedConnection)
        events = self._engine.event_manager()
        events.event_attach(vlc.EventType.MediaPlayerEndReached, self._tell_finished)
        events.event_attach(vlc.EventType.MediaPlayerEncounteredError, self._tell_broke)
        events.event_attach(vlc.EventType.MediaPlayerPaused, self._tell_held)
        self._clock = QTimer(self)
        self._clock.setInterval(_POSITION_EVERY_MS)
        self._clock.timeout.connect(self._tell_position)

    def load(self, path: Path, *, is_looping: bool = False) -> None:
        self._film, self._is_looping, self._start_ms = path, is_looping, 0
        self._has_shown = False
        self._begin(is_held=True)

    def play(self) -> None:
        if self._is_held or self._is_at_end:
            self._begin(is_held=False)
        else:
            self._engine.set_pause(0)
        self._clock.start()

    def pause(self) -> None:
        self._engine.set_pause(1)
        self._clock.stop()

    def stop(self) -> None:
        self._clock.stop()
        self._engine.stop()

    def seek(self, position_ms: int) -> None:
        if self._is_held:
            self._start_ms = position_ms
        self._engine.set_time(position_ms)

    def set_rate(self, rate: float) -> None:
        self._engine.set_rate(rate)

    def set_volume(self, volume: float) -> None:
        self._engine.audio_set_mute(volume == 0)
        self._engine.audio_set_volume(round(volume * 100))

    def release(self) -> None:
        """Give the engine back; the player cannot be used after."""
        self.stop()
        self._engine.release()
        self._instance.release()

    def _begin(self, *, is_held: bool) -> None:
        """Open the film anew, held on its first frame or playing.

        A film that was held is opened again to play: libVLC's clock runs on while it holds, and
        it would drop every frame it believes to be late. What is on the screen stays there.
        """
        self._engine.stop()
        media = self._instance.media_new_path(str(self._film))
        if is_held:
            media.add_option(":start-paused")
        if self._is_looping:
            media.add_option(f":input-repeat={_FOREVER}")
        if self._start_ms and not is_held:
            media.add_option(f":start-time={self._start_ms / 1000}")
        self._is_held, self._is_at_end = is_held, False
        self._engine.set_media(media)
        self._engine.play()

    # -- called by libVLC on its own threads ------------------------------------

    def _callbacks(self) -> tuple[Any, ...]:
        """Register the memory callbacks; what is returned must live as long as the engine."""
        lock = vlc.CallbackDecorators.VideoLockCb(self._lock)
        unlock = vlc.CallbackDecorators.VideoUnlockCb(lambda _o, _p, _planes: None)
        display = vlc.CallbackDecorators.VideoDisplayCb(self._display)
        # The binding declares the chroma as a Python string, a copy; ours is the real memory.
        format_cb = ctypes.cast(_FormatCallback(self._format), vlc.CallbackDecorators.VideoFormatCb)
        cleanup = vlc.CallbackDecorators.VideoCleanupCb(lambda _opaque: None)
        self._engine.video_set_callbacks(lock, unlock, display, None)
        self._engine.video_set_format_callbacks(format_cb, cleanup)
        return lock, unlock, display, format_cb, cleanup

    def _format(
        self, _opaque: Any, chroma: Any, width: Any, height: Any, pitches: Any, lines: Any
    ) -> int:
        ctypes.memmove(chroma, b"RV32", 4)
        self._size = QSize(width[0], height[0])
        pitches[0] = width[0] * _BYTES_A_PIXEL
        lines[0] = height[0]
        self._picture = ctypes.create_string_buffer(pitches[0] * lines[0])
        return 1

    def _lock(self, _opaque: Any, planes: Any) -> int:
        planes[0] = ctypes.addressof(self._picture) if self._picture else 0
        return 0

    def _display(self, _opaque: Any, _picture: Any) -> None:
        frame = QVideoFrame(
            QVideoFrameFormat(self._size, QVideoFrameFormat.PixelFormat.Format_BGRX8888)
        )
        if self._picture is not None and frame.map(QVideoFrame.MapMode.WriteOnly):
            _copy_rows(self._picture, frame, self._size)
            frame.unmap()
            self._painted.emit(frame)

    def _tell_finished(self, _event: Any) -> None:
        self._finished.emit()

    def _tell_held(self, _event: Any) -> None:
        self._held.emit()

    def _tell_broke(self, _event: Any) -> None:
        self._broke.emit()

    # -- on the GUI thread ------------------------------------------------------

    def _on_painted(self, frame: QVideoFrame) -> None:
        if not self._has_shown:
            self._has_shown = True
            self.duration_changed.emit(self._engine.get_length())
        self.offer(frame)

    def _on_finished(self) -> None:
        self._is_at_end, self._start_ms = True, 0
        self._clock.stop()
        if self._has_shown:
            self.ended.emit()
        else:
            # libVLC does not call a file without pictures an error.
            self._on_broke()

    def _on_held(self) -> None:
        # Started paused, libVLC has drawn nothing yet; one step draws the first frame.
        if self._is_held and not self._has_shown and self._engine.get_state() == vlc.State.Paused:
            self._engine.next_frame()

    def _on_broke(self) -> None:
        self.failed.emit("libVLC cannot play this film.")

    def _tell_position(self) -> None:
        self.position_changed.emit(max(0, self._engine.get_time()))


def _copy_rows(picture: ctypes.Array[ctypes.c_char], frame: QVideoFrame, size: QSize) -> None:
    target = memoryview(frame.bits(0))
    source = memoryview(picture).cast("B")
    wide, pitch = size.width() * _BYTES_A_PIXEL, frame.bytesPerLine(0)
    if wide == pitch:
        target[: len(source)] = source
        return
    for row in range(size.height()):
        target[row * pitch : row * pitch + wide] = source[row * wide : (row + 1) * wide]


def is_usable() -> bool:
    """Whether libVLC starts here."""
    instance = vlc.Instance("--quiet")
    if instance is None:
        return False
    instance.release()
    return True
