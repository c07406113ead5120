"""The player turned by QtMultimedia: frame-exact loops, no program to install."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink

from hall_app.qt.playback.player import Player


class QtPlayer(Player):
    """QtMultimedia behind the player's interface."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self.offer)
        self._sound = QAudioOutput(self)
        self._engine = QMediaPlayer(self)
        self._engine.setVideoSink(self._sink)
        self._engine.setAudioOutput(self._sound)
        self._engine.positionChanged.connect(self._on_position)
        self._engine.durationChanged.connect(self._on_duration)
        self._engine.mediaStatusChanged.connect(self._on_status)
        self._engine.errorOccurred.connect(self._on_error)

    def load(self, path: Path, *, is_looping: bool = False) -> None:
        loops = QMediaPlayer.Loops.Infinite if is_looping else QMediaPlayer.Loops.Once
        self._engine.setLoops(loops.value)
        self._engine.setSource(QUrl.fromLocalFile(str(path)))
        # Paused, not stopped: the engine decodes and shows the first frame.
        self._engine.pause()

    def play(self) -> None:
        self._engine.play()

    def pause(self) -> None:
        self._engine.pause()

    def stop(self) -> None:
        self._engine.stop()

    def seek(self, position_ms: int) -> None:
        self._engine.setPosition(position_ms)

    def set_rate(self, rate: float) -> None:
        self._engine.setPlaybackRate(rate)

    def set_volume(self, volume: float) -> None:
        self._sound.setMuted(volume == 0)
        self._sound.setVolume(volume)

    def _on_position(self, position_ms: int) -> None:
        self.position_changed.emit(position_ms)

    def _on_duration(self, duration_ms: int) -> None:
        self.duration_changed.emit(duration_ms)

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            self.ended.emit()

    def _on_error(self, error: QMediaPlayer.Error, words: str) -> None:
        if error is not QMediaPlayer.Error.NoError:
            self.failed.emit(words)
