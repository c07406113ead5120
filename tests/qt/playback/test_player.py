"""No black frame: the first, middle, last and loop frame of both engines."""

from pathlib import Path

import av
import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtMultimedia import QVideoSink
from shiboken6 import delete

from hall_app.qt.playback.choice import Engine, has_vlc, make_player
from hall_app.qt.playback.player import Player

FRAMES, RATE = 40, 20
RED, GREEN, BLUE = (200, 40, 40), (40, 200, 40), (40, 40, 200)


pytestmark = pytest.mark.qt_log_ignore("No RHI backend", "PulseAudioService")


def test_libvlc_is_there_where_the_checks_run() -> None:
    assert has_vlc()


@pytest.fixture(scope="module")
def film(tmp_path_factory) -> Path:
    """Two seconds: red, then green, then blue at the end."""
    path = tmp_path_factory.mktemp("film") / "three-colours.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("h264", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = 318, 180, "yuv420p"
        for number in range(FRAMES):
            colour = (RED, GREEN, BLUE)[min(2, number * 3 // FRAMES)]
            picture = np.full((180, 318, 3), colour, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "rgb24")))
        container.mux(stream.encode())
    return path


@pytest.fixture(params=[Engine.QT, Engine.VLC])
def player(request, qapp) -> Player:
    made = make_player(request.param)
    yield made
    made.stop()
    if hasattr(made, "release"):
        made.release()


class Watcher:
    """A sink that keeps the colour of every frame it was shown."""

    def __init__(self, player: Player) -> None:
        self.sink = QVideoSink()
        self.colours: list[str] = []
        self.sink.videoFrameChanged.connect(self._look)
        player.attach(self.sink)

    def _look(self, frame) -> None:
        assert frame.isValid()
        self.colours.append(name_of(frame.toImage().pixelColor(100, 90)))


def name_of(colour: QColor) -> str:
    parts = (colour.red(), colour.green(), colour.blue())
    if max(parts) < 60:
        return "black"
    return ("red", "green", "blue")[parts.index(max(parts))]


def test_loading_shows_the_first_frame_before_anything_plays(player, film, qtbot) -> None:
    watcher = Watcher(player)
    player.load(film)
    qtbot.waitUntil(lambda: bool(watcher.colours), timeout=10_000)
    assert watcher.colours[0] == "red"


def test_a_film_shows_first_middle_and_last_frame_and_never_black(player, film, qtbot) -> None:
    watcher = Watcher(player)
    with qtbot.waitSignal(player.ended, timeout=20_000):
        player.load(film)
        player.play()
    qtbot.waitUntil(lambda: watcher.colours[-1:] == ["blue"], timeout=5_000)
    assert list(dict.fromkeys(watcher.colours)) == ["red", "green", "blue"]


def test_a_loop_goes_from_the_last_frame_to_the_first_without_black(player, film, qtbot) -> None:
    watcher = Watcher(player)
    player.load(film, is_looping=True)
    player.play()

    def has_looped() -> bool:
        after_end = (
            watcher.colours[watcher.colours.index("blue") :] if "blue" in watcher.colours else []
        )
        return "red" in after_end

    qtbot.waitUntil(has_looped, timeout=20_000)
    assert "black" not in watcher.colours


def test_a_broken_film_says_so_and_shows_nothing(player, tmp_path, qtbot) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no film at all" * 100)
    watcher = Watcher(player)
    with qtbot.waitSignal(player.failed, timeout=10_000):
        player.load(broken)
        player.play()
    assert watcher.colours == []


def test_a_sink_that_went_with_its_page_is_let_go_while_the_film_plays(player, film, qtbot) -> None:
    gone, watcher = QVideoSink(), Watcher(player)
    player.attach(gone)
    player.load(film)
    qtbot.waitUntil(lambda: bool(watcher.colours), timeout=10_000)
    delete(gone)
    with qtbot.waitSignal(player.ended, timeout=20_000):
        player.play()
    assert watcher.colours[-1] == "blue"
