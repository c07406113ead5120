"""The film page: it plays when asked, muted, with subtitles, and lets go when left."""

from dataclasses import replace

import pytest
from PySide6.QtMultimedia import QVideoSink

from hall_app.domain.records import Track, TrackRole
from hall_app.kiosk.scene import make_controller
from hall_app.qt.playback.film_item import FilmItem
from tests.kiosk.small_hall import TODAY, SmallHall, furnished

pytestmark = pytest.mark.qt_log_ignore("No RHI backend", "PulseAudioService", "Using Qt multimedia")


@pytest.fixture
def kiosk(qapp, film_file, tmp_path):
    subtitles = tmp_path / "film.vtt"
    subtitles.write_text("WEBVTT\n\n00:00.000 --> 00:10.000\n水热了\n", encoding="utf-8")
    track = Track(
        role=TrackRole.SUBTITLES, language="zh-Hans", sha256="subtitles", file_name="film.vtt"
    )
    records = [replace(r, tracks=(track,)) if r.id == "media-film" else r for r in furnished()]
    hall = SmallHall(records, {"media-film": film_file, "subtitles": subtitles})
    kiosk = make_controller(hall, today=TODAY, page="home")
    kiosk.open("exhibit-film")
    yield kiosk
    kiosk.open("home")


def test_film_is_there_and_rests_until_it_is_asked(kiosk):
    assert kiosk.page.hasFilm
    assert not kiosk.page.isPlaying
    assert kiosk.page.isMuted


def test_film_plays_into_its_item_with_subtitles(kiosk, qtbot):
    item = FilmItem()
    kiosk.page.attach(item)
    kiosk.page.toggle()
    qtbot.waitUntil(lambda: item.hasFrame and kiosk.page.share > 0, timeout=20_000)
    assert kiosk.page.isPlaying
    assert kiosk.page.subtitle == "水热了"
    colour = item.sink.videoFrame().toImage().pixelColor(160, 90)
    assert colour.red() > 150
    assert colour.green() < 100
    kiosk.page.toggle_captions()
    assert kiosk.page.subtitle == ""


def test_film_lets_go_when_the_visitor_leaves(kiosk, qtbot):
    page = kiosk.page
    page.attach(FilmItem())
    page.toggle()
    kiosk.open("home")
    assert not page.isPlaying
    page.toggle()
    assert not page.isPlaying


def test_item_that_is_no_film_item_is_left_alone(kiosk):
    kiosk.page.attach(QVideoSink(kiosk))
    kiosk.page.toggle()
    assert not kiosk.page.isPlaying
