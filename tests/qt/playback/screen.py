"""A window that shows a film and says what colour its middle has, as it plays.

    python screen.py FILM ENGINE ITEM

ITEM is `painted` (our item, for software rendering) or `output` (Qt's own, for OpenGL). Printed
are the colours in the order they were on the screen: loaded, through the film, and once around.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from hall_app.qt.playback.choice import Engine, make_player
from hall_app.qt.playback.film_item import FilmItem

OUTPUT = b"""
import QtQuick
import QtMultimedia
VideoOutput { endOfStreamPolicy: VideoOutput.KeepLastFrame }
"""
LOOK_EVERY_MS = 40
LAPS = ("red", "green", "blue", "red")


def main() -> None:
    film, engine, item = Path(sys.argv[1]), Engine(sys.argv[2]), sys.argv[3]
    app = QGuiApplication([])
    window = QQuickWindow()
    window.setColor("white")
    window.resize(320, 180)
    qml = QQmlEngine()
    shown, sink = painted() if item == "painted" else output(qml)
    shown.setParentItem(window.contentItem())
    shown.setSize(window.size().toSizeF())
    player = make_player(engine)
    player.attach(sink)
    seen: list[str] = []

    def look() -> None:
        colour = name_of(window.grabWindow().pixelColor(160, 90))
        if seen[-1:] != [colour]:
            seen.append(colour)
        if colour == "red" and seen.count("red") == 1 and len(seen) <= 2:
            player.play()
        if seen[-len(LAPS) :] == list(LAPS):
            app.quit()

    timer = QTimer()
    timer.setInterval(LOOK_EVERY_MS)
    timer.timeout.connect(look)
    window.show()
    player.load(film, is_looping=True)
    timer.start()
    app.exec()
    timer.stop()
    player.stop()
    sys.stdout.write(" ".join(seen))


def painted() -> tuple[QQuickItem, object]:
    item = FilmItem()
    return item, item.sink


def output(engine: QQmlEngine) -> tuple[QQuickItem, object]:
    component = QQmlComponent(engine, engine)
    component.setData(OUTPUT, QUrl())
    item = component.create()
    assert isinstance(item, QQuickItem), component.errorString()
    item.setParent(engine)
    return item, item.property("videoSink")


def name_of(colour) -> str:
    parts = (colour.red(), colour.green(), colour.blue())
    if min(parts) > 200:
        return "white"
    if max(parts) < 60:
        return "black"
    return ("red", "green", "blue")[parts.index(max(parts))]


if __name__ == "__main__":
    main()
