"""Packages: one form, every byte accounted for, readable by those who know bags and crates only."""

from __future__ import annotations

import errno
import io
import os
import random
import shutil
import zipfile
from datetime import timedelta
from pathlib import Path

import bagit
import pytest
from rocrate.rocrate import ROCrate

from hall_app.domain.records.history import Event
from hall_app.errors import Cancelled, DiskFull, NotFound, PackageRefused, Refused, UsageError
from hall_app.publishing import disk
from hall_app.publishing import package as package_module
from hall_app.publishing.archive import Archive
from hall_app.publishing.package import Carries, write_package
from hall_app.publishing.trust.verification import Trust
from hall_app.publishing.verifying import verified_package, verify
from tests.publishing.making import NOW, Home, furnish, text, year


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    home = Home.at(tmp_path_factory.mktemp("publisher"))
    furnish(home)
    home.publish()
    yield home
    home.store.close()


@pytest.fixture(scope="module")
def trust(home) -> Trust:
    return home.trust.load()


@pytest.fixture
def release(home):
    return home.open_release(1)


@pytest.fixture
def package(home, release, tmp_path: Path) -> Path:
    return write_package(release, tmp_path / "hall.hall")


def codes(verification) -> set[str]:
    return {problem.code for problem in verification.problems}


def test_a_package_of_this_hall_is_right_and_complete(package, trust):
    found = verify(package, trust, now=NOW)
    assert (found.ok, found.complete, found.is_release, found.number) == (True, True, True, 1)
    assert found.problems == found.notes == ()


def test_the_same_release_gives_the_same_bytes(release, package, tmp_path):
    again = write_package(release, tmp_path / "again.hall")
    assert again.read_bytes() == package.read_bytes()


@pytest.mark.parametrize(("whole", "ahead"), [(0, 16), (100, 1), (1 << 20, 1), (1 << 20, 999)])
def test_how_objects_are_read_and_hashed_shows_in_no_byte(
    release, package, tmp_path, monkeypatch, whole, ahead
):
    monkeypatch.setattr(package_module, "_WHOLE_MOST_BYTES", whole)
    monkeypatch.setattr(package_module, "_AHEAD", ahead)
    monkeypatch.setattr(disk, "_FLUSH_EACH_BYTES", 1)
    again = write_package(release, tmp_path / "again.hall")
    assert again.read_bytes() == package.read_bytes()


def test_any_unzip_reads_it_and_finds_nothing_but_stored_files(package):
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        infos = archive.infolist()
    assert [info.filename for info in infos] == sorted(info.filename for info in infos)
    assert {info.compress_type for info in infos} == {zipfile.ZIP_STORED}
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert not any(info.extra or info.comment for info in infos)


def unzipped(package: Path, folder: Path) -> Path:
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    (bag,) = folder.iterdir()
    return bag


def test_any_archive_can_validate_it_as_a_bag(package, tmp_path):
    bag = bagit.Bag(str(unzipped(package, tmp_path / "out")))
    bag.validate()
    assert bag.info["Hall-Package-Format"] == "1"


def test_any_catalogue_can_read_it_as_a_crate(package, tmp_path):
    crate = ROCrate(unzipped(package, tmp_path / "out") / "data")
    assert crate.name == "品牌南海馆"
    pictures = [e for e in crate.get_entities() if e.get("encodingFormat") == "image/jpeg"]
    assert [picture["name"] for picture in pictures] == ["reel"]
    for entity in crate.data_entities:
        assert (tmp_path / "out" / "brand-nanhai-hall-1" / "data" / entity.id).exists()


def test_unzipped_it_is_still_right(package, trust, tmp_path):
    found = verify(unzipped(package, tmp_path / "out"), trust, now=NOW)
    assert (found.ok, found.complete, found.is_release) == (True, True, True)


def test_a_release_folder_is_right_and_a_damaged_one_is_not(home, trust, tmp_path):
    folder = tmp_path / "release"
    shutil.copytree(home.releases.path(1), folder)
    assert verify(folder, trust, now=NOW).ok
    picture = next(iter(home.open_release(1).media()))
    (folder / "objects" / picture).write_bytes(b"another picture")
    assert codes(verify(folder, trust, now=NOW)) == {"object-damaged"}


def test_a_light_package_is_right_and_says_that_it_is_not_complete(release, trust, tmp_path):
    light = write_package(release, tmp_path / "light.hall", carries=Carries(is_light=True))
    found = verify(light, trust, now=NOW)
    assert (found.ok, found.complete) == (True, False)
    assert {note.ref for note in found.notes} == {"media:reel"}


def test_a_package_of_one_gallery_carries_its_media(release, trust, tmp_path):
    only = Carries(galleries=("century",))
    found = verify(write_package(release, tmp_path / "x.hall", carries=only), trust, now=NOW)
    assert (found.ok, found.complete) == (True, True)
    with pytest.raises(NotFound, match="craft"):
        write_package(release, tmp_path / "y.hall", carries=Carries(galleries=("craft",)))


def test_a_home_that_knows_no_hall_says_whose_package_it_is(package, trust):
    found = verify(package, Trust(), now=NOW)
    assert codes(found) == {"untrusted"}
    assert found.fingerprint == trust.fingerprint
    assert trust.fingerprint in found.problems[0].message


def test_a_fingerprint_is_enough_however_it_is_typed(package, trust):
    typed = trust.fingerprint.lower().replace(" ", ":")
    assert verify(package, Trust(accepted=(typed,)), now=NOW).ok
    wrong = trust.fingerprint.replace(
        trust.fingerprint[0], "0" if trust.fingerprint[0] != "0" else "1"
    )
    assert codes(verify(package, Trust(accepted=(wrong,)), now=NOW)) == {"untrusted"}


def test_an_old_package_is_right_for_ever_and_says_that_it_is_old(package, trust):
    found = verify(package, trust, now=NOW + timedelta(days=9000))
    assert found.ok
    assert {note.code for note in found.notes} == {"expired"}


@pytest.mark.parametrize("whole", [0, 1 << 20])
def test_a_damaged_object_goes_into_no_package(home, release, tmp_path, monkeypatch, whole):
    monkeypatch.setattr(package_module, "_WHOLE_MOST_BYTES", whole)
    folder = tmp_path / "release"
    shutil.copytree(home.releases.path(1), folder)
    for name in release.media():
        object_file = folder / "objects" / name
        data = object_file.read_bytes()
        object_file.unlink()  # a link to the publisher's own
        object_file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
        with pytest.raises(PackageRefused, match=name[:12]):
            write_package(home.open_release(folder), tmp_path / "no.hall")
        assert list(tmp_path.iterdir()) == [folder]
        object_file.write_bytes(data)


@pytest.mark.parametrize("whole", [0, 1 << 20])
@pytest.mark.parametrize("change", [-1, 1])
def test_an_object_that_changes_its_length_meanwhile_goes_into_no_package(
    release, tmp_path, monkeypatch, whole, change
):
    monkeypatch.setattr(package_module, "_WHOLE_MOST_BYTES", whole)
    changing = next(iter(release.media()))
    size = type(release.files).size
    monkeypatch.setattr(
        type(release.files),
        "size",
        lambda files, name: size(files, name) + (change if name == changing else 0),
    )
    with pytest.raises(PackageRefused, match="changed while it was copied"):
        write_package(release, tmp_path / "no.hall")
    assert list(tmp_path.iterdir()) == []


def test_a_stopped_export_leaves_what_was_there(release, package):
    before = package.read_bytes()

    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        write_package(release, package, progress=stop)
    assert package.read_bytes() == before
    assert [path.name for path in package.parent.iterdir()] == [package.name]


def test_a_full_disk_is_said_and_leaves_nothing(release, tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        write_package(release, tmp_path / "no.hall")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("each", [1, 1 << 10])
def test_a_disk_that_fills_up_while_the_package_is_written_is_said_too(
    release, tmp_path, monkeypatch, each
):
    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(disk, "_TO_DISK", full)
    monkeypatch.setattr(disk, "_FLUSH_EACH_BYTES", each)
    with pytest.raises(DiskFull):
        write_package(release, tmp_path / "no.hall")
    assert list(tmp_path.iterdir()) == []


def test_a_newer_format_is_refused_with_a_reason(release, trust, tmp_path, monkeypatch):
    monkeypatch.setattr(package_module, "FORMAT", 7)
    newer = write_package(release, tmp_path / "newer.hall")
    monkeypatch.undo()
    found = verify(newer, trust, now=NOW)
    assert codes(found) == {"format-too-new"}
    assert "format 7" in found.problems[0].message


# -- every bit ----------------------------------------------------------------------------------


def is_refused(data: bytes, trust: Trust) -> bool:
    try:
        with Archive.read_from(io.BytesIO(data)) as archive:
            verified_package(archive, trust)
    except Refused:
        return True
    return False


def unrefused(data: bytes, bits, trust: Trust) -> list[int]:
    """The bits whose flip went through."""
    flipped = bytearray(data)
    through = []
    for bit in bits:
        flipped[bit // 8] ^= 1 << bit % 8
        if not is_refused(bytes(flipped), trust):
            through.append(bit)
        flipped[bit // 8] ^= 1 << bit % 8
    return through


@pytest.fixture(scope="module")
def smallest(tmp_path_factory):
    """The bytes of a package of a hall with one event, and the trust of its home."""
    folder = tmp_path_factory.mktemp("smallest")
    home = Home.at(folder / "home")
    home.put(Event(id=home.ids(), slug="one", title=text("一件事"), date=year(1872)))
    path = write_package(home.publish(), folder / "smallest.hall")
    home.store.close()
    return path.read_bytes(), home.trust.load()


def test_flipped_bits_of_a_small_package_are_refused(smallest):
    data, trust = smallest
    assert not is_refused(data, trust)
    bits = random.Random(7).sample(range(8 * len(data)), 3000)
    assert unrefused(data, bits, trust) == []


@pytest.mark.long
def test_every_single_flipped_bit_of_a_small_package_is_refused(smallest):
    data, trust = smallest
    assert unrefused(data, range(8 * len(data)), trust) == []


def test_flipped_bits_of_a_larger_package_are_refused(tmp_path):
    home = Home.at(tmp_path / "home")
    furnish(home, events=150)
    data = write_package(home.publish(), tmp_path / "larger.hall").read_bytes()
    home.store.close()
    bits = random.Random(2000).sample(range(8 * len(data)), 2000)
    assert unrefused(data, bits, home.trust.load()) == []


def test_a_package_that_was_cut_or_went_on_is_refused(package, trust):
    data = package.read_bytes()
    for changed in (data[:-1], data[:1000], b"", data + b"\0", b"\0" + data, data * 2):
        assert is_refused(changed, trust)


def test_a_package_zipped_anew_is_refused_under_any_name(package, trust, tmp_path):
    for name in ("again.hall", "again.zip"):
        again = tmp_path / name
        with zipfile.ZipFile(package) as old, zipfile.ZipFile(again, "w") as new:
            for info in old.infolist():
                new.writestr(info.filename, old.read(info))
        assert codes(verify(again, trust, now=NOW)) == {"archive-damaged"}


def test_a_stopped_verification_says_nothing(package, trust):
    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        verify(package, trust, now=NOW, progress=stop)


@pytest.mark.parametrize("name", ["library.db", "photo.jpg"])
def test_a_package_replaces_a_package_and_nothing_else(release, tmp_path, name):
    kept = tmp_path / name
    kept.write_bytes(b"not a package")
    with pytest.raises(UsageError, match="no package"):
        write_package(release, kept)
    with pytest.raises(UsageError, match="a folder"):
        write_package(release, tmp_path)
    with pytest.raises(UsageError, match="a folder"):
        write_package(release, Path())
    assert kept.read_bytes() == b"not a package"
    assert [path.name for path in tmp_path.iterdir()] == [name]
    (tmp_path / "empty.hall").touch()
    written = write_package(release, tmp_path / "empty.hall")
    assert write_package(release, written).stat().st_size > 0
