"""What a player is, whichever engine turns it."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtMultimedia import QVideoFrame, QVideoSink
from shiboken6 import isValid


class Player(QObject):
    """Plays one film into a sink of frames.

    Only whole frames leave it: at the start nothing until the first frame is there, at the
    end and between loops the last one stays. So what shows them is never black.
    """

    # A new frame is to be shown; on the GUI thread.
    frame_ready = Signal(QVideoFrame)
    # The position in milliseconds, as exact as the engine knows it.
    position_changed = Signal(int)
    # The film's length in milliseconds is known.
    duration_changed = Signal(int)
    # The film came to its end and does not loop.
    ended = Signal()
    # The film cannot be played; the engine's words.
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outlets: list[QVideoSink] = []
        self.frame_ready.connect(self._pass_on)

    def attach(self, sink: QVideoSink) -> None:
        """Show frames in this sink too (a `VideoOutput`'s, or a `FilmItem`'s)."""
        self._outlets.append(sink)

    @abstractmethod
    def load(self, path: Path, *, is_looping: bool = False) -> None:
        """Take a film in hand; the first frame is shown, nothing plays yet."""

    @abstractmethod
    def play(self) -> None:
        """Go on from where it stands; from the start after the end."""

    @abstractmethod
    def pause(self) -> None:
        """Hold the frame that is shown."""

    @abstractmethod
    def stop(self) -> None:
        """Let go of the film; the last frame stays where it was shown."""

    @abstractmethod
    def seek(self, position_ms: int) -> None:
        """Go to a position."""

    @abstractmethod
    def set_rate(self, rate: float) -> None:
        """Play faster or slower; 1 is as filmed."""

    @abstractmethod
    def set_volume(self, volume: float) -> None:
        """How loud, from 0 to 1; 0 is mute."""

    def offer(self, frame: QVideoFrame) -> None:
        """Take a frame from the engine; an empty one (end, seek, loop) is not passed on."""
        if frame.isValid():
            self.frame_ready.emit(frame)

    def _pass_on(self, frame: QVideoFrame) -> None:
        # A page that was left takes its item and sink along while the film still plays.
        self._outlets = [sink for sink in self._outlets if isValid(sink)]
        for sink in self._outlets:
            sink.setVideoFrame(frame)
