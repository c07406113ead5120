"""Films and sounds: how long, how large, which way up, and what stands for them."""

import io

import av
import pytest
from PIL import Image

from hall_app.domain.records import Medium
from hall_app.media import examination
from hall_app.media.films import examine_film
from hall_app.media.limits import DEFAULT_LIMITS, Limits
from hall_app.media.recognition import recognise
from hall_app.media.refusal import Refusal
from tests.media.samples import BLUE, GREEN, RED, WHITE, write_film, write_sound


def examine(path):
    return examine_film(path, recognise(path.read_bytes()), DEFAULT_LIMITS)


def poster(seen) -> Image.Image:
    return Image.open(io.BytesIO(seen.renditions[0].data)).convert("RGB")


def is_close(one, other, most: int = 40) -> bool:
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


def test_a_film_says_how_long_and_how_large_it_is(tmp_path):
    probe = examine(write_film(tmp_path / "a.mp4", seconds=2, size=(640, 360))).probe

    assert probe.duration_s == pytest.approx(2.0, abs=0.05)
    assert (probe.width, probe.height, probe.frames_per_second) == (640, 360, 25.0)
    assert (probe.codec, probe.has_audio) == ("mpeg4", True)


def test_a_silent_film_has_no_sound(tmp_path):
    assert not examine(write_film(tmp_path / "a.mp4", has_sound=False)).probe.has_audio


@pytest.mark.parametrize("dark_frames", [0, 1, 30])
def test_the_poster_is_the_first_frame_that_shows_something(tmp_path, dark_frames):
    picture = poster(examine(write_film(tmp_path / "a.mp4", dark_frames=dark_frames)))

    assert is_close(picture.getpixel((20, 20)), RED)
    assert is_close(picture.getpixel((300, 20)), GREEN)
    assert is_close(picture.getpixel((20, 220)), BLUE)


def test_a_film_that_is_dark_throughout_still_has_a_poster(tmp_path):
    picture = poster(examine(write_film(tmp_path / "a.mp4", dark_frames=50)))

    assert is_close(picture.getpixel((20, 20)), (0, 0, 0))


@pytest.mark.parametrize(
    ("turned", "size", "corner"),
    [
        (0, (320, 240), RED),
        (90, (240, 320), GREEN),
        (180, (320, 240), WHITE),
        (270, (240, 320), BLUE),
    ],
)
def test_a_film_held_sideways_is_set_upright(tmp_path, turned, size, corner):
    seen = examine(write_film(tmp_path / "a.mp4", turned=turned))

    assert (seen.probe.width, seen.probe.height) == size
    assert poster(seen).size == size
    assert is_close(poster(seen).getpixel((20, 20)), corner)


def test_pixels_that_are_not_square_are_made_so(tmp_path):
    path = tmp_path / "wide.mp4"
    with av.open(path, "w") as container:
        film = container.add_stream("mpeg4", rate=25)
        film.width, film.height, film.pix_fmt = 320, 240, "yuv420p"
        film.codec_context.sample_aspect_ratio = 2
        for _ in range(10):
            container.mux(film.encode(av.VideoFrame.from_image(Image.new("RGB", (320, 240), RED))))
        container.mux(film.encode(None))

    assert examine(path).probe.width == 640


@pytest.mark.parametrize(
    ("ending", "mime"),
    [
        ("mp3", "audio/mpeg"),
        ("wav", "audio/wav"),
        ("flac", "audio/flac"),
        ("ogg", "audio/ogg"),
        ("m4a", "audio/mp4"),
    ],
)
def test_a_sound_says_how_long_it_is(tmp_path, ending, mime):
    probe = examine(write_sound(tmp_path / f"a.{ending}")).probe

    assert (probe.medium, probe.mime) == (Medium.SOUND, mime)
    assert probe.duration_s == pytest.approx(2.0, abs=0.1)


def test_a_film_file_with_only_sound_is_a_sound(tmp_path):
    (tmp_path / "film.mp4").write_bytes(
        write_sound(tmp_path / "a.m4a").read_bytes().replace(b"M4A ", b"isom")
    )
    probe = examine(tmp_path / "film.mp4").probe

    assert (probe.medium, probe.mime) == (Medium.SOUND, "audio/mp4")


def test_a_container_with_nothing_to_play_is_refused(tmp_path):
    with av.open(tmp_path / "a.mkv", "w") as container:
        container.add_attachment("notes.txt", "text/plain", b"no film")
        container.start_encoding()
    with pytest.raises(Refusal):
        examination.examine(tmp_path / "a.mkv", limits=DEFAULT_LIMITS, fonts=None)


def test_what_a_film_says_of_itself_is_kept(tmp_path):
    path = tmp_path / "a.mp4"
    with av.open(path, "w") as container:
        container.metadata.update(
            {"title": "六角水轮", "artist": "Brand Nanhai Hall", "copyright": "南海区"}
        )
        film = container.add_stream("mpeg4", rate=25)
        film.width, film.height, film.pix_fmt = 64, 48, "yuv420p"
        for _ in range(5):
            container.mux(film.encode(av.VideoFrame.from_image(Image.new("RGB", (64, 48), RED))))
        container.mux(film.encode(None))
    words = examine(path).probe.credits

    assert (words.title, words.credit, words.rights) == ("六角水轮", "Brand Nanhai Hall", "南海区")
    assert ("Tag.title", "六角水轮") in words.pairs


def test_too_many_streams_are_refused(tmp_path):
    path = write_film(tmp_path / "a.mp4")
    with pytest.raises(Refusal, match="2 streams"):
        examine_film(path, "video/mp4", Limits(streams=1))


def test_a_long_film_is_tried_only_at_its_beginning(tmp_path):
    seen = examine(write_film(tmp_path / "a.mp4", seconds=5, dark_frames=100))

    assert is_close(poster(seen).getpixel((20, 20)), (0, 0, 0))
    assert seen.probe.duration_s == pytest.approx(5.0, abs=0.1)


def test_a_long_sound_is_tried_only_at_its_beginning(tmp_path):
    assert examine(write_sound(tmp_path / "a.flac", seconds=5)).probe.duration_s == pytest.approx(
        5, abs=0.1
    )
