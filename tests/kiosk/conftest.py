"""A kiosk over a small hall, with a camera and a finger."""

from pathlib import Path

import av
import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QSignalSpy, QTest

from hall_app.kiosk.scene import make_controller
from hall_app.kiosk.shots import Camera
from tests.kiosk.small_hall import TODAY, SmallHall, furnished


@pytest.fixture(scope="session")
def film_file(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("film") / "red.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("h264", rate=20)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for _ in range(60):
            picture = np.full((180, 320, 3), (200, 40, 40), np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "rgb24")))
        container.mux(stream.encode())
    return path


@pytest.fixture
def hall():
    return SmallHall(furnished())


@pytest.fixture
def kiosk(qapp, hall):
    return make_controller(hall, today=TODAY, page="home")


@pytest.fixture
def camera(qapp, hall):
    with Camera(hall, today=TODAY) as open_camera:
        yield open_camera


@pytest.fixture(scope="module")
def _shared_camera(qapp_cls):
    app = qapp_cls.instance() or qapp_cls([])
    with Camera(SmallHall(furnished()), today=TODAY) as open_camera:
        open_camera.window.hide()
        yield open_camera
    del app


@pytest.fixture
def looking(qapp, _shared_camera):
    """One camera for tests that only look: opening a kiosk for each would take minutes."""
    _shared_camera.window.show()
    yield _shared_camera
    _shared_camera.window.hide()


@pytest.fixture
def touch_device():
    return QTest.createTouchDevice()


class Finger:
    """Touches what a visitor would: items by the name of their object."""

    def __init__(self, camera, device):
        self.camera, self.device = camera, device

    def item(self, name: str, number: int = 0) -> QQuickItem:
        """The visible item of that name, the n-th from the top left."""
        self.camera.take()  # a frame lays everything out
        found = [item for item in items(self.camera.stage) if item.objectName() == name]
        assert found, f"nothing called {name} is on the screen"
        return sorted(found, key=lambda item: (place(item).y(), place(item).x()))[number]

    def tap(self, name: str, number: int = 0) -> None:
        self.tap_at(place(self.item(name, number)).center())

    def tap_at(self, point: QPointF) -> None:
        window, spot = self.camera.window, QPoint(int(point.x()), int(point.y()))
        QTest.touchEvent(window, self.device).press(0, spot, window).commit()
        QTest.touchEvent(window, self.device).release(0, spot, window).commit()

    def drag(self, start: QPointF, dx: float, steps: int = 8) -> None:
        window = self.camera.window
        QTest.touchEvent(window, self.device).press(0, start.toPoint(), window).commit()
        for step in range(1, steps + 1):
            spot = QPointF(start.x() + dx * step / steps, start.y()).toPoint()
            QTest.touchEvent(window, self.device).move(0, spot, window).commit()
            self._wait_for_a_frame()
        end = QPointF(start.x() + dx, start.y()).toPoint()
        QTest.touchEvent(window, self.device).release(0, end, window).commit()

    def _wait_for_a_frame(self) -> None:
        """Moves are handed on once a frame of the screen, not with a picture of it."""
        shown = QSignalSpy(self.camera.window.frameSwapped)
        self.camera.window.update()
        assert shown.count() or shown.wait(5000)


@pytest.fixture
def finger(camera, touch_device):
    return Finger(camera, touch_device)


def items(root: QQuickItem):
    """Every visible item below `root`, delegates included."""
    for child in root.childItems():
        if child.isVisible():
            yield child
            yield from items(child)


def place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
