"""Files brought in: what is known of them afterwards, and where they lie."""

import errno
import io
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from hall_app.domain.records import Medium
from hall_app.errors import MachineFailed, MediaRefused
from hall_app.media.ingest import ingest, ingest_many
from hall_app.media.limits import Limits
from hall_app.media.refusal import Reason, Refusal
from hall_app.media.vault import Vault
from hall_app.media.workshop import Workshop
from tests.media.samples import (
    encoded,
    make_photo,
    make_quarters,
    make_svg,
    write_film,
    write_sound,
)


def stored(vault: Vault, ingested, name: str) -> Image.Image:
    rendition = next(one for one in ingested.renditions if one.name == name)
    return Image.open(io.BytesIO(vault.path(rendition.sha256).read_bytes()))


def test_a_photo_gives_itself_and_three_sizes(vault, workshop, tmp_path):
    (tmp_path / "桑基鱼塘.jpg").write_bytes(encoded(make_photo(3000, 2000), "JPEG"))
    photo = ingest(tmp_path / "桑基鱼塘.jpg", vault, workshop)

    assert photo.file_name == "桑基鱼塘.jpg"
    assert vault.path(photo.sha256).read_bytes() == (tmp_path / "桑基鱼塘.jpg").read_bytes()
    assert photo.size_bytes == vault.path(photo.sha256).stat().st_size
    assert (photo.probe.medium, photo.probe.mime) == (Medium.PICTURE, "image/jpeg")
    assert (photo.probe.width, photo.probe.height) == (3000, 2000)
    assert [(one.name, one.width, one.height) for one in photo.renditions] == [
        ("2560", 2560, 1707),
        ("1280", 1280, 853),
        ("320", 320, 213),
    ]
    for one in photo.renditions:
        assert stored(vault, photo, one.name).size == (one.width, one.height)
    assert len(list(vault)) == 4


def test_what_a_file_is_comes_from_its_bytes_and_not_its_name(vault, workshop, tmp_path):
    (tmp_path / "film.mp4").write_bytes(encoded(make_quarters(), "PNG"))

    assert ingest(tmp_path / "film.mp4", vault, workshop).probe.mime == "image/png"


def test_a_small_picture_is_never_made_larger(vault, workshop, tmp_path):
    (tmp_path / "small.jpg").write_bytes(encoded(make_photo(500, 400), "JPEG"))
    small = ingest(tmp_path / "small.jpg", vault, workshop)

    assert [(one.name, one.width) for one in small.renditions] == [
        ("2560", 500),
        ("1280", 500),
        ("320", 320),
    ]
    assert small.renditions[0].sha256 == small.renditions[1].sha256


def test_two_files_of_one_content_are_stored_once(vault, workshop, tmp_path):
    for name in ("a.jpg", "b.jpeg"):
        (tmp_path / name).write_bytes(encoded(make_photo(), "JPEG"))
    first = ingest(tmp_path / "a.jpg", vault, workshop)
    count = len(list(vault))
    second = ingest(tmp_path / "b.jpeg", vault, workshop)

    assert (first.sha256, first.renditions) == (second.sha256, second.renditions)
    assert len(list(vault)) == count


def test_the_same_bytes_are_not_read_a_second_time(vault, workshop, tmp_path, monkeypatch):
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(encoded(make_photo(), "JPEG"))
    first = ingest(tmp_path / "a.jpg", vault, workshop)
    monkeypatch.setattr(workshop, "examine", forbidden)
    second = ingest(tmp_path / "b.jpg", vault, workshop)

    assert second == replace(first, file_name="b.jpg")


def test_they_are_read_again_where_a_rendition_the_note_or_the_limits_changed(
    vault, workshop, tmp_path
):
    (tmp_path / "a.jpg").write_bytes(encoded(make_photo(), "JPEG"))
    first = ingest(tmp_path / "a.jpg", vault, workshop)
    vault.path(first.renditions[1].sha256).unlink()

    assert ingest(tmp_path / "a.jpg", vault, workshop) == first
    assert vault.verify(first.renditions[1].sha256)

    (note,) = (vault.folder / ".notes").iterdir()
    note.write_bytes(b"\xc1 half")
    assert ingest(tmp_path / "a.jpg", vault, workshop) == first

    with (
        Workshop(fonts=None, limits=Limits(pixels=1000), readers=1) as stricter,
        pytest.raises(Refusal),
    ):
        ingest(tmp_path / "a.jpg", vault, stricter)


def forbidden(path: Path) -> None:
    raise AssertionError(path)


def test_a_drawing_is_stored_cleaned_and_drawn_at_three_sizes(vault, workshop, tmp_path):
    (tmp_path / "plate.svg").write_bytes(
        make_svg("<!-- by hand --><rect width='40' height='20' fill='#80a040'/>")
    )
    plate = ingest(tmp_path / "plate.svg", vault, workshop)

    assert plate.probe.medium is Medium.VECTOR
    assert plate.probe.colour == "#80a040"
    assert b"by hand" not in vault.path(plate.sha256).read_bytes()
    assert [(one.name, one.width, one.height) for one in plate.renditions] == [
        ("2560", 2560, 1280),
        ("1280", 1280, 640),
        ("320", 320, 160),
    ]


def test_a_film_gives_a_poster(vault, workshop, tmp_path):
    film = ingest(write_film(tmp_path / "film.mp4", dark_frames=5), vault, workshop)

    assert film.probe.medium is Medium.FILM
    assert film.probe.has_audio
    assert film.probe.duration_s == pytest.approx(2.0, abs=0.05)
    assert film.probe.frames_per_second == 25
    assert [one.name for one in film.renditions] == ["poster", "1280", "320"]
    red, green, blue = stored(vault, film, "poster").convert("RGB").getpixel((40, 40))
    assert red > 180
    assert max(green, blue) < 90


def test_a_sound_has_a_duration_and_the_picture_of_its_loudness(vault, workshop, tmp_path):
    sound = ingest(write_sound(tmp_path / "voice.mp3"), vault, workshop)

    assert sound.probe.medium is Medium.SOUND
    assert sound.probe.duration_s == pytest.approx(2.0, abs=0.1)
    (wave,) = sound.renditions
    assert (wave.name, wave.width, wave.height) == ("wave", 640, 400)
    with Image.open(vault.path(wave.sha256)) as picture:
        assert picture.mode == "RGBA"
        assert picture.getchannel("A").getextrema() == (0, 255)
    assert sound.probe.colour == ""


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.jpg", b"", Reason.EMPTY),
        ("letter.docx", b"PK\x03\x04" + bytes(100), Reason.UNKNOWN_TYPE),
        ("program.jpg", b"\x7fELF" + bytes(100), Reason.UNKNOWN_TYPE),
        ("notes.txt", "佛山南海".encode(), Reason.UNKNOWN_TYPE),
        ("page.svg", b"<html><body>svg</body></html>", Reason.UNKNOWN_TYPE),
    ],
)
def test_what_the_hall_does_not_take_is_refused_by_name(
    vault, workshop, tmp_path, name, content, reason
):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(MediaRefused, match=name) as refused:
        ingest(tmp_path / name, vault, workshop)

    assert refused.value.reason is reason
    assert refused.value.code == f"media-{reason}"
    assert refused.value.remedy
    assert list(vault) == []


def test_a_file_that_is_not_there_is_said_to_be_missing(vault, workshop, tmp_path):
    for path in (tmp_path / "gone.jpg", tmp_path / "nul\0.jpg"):
        with pytest.raises(Refusal) as refused:
            ingest(path, vault, workshop)
        assert refused.value.reason is Reason.MISSING


def test_a_folder_is_no_file(vault, workshop, tmp_path):
    with pytest.raises(Refusal) as refused:
        ingest(tmp_path, vault, workshop)

    assert refused.value.reason is Reason.NOT_A_FILE


@pytest.mark.skipif(os.name == "nt", reason="pipes in the file system are POSIX's")
def test_a_pipe_is_no_file_and_is_not_waited_for(vault, workshop, tmp_path):
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(Refusal) as refused:
        ingest(tmp_path / "pipe.jpg", vault, workshop)

    assert refused.value.reason is Reason.NOT_A_FILE


def test_too_long_a_path_is_refused(vault, workshop, tmp_path):
    with pytest.raises(Refusal, match="too long a path"):
        ingest(tmp_path / ("x" * 5000 + ".jpg"), vault, workshop)


def test_a_vault_that_cannot_be_written_is_no_fault_of_the_file(workshop, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(encoded(make_photo(), "JPEG"))
    (tmp_path / "vault").write_bytes(b"")
    with pytest.raises(MachineFailed, match="vault"):
        ingest(tmp_path / "photo.jpg", Vault(tmp_path / "vault"), workshop)


def test_many_files_come_in_in_order_with_the_refused_among_them(vault, workshop, tmp_path):
    paths = [tmp_path / f"{at}.jpg" for at in range(4)]
    for at, path in enumerate(paths):
        path.write_bytes(b"" if at == 2 else encoded(make_photo(64, 48, seed=at), "JPEG"))
    heard: list[tuple[int, int]] = []
    outcomes = ingest_many(
        paths, vault, workshop, on_progress=lambda done, all_, _path: heard.append((done, all_))
    )

    assert [outcome.path for outcome in outcomes] == paths
    assert [outcome.refusal is not None for outcome in outcomes] == [False, False, True, False]
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_cancelled_import_keeps_what_is_done_and_begins_no_more(vault, workshop, tmp_path):
    paths = [tmp_path / f"{at}.jpg" for at in range(30)]
    for at, path in enumerate(paths):
        path.write_bytes(encoded(make_photo(64, 48, seed=at), "JPEG"))
    outcomes = ingest_many(paths, vault, workshop, cancelled=lambda: True)

    assert 1 <= len(outcomes) < 30
    assert all(vault.verify(outcome.ingested.sha256) for outcome in outcomes)


def test_a_file_that_may_not_be_read_is_no_fault_of_its_bytes(
    vault, workshop, tmp_path, monkeypatch
):
    (tmp_path / "a.jpg").write_bytes(encoded(make_photo(), "JPEG"))
    really_open = Path.open

    def refuse(path: Path, *words, **named):
        if path.name == "a.jpg":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return really_open(path, *words, **named)

    # The superuser may read everything, so the machine's own "no" is given here.
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(MediaRefused, match=r"a\.jpg.*cannot be opened"):
        ingest(tmp_path / "a.jpg", vault, workshop)
    (tmp_path / "b.jpg").write_bytes(encoded(make_photo(), "JPEG"))
    refused, taken = ingest_many([tmp_path / "a.jpg", tmp_path / "b.jpg"], vault, workshop)
    assert refused.refusal is not None
    assert taken.ingested is not None


def test_a_listener_that_raises_ends_the_import_and_leaves_a_sound_vault(vault, workshop, tmp_path):
    paths = [tmp_path / f"{at}.jpg" for at in range(30)]
    for at, path in enumerate(paths):
        path.write_bytes(encoded(make_photo(64, 48, seed=at), "JPEG"))

    def stop(done: int, _all: int, _path: Path) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest_many(paths, vault, workshop, on_progress=stop)

    assert 2 <= len(list(vault)) < 60
    assert all(vault.verify(sha256) for sha256 in vault)
    assert len(ingest_many(paths, vault, workshop)) == 30
