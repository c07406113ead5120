"""Taking files in as media, and putting another file behind one."""

import pytest
from PIL import Image

from hall_app.domain.kinds import Kind
from hall_app.domain.text import Text
from hall_app.editing import fields, media, media_files, records
from hall_app.errors import Cancelled, InvalidRecord
from hall_app.media.refusal import Refusal
from tests.store.making import added, picture_of


@pytest.fixture
def files(tmp_path):
    """Two pictures, a copy of the first, and a letter that is none."""
    made = {}
    for name, colour in [("缫丝 机.png", "teal"), ("lake.png", "navy")]:
        Image.new("RGB", (16, 9), colour).save(tmp_path / name)
        made[name] = tmp_path / name
    made["copy.png"] = tmp_path / "copy.png"
    made["copy.png"].write_bytes(made["缫丝 机.png"].read_bytes())
    made["letter.png"] = tmp_path / "letter.png"
    made["letter.png"].write_text("no picture", "utf-8")
    return made


def test_files_come_in_as_one_step_each_content_once_and_the_bad_one_is_named(
    store, vault, workshop, files
):
    imported = media.import_files(store, vault, workshop, files.values(), author="陈")
    assert len(imported.new) == 2
    assert len(imported.known) == 1
    assert list(imported.refused) == [files["letter.png"]]
    assert [(step.label, step.author, len(step.changes)) for step in store.history()] == [
        ("Import media", "陈", 2)
    ]
    for record in store.all(Kind.MEDIA):
        assert vault.verify(record.sha256)
        assert all(vault.verify(rendition.sha256) for rendition in record.renditions)
    again = media.import_files(store, vault, workshop, [files["copy.png"]])
    assert (again.new, list(again.known)) == ([], [files["copy.png"]])


def test_a_medium_is_called_by_its_file_and_names_do_not_collide(
    store, vault, workshop, files, tmp_path
):
    media.import_files(store, vault, workshop, [files["缫丝 机.png"]])
    (first,) = store.all(Kind.MEDIA)
    assert (first.slug, first.title, first.file_name) == (
        "sao-si-ji",
        Text.of("缫丝 机"),
        "缫丝 机.png",
    )
    other = tmp_path / "other" / "缫丝 机.png"
    other.parent.mkdir()
    Image.new("RGB", (8, 8), "red").save(other)
    media.import_files(store, vault, workshop, [other])
    assert {record.slug for record in store.all(Kind.MEDIA)} == {"sao-si-ji", "sao-si-ji-2"}


def test_a_name_without_letters_still_names_a_medium(store, vault, workshop, tmp_path):
    file = tmp_path / "！！.png"
    Image.new("RGB", (8, 8), "red").save(file)
    media.import_files(store, vault, workshop, [file])
    assert store.all(Kind.MEDIA)[0].slug == "media"


def test_an_undone_import_comes_back_with_its_files(store, vault, workshop, files):
    media.import_files(store, vault, workshop, [files["lake.png"]])
    before = picture_of(store)
    store.undo()
    assert picture_of(store) == {}
    store.redo()
    assert picture_of(store) == before
    assert vault.has(store.all(Kind.MEDIA)[0].sha256)


def test_a_dry_run_of_an_import_writes_no_record(store, vault, workshop, files):
    imported = media.import_files(store, vault, workshop, files.values(), dry_run=True)
    assert (len(imported.new), len(imported.refused)) == (2, 1)
    assert store.history() == ()


def test_an_import_that_is_stopped_leaves_no_record(store, vault, workshop, files):
    def stop(_done, _total, _path):
        raise Cancelled

    with pytest.raises(Cancelled):
        media.import_files(store, vault, workshop, files.values(), on_progress=stop)
    assert store.history() == ()


def test_another_file_behind_a_medium_keeps_its_words_and_its_place(store, vault, workshop, files):
    media.import_files(store, vault, workshop, [files["缫丝 机.png"]])
    (reel,) = store.all(Kind.MEDIA)
    fields.set_fields(
        store, reel.id, {"alt.en": "A reel", "credit": "南海馆", "rights.holder": "南海馆"}
    )
    event = added(store, Kind.EVENT, "silk", media=(reel.id,))
    media_files.replace_file(store, vault, workshop, reel.id, files["lake.png"])
    replaced = store.get(reel.id)
    assert (replaced.slug, replaced.alt["en"], replaced.credit) == (reel.slug, "A reel", "南海馆")
    assert replaced.rights.holder == "南海馆"
    assert replaced.sha256 != reel.sha256
    assert store.get(event.id).media == (reel.id,)
    store.undo()
    assert store.get(reel.id).sha256 == reel.sha256
    assert vault.has(reel.sha256)


def test_a_bad_file_replaces_nothing_and_only_a_medium_has_a_file(store, vault, workshop, files):
    media.import_files(store, vault, workshop, [files["lake.png"]])
    (lake,) = store.all(Kind.MEDIA)
    with pytest.raises(Refusal):
        media_files.replace_file(store, vault, workshop, lake.id, files["letter.png"])
    event = records.create(store, Kind.EVENT, "silk")
    with pytest.raises(InvalidRecord, match="no medium"):
        media_files.replace_file(store, vault, workshop, event.id, files["lake.png"])
    assert store.get(lake.id) == lake
