"""The kiosk as visitors have it: pages slide, and films are in a program that nobody prepared."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtQml import QQmlApplicationEngine
from shiboken6 import delete as destroy

from hall_app.kiosk.fit import texts
from hall_app.kiosk.scene import make_controller, prepare_engine
from tests.kiosk.small_hall import TODAY, SmallHall, furnished

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def moving(qapp):
    """A controller and the stage that shows its pages, with every motion on."""
    kiosk = make_controller(SmallHall(furnished()), today=TODAY, page="home")
    engine = QQmlApplicationEngine()
    prepare_engine(engine)
    engine.setInitialProperties({"kiosk": kiosk})
    engine.loadFromModule("Hall.Kiosk", "Main")
    window = engine.rootObjects()[0]
    window.resize(1920, 1080)
    window.show()
    yield kiosk, window.contentItem()
    window.close()
    destroy(engine)


@pytest.mark.parametrize("taps", [("timeline", "wall"), ("wall", "timeline", "search", "wall")])
def test_visitor_who_taps_again_at_once_finds_the_page_and_not_an_empty_screen(moving, qtbot, taps):
    kiosk, stage = moving
    for page in taps:
        kiosk.open(page)
    # The hung title of the wall, one character to a cell.
    qtbot.waitUntil(lambda: {"品", "牌", "企", "业"} <= set(texts(stage)), timeout=20_000)


FILM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtQml import QQmlApplicationEngine
from shiboken6 import delete as destroy
from hall_app.kiosk.app import make_application
from hall_app.kiosk.scene import make_controller, prepare_engine
from tests.kiosk.small_hall import TODAY, SmallHall, furnished

app = make_application()
assert not [name for name in sys.modules if "hall_app.qt.playback" in name]
hall = SmallHall(furnished(), {"media-film": Path(sys.argv[1])})
kiosk = make_controller(hall, today=TODAY, page="home", player=sys.argv[2])
engine = QQmlApplicationEngine()
prepare_engine(engine)
engine.setInitialProperties({"kiosk": kiosk})
engine.loadFromModule("Hall.Kiosk", "Main")
window = engine.rootObjects()[0]
window.resize(1920, 1080)
window.show()
kiosk.open("exhibit-film")

def look():
    if not kiosk.page.isPlaying:
        kiosk.page.toggle()
        return
    seen = window.grabWindow().pixelColor(1250, 380)
    if kiosk.page.share > 0 and seen.red() > 150 > 100 > seen.green():
        print("red")
        kiosk.open("home")
        app.exit()

timer = QTimer()
timer.setInterval(50)
timer.timeout.connect(look)
timer.start()
app.exec()
destroy(engine)
"""


@pytest.mark.parametrize("player", ["qt", "vlc"])
@pytest.mark.parametrize("screen", ["memory", pytest.param("gl", marks=pytest.mark.gl)])
def test_film_is_seen_on_its_page_in_a_program_that_has_shown_none_before(
    film_file, request, screen, player
):
    environment = (
        request.getfixturevalue("gl_environment")
        if screen == "gl"
        else os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    )
    done = subprocess.run(
        [sys.executable, "-c", FILM, film_file, player],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (0, "red\n"), done.stderr[-2000:]
