"""Another file behind a medium: everywhere or not quite, with the way back; what files tell."""

import pytest
from PIL import ExifTags, Image

from hall_app.domain.kinds import Kind
from hall_app.domain.records import EarlierFile, Track, TrackRole
from hall_app.domain.text import Text
from hall_app.editing import content_writer, fields, media, media_files
from hall_app.editing.keeping import media_hashes
from hall_app.editing.media import Verdict
from hall_app.errors import NotFound
from hall_app.publishing.public import public_form
from tests.media.samples import make_photo
from tests.store.making import added, picture_of


@pytest.fixture
def files(tmp_path):
    """A photo, the same one smaller and coarser, and another one."""
    photo = make_photo(800, 600)
    photo.save(tmp_path / "weaving.jpg", quality=92)
    photo.resize((400, 300)).save(tmp_path / "weaving-small.jpg", quality=60)
    make_photo(800, 600, seed=7).save(tmp_path / "kiln.jpg")
    return tmp_path


def taken(store, vault, workshop, path):
    (record,) = media.import_files(store, vault, workshop, [path]).new
    return record


def uses(store, medium, count):
    return [added(store, Kind.EVENT, f"event-{n}", media=(medium.id,)) for n in range(count)]


def test_a_photo_used_in_twelve_places_is_replaced_and_the_step_undone(
    store, vault, workshop, files
):
    old = taken(store, vault, workshop, files / "weaving.jpg")
    users = uses(store, old, 12)
    before = picture_of(store)
    media_files.replace_file(store, vault, workshop, old.id, files / "kiln.jpg")
    new = store.get(old.id)
    assert new.sha256 != old.sha256
    assert all(store.get(user.id).media == (old.id,) for user in users)
    assert [one.sha256 for one in new.earlier] == [old.sha256]
    store.undo()
    assert picture_of(store) == before


def test_a_use_may_keep_the_old_file_as_a_record_of_its_own(store, vault, workshop, files):
    old = taken(store, vault, workshop, files / "weaving.jpg")
    one, other = uses(store, old, 2)
    before = picture_of(store)
    media_files.replace_file(
        store, vault, workshop, old.id, files / "kiln.jpg", keep=[(one.id, "media.0")]
    )
    (kept,) = store.get(one.id).media
    assert store.get(kept).sha256 == old.sha256
    assert store.get(kept).slug == f"{old.slug}-2"
    assert store.get(other.id).media == (old.id,)
    store.undo()
    assert picture_of(store) == before


def test_an_earlier_file_comes_back_and_the_present_one_stays_at_hand(
    store, vault, workshop, files
):
    old = taken(store, vault, workshop, files / "weaving.jpg")
    media_files.replace_file(store, vault, workshop, old.id, files / "kiln.jpg")
    new = store.get(old.id)
    media_files.restore_file(store, old.id, old.sha256)
    back = store.get(old.id)
    assert (back.sha256, back.renditions, back.look) == (old.sha256, old.renditions, old.look)
    assert [one.sha256 for one in back.earlier] == [new.sha256]
    with pytest.raises(NotFound, match="no such earlier file"):
        media_files.restore_file(store, old.id, "0" * 64)


def test_earlier_files_are_backed_up_and_go_into_no_release(store, vault, workshop, files):
    old = taken(store, vault, workshop, files / "weaving.jpg")
    media_files.replace_file(store, vault, workshop, old.id, files / "kiln.jpg")
    fields.set_field(store, old.id, "tags", ("机器",))
    hashes = media_hashes(store)
    assert old.sha256 in hashes
    assert {one.sha256 for one in old.renditions} <= set(hashes)
    released = public_form(store.get(old.id))
    assert (released.earlier, released.tags, released.harvested) == ((), (), ())


def test_a_picture_that_looks_like_one_that_is_there_is_asked_about(store, vault, workshop, files):
    old = taken(store, vault, workshop, files / "weaving.jpg")
    wanted = [files / "weaving-small.jpg", files / "kiln.jpg", files / "weaving.jpg"]
    looked = media.look_over(store, vault, workshop, wanted)
    assert {path.name: [one.id for one in alike] for path, alike in looked.alike.items()} == {
        "weaving-small.jpg": [old.id]
    }
    assert len(store.history()) == 1


@pytest.mark.parametrize(
    ("verdict", "new", "known", "replaced"),
    [
        (Verdict.KEEP_BOTH, 2, 0, 0),
        (Verdict.USE_OLD, 1, 1, 0),
        (Verdict.REPLACE, 1, 0, 1),
    ],
)
def test_a_look_alike_is_kept_left_or_put_in_place_of_the_old_one(
    store, vault, workshop, files, verdict, new, known, replaced
):
    old = taken(store, vault, workshop, files / "weaving.jpg")
    small = files / "weaving-small.jpg"
    looked = media.look_over(store, vault, workshop, [small, files / "kiln.jpg"])
    done = media.take_in(store, looked, {small: verdict})
    assert (len(done.new), len(done.known), len(done.replaced)) == (new, known, replaced)
    assert len(store.history()) == 2
    if verdict is Verdict.REPLACE:
        assert store.get(old.id).width == 400
        assert store.get(old.id).earlier[0].sha256 == old.sha256
    else:
        assert store.get(old.id) == old


def test_folders_are_taken_with_the_folders_in_them_and_without_litter(tmp_path):
    for name in ("a.jpg", "in/b.jpg", "in/deep/c.jpg", "in/.hidden.jpg", ".git/d.jpg", "Thumbs.db"):
        (tmp_path / "f" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "f" / name).touch()
    found = media.files_in([tmp_path / "f", tmp_path / "f" / "a.jpg", tmp_path / "gone.jpg"])
    assert [one.name for one in found] == ["a.jpg", "b.jpg", "c.jpg", "gone.jpg"]


@pytest.fixture
def press(tmp_path):
    """A photo whose file says whose it is."""
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "样例摄影".encode()
    exif[ExifTags.Base.Copyright] = "样例报社".encode("gb18030")
    exif[ExifTags.Base.ImageDescription] = "晒莨 23.04000, 113.15000".encode()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "1987:05:01 09:00:00"
    make_photo(seed=3).save(tmp_path / "press.jpg", exif=exif)
    return tmp_path / "press.jpg"


def test_what_a_file_says_of_its_owner_fills_the_empty_fields(store, vault, workshop, press):
    record = taken(store, vault, workshop, press)
    assert record.credit == "样例摄影"
    assert record.rights.holder == "样例报社"
    assert record.caption["zh-Hans"] == "晒莨"
    assert record.taken == "1987-05-01T09:00:00"
    assert dict(record.harvested)["rights.holder"] == "样例报社"


def test_a_file_never_writes_over_what_a_person_wrote(store, vault, workshop, press, files):
    record = taken(store, vault, workshop, press)
    fields.set_fields(store, record.id, {"credit": "我写的", "title.zh-Hans": "我起的"})
    media_files.replace_file(store, vault, workshop, record.id, files / "kiln.jpg")
    media_files.replace_file(store, vault, workshop, record.id, press)
    back = store.get(record.id)
    assert (back.credit, back.title["zh-Hans"]) == ("我写的", "我起的")
    assert back.rights.holder == "样例报社"


def test_a_recording_is_stale_when_its_text_has_changed(store):
    sound = added(store, Kind.MEDIA, "voice")
    event = added(store, Kind.EVENT, "event", text=Text.of({"zh-Hans": "丝", "zh-Hant": "絲"}))
    values = {"readings": [{"sound": sound.id, "spoken": "yue"}]}
    fields.set_fields(store, event.id, values)
    (reading,) = store.get(event.id).readings
    assert reading.made_from
    assert not reading.is_stale(store.get(event.id).text)
    fields.set_field(store, event.id, "text.zh-Hant", "絲綢")
    changed = store.get(event.id)
    assert changed.readings == (reading,)
    assert reading.is_stale(changed.text)
    fields.set_field(store, event.id, "readings.0.sound", added(store, Kind.MEDIA, "again").id)
    (again,) = store.get(event.id).readings
    assert not again.is_stale(changed.text)


def test_a_track_is_stale_when_its_film_has_been_replaced(store, vault, workshop, files):
    film = taken(store, vault, workshop, files / "weaving.jpg")
    track = Track(role=TrackRole.SUBTITLES, language="en", sha256="a" * 64, file_name="a.vtt")
    fields.set_field(store, film.id, "tracks", (track,))
    (held,) = store.get(film.id).tracks
    assert not held.is_stale(film.sha256)
    media_files.replace_file(store, vault, workshop, film.id, files / "kiln.jpg")
    assert store.get(film.id).tracks[0].is_stale(store.get(film.id).sha256)


def test_earlier_files_stay_out_of_content_files(store, vault, workshop, files, tmp_path):
    old = taken(store, vault, workshop, files / "weaving.jpg")
    media_files.replace_file(store, vault, workshop, old.id, files / "kiln.jpg")
    assert isinstance(store.get(old.id).earlier[0], EarlierFile)
    content_writer.dump(store, tmp_path / "out", vault, [Kind.MEDIA])
    words = (tmp_path / "out" / "media" / f"{old.slug}.yaml").read_text("utf-8")
    assert "earlier" not in words
    assert old.sha256 not in words
