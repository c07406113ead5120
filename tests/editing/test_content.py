"""The hall as files: what is read, what is refused, and the same hall back again."""

import pytest
import yaml

from hall_app.domain.kinds import Kind
from hall_app.domain.records import Media
from hall_app.domain.text import Text, Wording, digest
from hall_app.editing import content, content_writer, fields, media, records, translation
from hall_app.errors import NotFound
from hall_app.media.vault import Vault
from hall_app.store.store import Store
from tests import hall_content
from tests.clock import Clock, Ids
from tests.hall_content import CUES, STROKE
from tests.store.making import added, picture_of


@pytest.fixture
def intake(vault, workshop):
    return content.Intake(vault, workshop)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "content"


def write(folder, name, body):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        body if isinstance(body, str) else yaml.safe_dump(body, allow_unicode=True), "utf-8"
    )
    return path


def reasons(loaded):
    return {refusal.path: refusal.reason for refusal in loaded.refused}


def test_the_whole_hall_is_the_same_after_writing_and_reading_it_back(tmp_path):
    """Loading twice changes nothing; a library made from what was written equals the first."""
    folder = hall_content.copy_content(tmp_path / "content")
    vault = Vault(tmp_path / "vault")
    with Store.open(tmp_path / "one.db", now=Clock(), new_id=Ids()) as store:
        loaded = hall_content.load(store, folder, vault)
        assert loaded.refused == []
        assert loaded.created == len(list(folder.rglob("*.yaml")))
        original = picture_of(store)
        version = store.version
        again = hall_content.load(store, folder, vault)
        assert (again.created, again.updated, again.unchanged) == (0, 0, loaded.created)
        assert (store.version, bool(again.changes)) == (version, False)
        content_writer.dump(store, tmp_path / "written", vault)
    with Store.open(tmp_path / "two.db", now=Clock(), new_id=Ids(2)) as store:
        assert hall_content.load(store, tmp_path / "written", vault).refused == []
        assert picture_of(store) == original


def test_a_library_of_every_trouble_is_the_same_after_writing_and_reading_it_back(
    store, vault, workshop, intake, tmp_path
):
    for place in ("one", "two"):
        file = write(
            tmp_path / place, "IMG_0001.svg", STROKE.replace("9v9", f"{len(place)}v{ord(place[0])}")
        )
        media.import_files(store, vault, workshop, [file])
    event = records.create(store, Kind.EVENT, "silk", {"title.zh-Hant": "絲", "date": "19世纪末"})
    translation.draft(store, event.id, "title", "zh-Hans", source="zh-Hant", author="")
    other = records.create(store, Kind.EVENT, "linen", {"title.zh-Hans": "麻", "title.en": "Linen"})
    fields.set_field(store, other.id, "title.zh-Hans", "亚麻")
    fields.set_fields(store, other.id, {"date": "清同治十一年", "related": "event:silk"})
    fields.set_field(store, other.id, "shown.until", "2030-12-31")
    before = picture_of(store)
    content_writer.dump(store, tmp_path / "written", vault)
    assert len(list((tmp_path / "written" / "media").glob("*.svg"))) == 2
    with Store.open(tmp_path / "again.db", now=Clock(), new_id=Ids(2)) as again:
        assert content.load(again, tmp_path / "written", intake).refused == []
        assert picture_of(again) == before


def test_what_is_written_twice_is_the_same_to_the_byte(store, vault, tmp_path):
    added(store, Kind.EVENT, "silk", "丝")
    for name in ("one", "two"):
        content_writer.dump(store, tmp_path / name, vault)
    one, two = (next((tmp_path / name).rglob("silk.yaml")).read_bytes() for name in ("one", "two"))
    assert one == two
    assert b"\r" not in one
    assert "丝".encode() in one


def test_a_file_name_that_leads_out_of_the_folder_is_not_followed(store, vault, tmp_path):
    sha256 = vault.put(STROKE.encode())
    added(store, Kind.MEDIA, "reel", sha256=sha256, file_name="../../escaped.svg")
    content_writer.dump(store, tmp_path / "deep" / "written", vault)
    assert (tmp_path / "deep" / "written" / "media" / "reel.svg").is_file()
    assert not list(tmp_path.glob("**/escaped.svg"))


def test_a_file_names_its_links_by_slug_its_date_in_words_and_its_texts_in_languages(
    store, folder, intake
):
    write(folder, "gallery/century.yaml", {"title": "百年"})
    write(folder, "event/steam.yaml", {"title": "蒸汽", "date": "清同治十一年"})
    write(folder, "event/silk.yaml", {
        "title": {"zh-Hans": "丝", "en": "Silk"}, "gallery": "century", "related": ["event:steam"],
        "date": {"edtf": "1872", "words": {"en": "in the days of steam"}},
    })  # fmt: skip
    loaded = content.load(store, folder, intake, author="陈")
    assert (loaded.created, loaded.refused) == (3, [])
    silk, steam = store.resolve("silk"), store.resolve("steam")
    assert silk.gallery == store.resolve("gallery:century").id
    assert silk.related == (steam.id,)
    assert silk.title.wording("en") == Wording("Silk", made_from=digest("丝"))
    assert (silk.date.edtf, silk.date.words) == ("1872", Text.of({"en": "in the days of steam"}))
    assert steam.date.words == Text.of("清同治十一年")
    assert [(step.label, step.author) for step in store.history()] == [
        ("Load content from content", "陈")
    ]


def test_loading_again_updates_what_changed_and_only_that(store, folder, intake):
    for slug in ("silk", "steam"):
        write(folder, f"event/{slug}.yaml", {"title": slug})
    content.load(store, folder, intake)
    ids = {record.id for record in store.all(Kind.EVENT)}
    write(folder, "event/silk.yaml", {"title": "丝"})
    loaded = content.load(store, folder, intake)
    assert (loaded.created, loaded.updated, loaded.unchanged) == (0, 1, 1)
    assert {record.id for record in store.all(Kind.EVENT)} == ids
    assert loaded.changes.ids == {store.resolve("silk").id}


def test_a_dry_run_says_the_same_and_writes_nothing(store, folder, intake):
    write(folder, "event/silk.yaml", {"title": "丝"})
    loaded = content.load(store, folder, intake, dry_run=True)
    assert (loaded.created, store.count(Kind.EVENT), store.history()) == (1, 0, ())


def test_two_files_may_change_names_with_each_other(store, folder, intake):
    one, two = Ids(5)(), Ids(6)()
    for slug, record_id in (("a", one), ("b", two)):
        write(folder, f"event/{slug}.yaml", {"id": record_id})
    content.load(store, folder, intake)
    for slug, record_id in (("a", two), ("b", one)):
        write(folder, f"event/{slug}.yaml", {"id": record_id})
    loaded = content.load(store, folder, intake)
    assert (loaded.updated, loaded.refused) == (2, [])
    assert store.resolve("a").id == two


@pytest.mark.parametrize(
    ("name", "body", "named"),
    [
        ("event/bad.yaml", "a: [", "expected"),
        ("event/bad.yaml", "- one", "no fields"),
        ("event/bad.yaml", "", "no fields"),
        ("event/bad.yaml", {"colour": "red"}, "colour"),
        ("event/bad.yaml", {"title": 7}, "title"),
        ("event/bad.yaml", {"title": {"klingon!": "x"}}, "klingon"),
        ("event/bad.yaml", {"date": "soon"}, "soon"),
        ("event/bad.yaml", {"date": {"words": "soon"}}, "no date"),
        ("event/bad.yaml", {"gallery": "nowhere"}, "nowhere"),
        ("event/bad.yaml", {"gallery": "event:good"}, "gallery"),
        ("event/bad.yaml", {"related": ["good"], "media": ["good"]}, "good"),
        ("event/bad.yaml", {"citations": [{"source": "event:good"}]}, "source"),
        ("event/bad.yaml", {"id": "7"}, "no id"),
        ("event/Bad Name.yaml", {"title": "丝"}, "short name"),
        ("event/zz.yaml", {"id": "018f3c2a-0000-7000-8000-000000000000"}, "event/good.yaml"),
        ("craft/bad.yaml", {"id": "018f3c2a-0000-7000-8000-000000000001"}, "event with its id"),
        ("event/there.yaml", {"id": "018f3c2a-0000-7000-8000-000000000009"}, "already"),
        ("media/bad.yaml", {"title": "丝"}, "no file"),
        ("media/bad.yaml", {"file": "gone.svg"}, "gone.svg"),
        ("media/bad.yaml", {"file": "../event/good.yaml"}, "good.yaml"),
        ("media/bad.yaml", {"file": "real.svg", "tracks": 5}, "tracks"),
        ("media/bad.yaml", {"file": "real.svg", "tracks": [{"role": "subtitles"}]}, "no file"),
        ("media/bad.yaml", {"file": "real.svg", "tracks": [{"file": "real.vtt"}]}, "tracks.0"),
        ("media/bad.yaml", {"file": "false.svg"}, "false.svg"),
        ("enterprise/bad.yaml", {"former_titles": "旧名"}, "former_titles"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_by_name_and_the_others_are_taken(
    store, folder, intake, name, body, named
):
    there = added(store, Kind.EVENT, "there")
    with store.edit("other") as edit:
        edit.put(type(there)(id="018f3c2a-0000-7000-8000-000000000001", slug="other"))
    write(folder, "event/good.yaml", {"id": "018f3c2a-0000-7000-8000-000000000000", "title": "好"})
    write(folder, "media/real.svg", STROKE)
    write(folder, "media/real.vtt", CUES)
    write(folder, "media/false.svg", "no drawing at all")
    write(folder, name, body)
    loaded = content.load(store, folder, intake)
    assert list(reasons(loaded)) == [name]
    assert named in reasons(loaded)[name]
    assert loaded.created == 1
    assert store.resolve("good").title["zh-Hans"] == "好"
    assert store.check() == ()


def test_what_links_to_a_refused_file_is_refused_with_it(store, folder, intake):
    write(folder, "source/bad.yaml", {"form": "rumour"})
    write(folder, "event/silk.yaml", {"citations": [{"source": "bad"}]})
    write(folder, "exhibit/panel.yaml", {"items": ["event:silk"]})
    write(folder, "event/free.yaml", {"title": "好"})
    loaded = content.load(store, folder, intake)
    assert set(reasons(loaded)) == {"source/bad.yaml", "event/silk.yaml", "exhibit/panel.yaml"}
    assert "source:bad" in reasons(loaded)["event/silk.yaml"]
    assert [record.slug for record in store.all(Kind.EVENT)] == ["free"]


def test_a_medium_comes_with_its_file_and_its_tracks(store, folder, intake, vault):
    write(folder, "media/film.svg", STROKE)
    write(folder, "media/film.en.vtt", CUES)
    write(folder, "media/film.yaml", {
        "file": "film.svg", "alt": "丝",
        "tracks": [{"role": "subtitles", "language": "en", "file": "film.en.vtt"}],
    })  # fmt: skip
    assert content.load(store, folder, intake).refused == []
    film = store.resolve("film")
    assert isinstance(film, Media)
    assert (film.file_name, film.medium, film.tracks[0].file_name) == (
        "film.svg",
        "vector",
        "film.en.vtt",
    )
    assert vault.has(film.sha256)
    assert vault.has(film.tracks[0].sha256)


def test_a_folder_without_content_is_told(store, tmp_path, intake):
    with pytest.raises(NotFound, match="no content files"):
        content.load(store, tmp_path, intake)
    with pytest.raises(NotFound):
        content.load(store, tmp_path / "nowhere", intake)


def test_a_load_that_is_stopped_leaves_no_record(store, folder, intake):
    write(folder, "media/reel.svg", STROKE)
    write(folder, "media/reel.yaml", {"file": "reel.svg"})
    write(folder, "event/silk.yaml", {"media": ["reel"]})

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        content.load(store, folder, intake, on_progress=stop)
    assert store.history() == ()
    assert content.load(store, folder, intake).created == 2
