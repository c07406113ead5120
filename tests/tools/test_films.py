"""The hall's three films: they play, they move, they have scenes, and their words fit them."""

from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

import av
import numpy as np
import pytest
import yaml
from av.video.frame import VideoFrame

from hall_app.media.films import POSTER, examine_film
from hall_app.media.limits import Limits
from hall_app.media.subtitles import read_subtitles
from tools.films.film import RATE, SIZE, Film
from tools.films.subtitles import LANGUAGES, vtt
from tools.render_films import FILMS, MEDIA, MOST_BYTES

SMALL = 480, 270
# Grey values of 255: how unlike two pictures of one film must be to count as two scenes, how
# much must change within a second, and how alike the ends must be.
UNLIKE, MOVED, ALIKE, UNIFORM = 8.0, 0.25, 3.0, 8.0
FASTEST = {"zh-Hans": 8.0, "zh-Hant": 8.0, "en": 20.0}

each_film = pytest.mark.parametrize("film", FILMS.values(), ids=FILMS)
each_language = pytest.mark.parametrize("language", LANGUAGES)


@dataclass(frozen=True)
class Seen:
    """A film as it was played: its form, and every frame small and grey."""

    size: tuple[int, int]
    pixels: str
    codec: str
    rate: float
    duration_s: float
    has_sound: bool
    frames: np.ndarray

    def at(self, seconds):
        return self.frames[min(len(self.frames) - 1, round(seconds * RATE))]


@cache
def played(slug) -> Seen:
    with av.open(MEDIA / f"{slug}.mp4") as container:
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        frames = [_small(frame) for frame in container.decode(stream)]
        return Seen(
            size=(stream.width, stream.height),
            pixels=stream.pix_fmt,
            codec=stream.codec_context.codec.canonical_name,
            rate=float(stream.average_rate),
            duration_s=container.duration / av.time_base,
            has_sound=bool(container.streams.audio),
            frames=np.array(frames),
        )


def apart(one, other):
    return float(np.abs(one.astype(int) - other.astype(int)).mean())


def _small(frame):
    return frame.reformat(*SMALL, "gray", interpolation="AREA").to_ndarray()


@each_film
def test_a_film_is_what_every_player_reads(film: Film):
    seen = played(film.slug)
    assert (seen.codec, seen.pixels, seen.size) == ("h264", "yuv420p", SIZE)
    assert seen.rate == RATE
    assert not seen.has_sound


@each_film
def test_a_film_is_long_enough_and_small_enough(film: Film):
    seen = played(film.slug)
    assert seen.duration_s >= 20
    assert len(seen.frames) == film.frame_count == round(seen.duration_s * RATE)
    assert (MEDIA / f"{film.slug}.mp4").stat().st_size <= MOST_BYTES


@each_film
def test_no_frame_of_a_film_is_empty(film: Film):
    assert played(film.slug).frames.std(axis=(1, 2)).min() > UNIFORM


@each_film
def test_something_moves_in_every_second(film: Film):
    seen = played(film.slug)
    changes = [
        max(apart(seen.at(second), seen.at(second + part)) for part in (0.32, 0.64, 0.96))
        for second in range(film.duration_s)
    ]
    assert min(changes) > MOVED


@each_film
def test_a_film_has_at_least_three_scenes(film: Film):
    seen = played(film.slug)
    middles = [seen.at((cue.start + cue.end) / 2) for cue in film.cues]
    assert any(
        all(apart(one, other) > UNLIKE for one, other in combinations(three, 2))
        for three in combinations(middles, 3)
    )


@each_film
def test_the_last_frame_leads_back_to_the_first(film: Film):
    frames = played(film.slug).frames
    assert apart(frames[0], frames[-1]) < ALIKE


@each_film
@pytest.mark.parametrize("share", [0.0, 0.4, 0.75])
def test_the_committed_film_is_the_drawn_one(film: Film, share):
    number = int(share * film.frame_count)
    drawn = VideoFrame.from_image(film.frame(number)).reformat(
        format="yuv420p", src_colorspace="ITU709", dst_colorspace="ITU709"
    )
    assert apart(played(film.slug).frames[number], _small(drawn)) < ALIKE


@each_film
def test_the_hall_takes_a_film_in_with_a_poster_that_shows_something(film: Film):
    found = examine_film(MEDIA / f"{film.slug}.mp4", "video/mp4", Limits())
    assert found.probe.duration_s == pytest.approx(film.duration_s, abs=0.1)
    assert found.renditions[0].name == POSTER
    assert (found.renditions[0].width, found.renditions[0].height) == SIZE
    assert played(film.slug).frames[0].std() > UNIFORM


@each_film
@each_language
def test_the_committed_subtitles_are_the_written_ones(film: Film, language):
    file = MEDIA / f"{film.slug}.{language}.vtt"
    assert file.read_text("utf-8") == vtt(film.cues, language)


@each_film
def test_the_subtitles_of_three_languages_come_and_go_together(film: Film):
    spoken = [_cues(film, language) for language in LANGUAGES]
    times = [[(cue.start_s, cue.end_s) for cue in cues] for cues in spoken]
    assert times[0] == times[1] == times[2]
    assert len(times[0]) >= 3
    assert all(end <= start for (_, end), (start, _) in pairwise(times[0]))
    assert times[0][-1][1] <= played(film.slug).duration_s


@each_film
@each_language
def test_subtitles_stay_long_enough_to_be_read(film: Film, language):
    for cue in _cues(film, language):
        assert len(cue.text) / (cue.end_s - cue.start_s) <= FASTEST[language], cue.text


@each_film
def test_a_film_s_record_names_its_tracks_and_says_why_none_is_described(film: Film):
    record = yaml.safe_load((MEDIA / f"{film.slug}.yaml").read_text("utf-8"))
    assert record["file"] == f"{film.slug}.mp4"
    assert record["is_drawn"]
    assert record["tracks"] == [
        {"role": "subtitles", "language": language, "file": f"{film.slug}.{language}.vtt"}
        for language in LANGUAGES
    ]
    for words in ("caption", "alt", "no_description_because"):
        assert list(record[words]) == list(LANGUAGES)
        assert all(record[words].values())


def _cues(film, language):
    return read_subtitles((MEDIA / f"{film.slug}.{language}.vtt").read_bytes())
