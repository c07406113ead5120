"""Reading releases: what a kiosk sees, what it never sees, and what no clock can take away."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hall_app.domain.dates import Day
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.enterprise import Honour
from hall_app.domain.records.media import Rendition
from hall_app.domain.records.record import Shown
from hall_app.domain.records.structure import Gallery
from hall_app.errors import NotFound, NotTrusted
from hall_app.publishing.installing import install
from hall_app.publishing.opening import open_reader
from hall_app.publishing.package import EVERYTHING, Carries, write_package
from hall_app.publishing.reading import file_names
from hall_app.publishing.verified import VerifiedRelease
from hall_app.publishing.working import WorkingRelease
from hall_app.store.release_index import ReleaseIndex
from tests.publishing.making import NOW, Home, furnish, text, year


@pytest.fixture
def home(tmp_path: Path):
    home = Home.at(tmp_path / "home")
    yield home
    home.store.close()


def open_verified(home: Home, number: int, *, now: datetime = NOW) -> VerifiedRelease:
    return VerifiedRelease.open(
        home.releases.path(number), home.trust, home.paths.cache, now=lambda: now
    )


def slugs(records) -> list[str]:
    return [record.slug for record in records]


@pytest.fixture(params=["verified", "working"])
def reader(request, home: Home):
    """The same hall through both readers: preview is no second truth."""
    furnish(home)
    if request.param == "verified":
        home.publish()
        with open_verified(home, 1) as release:
            yield release
    else:
        yield WorkingRelease(home.store, home.vault, now=lambda: NOW)


def test_both_readers_show_the_public_hall_and_nothing_else(reader):
    assert slugs(reader.all(Kind.GALLERY)) == ["century"]
    assert slugs(reader.all(Kind.EVENT)) == ["event-0", "event-1", "event-2"]
    assert reader.find(Kind.EVENT, "secret") is None
    works = reader.find(Kind.ENTERPRISE, "jichanglong")
    assert (works.remark, works.authorisation) == ("", None)


def test_both_readers_find_words_and_no_secrets(reader):
    assert slugs(reader.search("继", 5)) == ["jichanglong"]
    assert slugs(reader.search("jichanglong", 5)) == ["jichanglong"]
    assert reader.search("秘密", 5) == ()


def test_both_readers_give_files_of_the_right_size(reader):
    (media,) = reader.all(Kind.MEDIA)
    assert reader.media_file(media, 200).read_bytes() == b"the reel, small"
    assert reader.media_file(media, 0).read_bytes() == b"the reel, large" * 50
    assert reader.track_file("0" * 64) is None


def test_a_picture_is_asked_for_by_the_size_it_is_shown_in(home: Home):
    picture = home.picture("p", b"p")
    sizes = [
        Rendition(name=str(n), sha256=f"{n:064}", width=n, height=9) for n in (2560, 320, 1280)
    ]
    picture = replace(picture, renditions=tuple(sizes))
    best = {pixels: int(file_names(picture, pixels)[0]) for pixels in (1, 320, 321, 2000, 9000)}
    assert best == {1: 320, 320: 320, 321: 1280, 2000: 2560, 9000: 2560}
    assert file_names(picture, 0) == [picture.sha256]


def test_records_come_in_the_order_of_the_walk(home: Home):
    made = furnish(home)
    first = Gallery(
        id=home.ids(), slug="zeroth", title=text("序厅"), hall=made["brand-nanhai-hall"].id
    )
    early = replace(made["silk"], id=home.ids(), slug="early", gallery=first.id, order=9)
    home.put(first, early)
    home.publish()
    with open_verified(home, 1) as release:
        assert slugs(release.all(Kind.GALLERY)) == ["zeroth", "century"]
        assert slugs(release.all(Kind.SECTION)) == ["early", "silk"]


def test_days_of_showing_act_when_it_is_shown(home: Home):
    made = furnish(home)
    home.put(
        replace(made["event-0"], shown=Shown(until=Day(2027, 1, 1))),
        replace(made["event-1"], shown=Shown(since=Day(2027, 1, 2))),
        Honour(
            id=home.ids(), slug="brand", title=text("名牌"), enterprise=made["jichanglong"].id,
            valid_until=Day(2026, 12, 31),
        ),
    )  # fmt: skip
    home.publish()
    with open_verified(home, 1) as release:
        assert slugs(release.all(Kind.EVENT)) == ["event-0", "event-2"]
        assert slugs(release.all(Kind.HONOUR)) == ["brand"]
    with open_verified(home, 1, now=NOW + timedelta(days=60)) as release:
        assert slugs(release.all(Kind.EVENT)) == ["event-1", "event-2"]
        assert release.all(Kind.HONOUR) == ()
        assert release.get(made["event-0"].id) is None


@pytest.mark.parametrize(
    "clock", [datetime(1970, 1, 1, tzinfo=UTC), datetime(2150, 1, 1, tzinfo=UTC)]
)
def test_no_clock_blacks_a_screen(home: Home, clock: datetime):
    furnish(home)
    home.publish()
    with open_verified(home, 1, now=clock) as release:
        assert release.find(Kind.HALL, "brand-nanhai-hall") is not None


def test_a_dead_clock_is_held_up_by_the_newest_signature_seen(home: Home):
    made = furnish(home)
    home.put(replace(made["event-0"], shown=Shown(until=Day(2020, 1, 1))))
    home.publish()
    with open_verified(home, 1, now=datetime(1970, 1, 1, tzinfo=UTC)) as release:
        assert "event-0" not in slugs(release.all(Kind.EVENT))


def test_a_release_with_another_signature_is_not_opened(home: Home, tmp_path: Path):
    furnish(home)
    home.publish()
    stranger = Home.at(tmp_path / "stranger", seed=5)
    stranger.keyring()
    stranger.store.close()
    with pytest.raises(NotTrusted) as refusal:
        VerifiedRelease.open(
            home.releases.path(1), stranger.trust, stranger.paths.cache, now=lambda: NOW
        )
    assert refusal.value.code == "untrusted"


def test_a_picture_damaged_on_the_disk_is_left_out(home: Home, caplog):
    furnish(home)
    home.publish()
    with open_verified(home, 1) as release:
        (media,) = release.all(Kind.MEDIA)
        path = home.release(1).objects.path(media.renditions[0].sha256)
        path.unlink()
        path.write_bytes(b"something else")
        with caplog.at_level(logging.WARNING):
            shown = release.media_file(media, 100)
        assert shown == home.release(1).objects.path(media.sha256)


def test_a_release_is_shown_where_its_index_cannot_be_kept(home: Home, tmp_path, caplog):
    furnish(home)
    home.publish()
    nowhere = tmp_path / "a file"
    nowhere.touch()
    folder = home.releases.path(1)
    with caplog.at_level(logging.WARNING):
        held = VerifiedRelease.open(folder, home.trust, nowhere, now=lambda: NOW)
    assert "cannot be kept" in caplog.text
    with held, VerifiedRelease.open(folder, home.trust, home.paths.cache, now=lambda: NOW) as kept:
        for kind in Kind:
            assert held.all(kind) == kept.all(kind)
        assert held.search("丝", 5) == kept.search("丝", 5)
    assert nowhere.read_bytes() == b""


def test_a_lost_or_broken_index_is_made_again(home: Home):
    furnish(home)
    home.publish()
    open_verified(home, 1).close()
    (index,) = (home.paths.cache / "releases").glob("*.db")
    index.write_bytes(b"no database")
    with open_verified(home, 1) as release:
        assert len(release.all(Kind.EVENT)) == 3


def test_the_preview_follows_an_edit_without_reading_everything(home: Home):
    made = furnish(home)
    preview = WorkingRelease(home.store, home.vault, now=lambda: NOW)
    with home.store.edit("rename") as edit:
        edit.put(replace(made["event-1"], title=text("改名")))
    preview.refresh(edit.changes)
    assert preview.get(made["event-1"].id).title["zh-Hans"] == "改名"
    with home.store.edit("hide the gallery") as edit:
        edit.put(replace(made["century"], is_public=False))
    preview.refresh(edit.changes)
    assert preview.all(Kind.GALLERY) == preview.all(Kind.EVENT) == ()


def test_a_list_that_was_read_takes_an_edit_in_its_place_and_reads_no_other_record(home: Home):
    made = furnish(home)
    for number, when in enumerate((1700, 1800, 1900)):
        with home.store.edit("add") as edit:
            edit.put(
                replace(
                    made["event-1"], id=RecordId(home.store.new_id()), slug=f"in-{when}",
                    title=text(f"第{number}件"), date=year(when),
                )
            )  # fmt: skip
    preview = WorkingRelease(home.store, home.vault, now=lambda: NOW)
    before = preview.all(Kind.EVENT)
    edited = next(one for one in before if one.slug == "in-1700")

    with home.store.edit("move") as edit:
        edit.put(replace(home.store.get(edited.id), date=year(1950)))
    preview.refresh(edit.changes)
    moved = preview.all(Kind.EVENT)
    with home.store.edit("remove") as edit:
        edit.remove(edited.id)
    preview.refresh(edit.changes)

    fresh = WorkingRelease(home.store, home.vault, now=lambda: NOW)
    assert slugs(moved).index("in-1700") > slugs(moved).index("in-1900")
    assert {id(one) for one in moved if one.id != edited.id} <= {id(one) for one in before}
    assert preview.all(Kind.EVENT) == fresh.all(Kind.EVENT)


# -- installing -----------------------------------------------------------------------------------


@pytest.fixture
def kiosk(home: Home, tmp_path: Path):
    """A home that knows the hall and shows nothing yet."""
    kiosk = Home.at(tmp_path / "kiosk")
    home.keyring()
    kiosk.trust.adopt(home.trust.load().roots)
    yield kiosk
    kiosk.store.close()


def packed(home: Home, tmp_path: Path, *, now: datetime = NOW, carries=EVERYTHING) -> Path:
    release = home.publish(now=now)
    return write_package(release, tmp_path / f"{release.manifest.number}.hall", carries=carries)


def test_an_installed_package_is_shown(home: Home, kiosk: Home, tmp_path: Path):
    furnish(home)
    assert install(packed(home, tmp_path), kiosk.paths, now=NOW) == 1
    with open_verified(kiosk, kiosk.releases.current().number) as release:
        assert len(release.all(Kind.EVENT)) == 3


def test_installing_twice_changes_nothing(home: Home, kiosk: Home, tmp_path: Path):
    furnish(home)
    package = packed(home, tmp_path)
    assert install(package, kiosk.paths, now=NOW) == install(package, kiosk.paths, now=NOW) == 1
    assert kiosk.releases.current().previous is None


def test_a_second_release_takes_over_what_is_the_same_and_keeps_the_first(
    home: Home, kiosk: Home, tmp_path: Path
):
    made = furnish(home, events=200)
    install(packed(home, tmp_path), kiosk.paths, now=NOW)
    home.put(replace(made["event-7"], title=text("新名字")))
    with home.store.edit("remove") as edit:
        edit.remove(made["event-8"].id)
    install(packed(home, tmp_path), kiosk.paths, now=NOW)
    assert (kiosk.releases.current().number, kiosk.releases.current().previous) == (2, 1)
    with open_verified(kiosk, 2) as release:
        assert release.get(made["event-7"].id).title["zh-Hans"] == "新名字"
        assert release.get(made["event-8"].id) is None
        assert slugs(release.search("新名字", 5)) == ["event-7"]
    with open_verified(kiosk, 1) as release:
        assert release.get(made["event-8"].id) is not None
    name = home.open_release(2).manifest.indexes["walk"].sha256
    one, two = (kiosk.release(number).objects.path(name).stat().st_ino for number in (1, 2))
    assert one == two


def test_the_index_of_the_next_release_equals_one_made_anew(
    home: Home, kiosk: Home, tmp_path: Path
):
    made = furnish(home, events=60)
    install(packed(home, tmp_path), kiosk.paths, now=NOW)
    one, two = made["event-1"], made["event-2"]
    with home.store.edit("swap names") as edit:
        edit.put(replace(one, slug="aside"))
        edit.put(replace(two, slug="event-1"))
        edit.put(replace(one, slug="event-2", date=year(1999)))
    install(packed(home, tmp_path), kiosk.paths, now=NOW)
    anew = VerifiedRelease.open(
        kiosk.releases.path(2), kiosk.trust, tmp_path / "anew", now=lambda: NOW
    )
    with open_verified(kiosk, 2) as grown, anew:
        for kind in Kind:
            assert grown.all(kind) == anew.all(kind)
        for words in ("第1件", "1", "丝", "jian"):
            assert set(slugs(grown.search(words, 99))) == set(slugs(anew.search(words, 99)))


def test_an_older_package_is_not_installed_again(home: Home, kiosk: Home, tmp_path: Path):
    furnish(home)
    first, second = packed(home, tmp_path), packed(home, tmp_path)
    install(second, kiosk.paths, now=NOW)
    with pytest.raises(NotTrusted) as refusal:
        install(first, kiosk.paths, now=NOW)
    assert refusal.value.code == "rolled-back"
    assert kiosk.releases.current().number == 2


def test_an_expired_package_is_not_installed(home: Home, kiosk: Home, tmp_path: Path):
    furnish(home)
    package = packed(home, tmp_path)
    with pytest.raises(NotTrusted) as refusal:
        install(package, kiosk.paths, now=NOW + timedelta(days=61))
    assert refusal.value.code == "expired"
    assert kiosk.releases.numbers() == ()
    assert install(package, kiosk.paths, now=datetime(1970, 1, 1, tzinfo=UTC)) == 1


def test_an_incomplete_package_is_not_installed(home: Home, kiosk: Home, tmp_path: Path):
    furnish(home)
    light = packed(home, tmp_path, carries=Carries(is_light=True))
    with pytest.raises(Exception, match="carries no file") as refusal:
        install(light, kiosk.paths, now=NOW)
    assert refusal.value.code == "incomplete"


def test_a_home_belongs_to_the_first_hall_it_accepts(home: Home, tmp_path: Path):
    furnish(home)
    package = packed(home, tmp_path)
    new = Home.at(tmp_path / "new")
    with pytest.raises(NotTrusted):
        install(package, new.paths, now=NOW)
    fingerprint = home.trust.load().fingerprint
    assert install(package, new.paths, now=NOW, accepted=(fingerprint,)) == 1
    assert new.trust.load().fingerprint == fingerprint
    stranger = Home.at(tmp_path / "stranger", seed=9)
    furnish(stranger)
    theirs = packed(stranger, tmp_path / "theirs")
    accepted = (stranger.trust.load().fingerprint,)
    with pytest.raises(NotTrusted):
        install(theirs, new.paths, now=NOW, accepted=accepted)
    new.store.close()
    stranger.store.close()


def test_an_index_closes_its_file(home: Home):
    furnish(home)
    release = home.publish()
    open_verified(home, 1).close()
    (path,) = (home.paths.cache / "releases").iterdir()
    with ReleaseIndex(path) as index:
        assert index.manifest == release.signed.sha256
    assert [one.name for one in path.parent.iterdir()] == [path.name]


# -- opening what a kiosk is told to show -----------------------------------------------------------


def test_a_home_without_a_release_shows_none(home: Home):
    assert open_reader(home.paths, now=lambda: NOW) is None


def test_the_newest_release_is_opened_or_the_one_before_where_it_is_damaged(home: Home, caplog):
    furnish(home)
    home.publish()
    home.publish()
    with open_reader(home.paths, now=lambda: NOW) as newest:
        assert newest.number == 2
    manifest = home.open_release(2).signed.sha256
    home.release(2).objects.path(manifest).unlink()
    with caplog.at_level(logging.ERROR), open_reader(home.paths, now=lambda: NOW) as before:
        assert before.number == 1
    assert "Release 2 cannot be shown" in caplog.text


def test_a_named_package_or_folder_is_opened(home: Home, tmp_path: Path):
    furnish(home)
    package = packed(home, tmp_path)
    for named in (package, home.releases.path(1)):
        with open_reader(home.paths, named, now=lambda: NOW) as release:
            (media,) = release.all(Kind.MEDIA)
            assert release.media_file(media, 100).read_bytes() == b"the reel, small"
    with pytest.raises(NotFound):
        open_reader(home.paths, tmp_path / "nothing", now=lambda: NOW)
