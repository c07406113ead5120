"""Films that flash, and films that only change: what WCAG counts and what it does not."""

import av
import pytest
from PIL import Image, ImageDraw

from hall_app.media import flashes
from hall_app.media.films import examine_film
from hall_app.media.flashes import count_flashes
from hall_app.media.ingest import ingest
from hall_app.media.limits import DEFAULT_LIMITS, Limits
from hall_app.media.refusal import Reason, Refusal

SIZE = (160, 96)
RATE = 50
BLACK, WHITE = (0, 0, 0), (255, 255, 255)


def write(path, picture, *, seconds=3.0):
    """A film of what `picture` gives for each moment: a colour, or a picture."""
    with av.open(path, "w") as container:
        film = container.add_stream("mpeg4", rate=RATE)
        film.width, film.height, film.pix_fmt = *SIZE, "yuv420p"
        film.bit_rate = 4_000_000
        for at in range(round(seconds * RATE)):
            shown = picture(at / RATE)
            image = shown if isinstance(shown, Image.Image) else Image.new("RGB", SIZE, shown)
            container.mux(film.encode(av.VideoFrame.from_image(image)))
        container.mux(film.encode(None))
    return path


def alternating(hertz, one=BLACK, other=WHITE):
    return lambda at: one if int(at * hertz * 2 + 1e-6) % 2 else other


def part_flashing(hertz, share):
    """A part of the picture, from the left, flashes; the rest is dark."""

    def picture(at):
        image = Image.new("RGB", SIZE)
        if int(at * hertz * 2 + 1e-6) % 2:
            edge = round(SIZE[0] * share)
            ImageDraw.Draw(image).rectangle((0, 0, edge - 1, SIZE[1]), WHITE)
        return image

    return picture


def halves_flashing(hertz):
    """One half is light while the other is dark."""

    def picture(at):
        middle = SIZE[0] // 2
        is_left = int(at * hertz * 2 + 1e-6) % 2
        image = Image.new("RGB", SIZE)
        box = (0, 0, middle - 1, SIZE[1]) if is_left else (middle, 0, *SIZE)
        ImageDraw.Draw(image).rectangle(box, WHITE)
        return image

    return picture


def wandering(at):
    """A light square crosses the dark."""
    image = Image.new("RGB", SIZE)
    left = int(at * 120) % SIZE[0]
    ImageDraw.Draw(image).rectangle((left, 30, left + 30, 60), WHITE)
    return image


def fading(at):
    return (round(255 * min(1.0, at / 3)),) * 3


@pytest.mark.parametrize(
    ("picture", "most"),
    [
        (alternating(5), 5),
        (alternating(2), 2),
        (alternating(3), 3),
        (alternating(25), 25),
        (alternating(5, (180, 0, 0), (0, 0, 255)), 0),
        (alternating(5, (240, 240, 240), (250, 250, 250)), 0),
        (alternating(5, (90, 90, 90), (100, 100, 100)), 0),
        (alternating(5, (60, 60, 60), (160, 160, 160)), 5),
        (part_flashing(5, 0.5), 5),
        (part_flashing(5, 0.15), 0),
        (halves_flashing(5), 5),
        (wandering, 0),
        (fading, 0),
    ],
    ids=[
        "5 Hz", "2 Hz", "3 Hz", "every frame", "red and blue of equal luminance", "light on light",
        "too little change", "greys", "half the picture", "a corner", "two halves in turn",
        "a moving square", "a fade",
    ],
)  # fmt: skip
def test_flashes_are_counted_as_they_are_seen(tmp_path, picture, most):
    assert count_flashes(write(tmp_path / "a.mp4", picture), "mov") == most


def test_the_worst_second_of_a_calm_film_counts(tmp_path):
    def picture(at):
        return alternating(6)(at) if 1.5 <= at < 2.5 else BLACK

    assert count_flashes(write(tmp_path / "a.mp4", picture, seconds=4), "mov") == 6


def test_flashes_across_the_edge_of_two_parts_are_seen_in_the_later_one(tmp_path):
    def picture(at):
        return alternating(5)(at) if 2.5 <= at < 3.5 else BLACK

    film = write(tmp_path / "a.mp4", picture, seconds=6)
    assert count_flashes(film, "mov", since=3.0, until=6.0) == 5
    assert count_flashes(film, "mov", since=0.0, until=2.0) == 0


def test_a_film_is_searched_when_it_is_taken_in(tmp_path, vault, workshop):
    film = write(tmp_path / "a.mp4", alternating(5))
    assert ingest(film, vault, workshop).probe.flashes_per_s == 5


def test_a_film_that_is_too_much_to_search_is_not_called_calm(tmp_path):
    film = write(tmp_path / "a.mp4", alternating(5))
    seen = examine_film(film, "video/mp4", Limits(flash_pixels=1_000_000))
    assert seen.probe.flashes_per_s is None
    assert examine_film(film, "video/mp4", DEFAULT_LIMITS).probe.flashes_per_s == 5


def test_a_part_of_a_film_is_searched_in_the_reading_child(tmp_path, workshop):
    film = write(tmp_path / "a.mp4", alternating(5))
    assert workshop.search_flashes(film, 0.0, 3.0) == 5


def test_what_is_no_film_is_refused_with_the_reason(tmp_path, workshop):
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 64)
    with pytest.raises(Refusal) as refused:
        workshop.search_flashes(tmp_path / "a.png", 0.0, 3.0)
    assert refused.value.reason is Reason.UNKNOWN_TYPE


def test_no_picture_at_all_has_no_flashes():
    assert flashes.most_flashes([]) == 0
