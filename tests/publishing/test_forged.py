"""Packages by somebody who can make every hash right but holds no key, and packages beyond 4 GiB."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from hall_app.errors import PackageRefused
from hall_app.publishing import bag_tags, skeleton
from hall_app.publishing.archive import Archive, ArchiveWriter
from hall_app.publishing.manifest import Manifest
from hall_app.publishing.package import CRATE, METADATA, OBJECTS, write_package
from hall_app.publishing.skeleton import Entry
from hall_app.publishing.trust.verification import Trust
from hall_app.publishing.verifying import Verification, verify
from hall_app.store.codec import canonical_json, read_json
from tests.publishing.making import NOW, Home, furnish

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The files of a right package under `data/`, its `bag-info.txt`, its home's trust."""
    folder = tmp_path_factory.mktemp("forger")
    home = Home.at(folder / "home")
    furnish(home)
    package = write_package(home.publish(), folder / "right.hall")
    home.store.close()
    with zipfile.ZipFile(package) as archive:
        files = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    payload = {name: data for name, data in files.items() if name.startswith("data/")}
    return payload, files[bag_tags.INFO], home.trust.load()


def forged(path: Path, payload: Files, info: bytes, bag: str = "brand-nanhai-hall-1") -> Path:
    """A package of these files, with manifests and skeleton in order."""
    total = sum(map(len, payload.values()))
    lines = [line for line in info.decode().splitlines() if not line.startswith("Payload-Oxum")]
    lines.append(f"Payload-Oxum: {total}.{len(payload)}")
    hashes = {name: sha256(data).hexdigest() for name, data in payload.items()}
    files = {
        **payload,
        bag_tags.INFO: ("\n".join(sorted(lines)) + "\n").encode(),
        bag_tags.BAGIT: bag_tags.DECLARATION,
        bag_tags.MANIFEST: bag_tags.manifest(hashes),
    }
    tagged = {n: sha256(d).hexdigest() for n, d in files.items() if not n.startswith("data/")}
    files[bag_tags.TAG_MANIFEST] = bag_tags.manifest(tagged)
    with path.open("wb") as file:
        writer = ArchiveWriter(file)
        for name in sorted(files):
            writer.add(f"{bag}/{name}", files[name])
        writer.finish()
    return path


def verdict(tmp_path: Path, payload: Files, info: bytes, trust: Trust, **how) -> Verification:
    return verify(forged(tmp_path / "forged.hall", payload, info, **how), trust, now=NOW)


def test_the_forger_makes_a_right_package_of_right_files(made, tmp_path: Path):
    assert verdict(tmp_path, *made).ok


def object_names(payload: Files) -> list[str]:
    return sorted(name for name in payload if name.startswith(OBJECTS))


def with_stray_object(payload: Files) -> Files:
    return {**payload, OBJECTS + sha256(b"stray").hexdigest(): b"stray"}


def with_swapped_objects(payload: Files) -> Files:
    one, two, *_ = object_names(payload)
    return {**payload, one: payload[two], two: payload[one]}


def without_a_picture(payload: Files) -> Files:
    picture = next(name for name in object_names(payload) if payload[name].startswith(b"the reel"))
    return {name: data for name, data in payload.items() if name != picture}


def without_a_document(payload: Files) -> Files:
    leaf = next(n for n in object_names(payload) if payload[n].startswith(b'{"values"'))
    return {name: data for name, data in payload.items() if name != leaf}


def with_another_crate(payload: Files) -> Files:
    return {**payload, CRATE: payload[CRATE].replace("品牌".encode(), "假牌".encode())}


def with_stray_metadata(payload: Files) -> Files:
    return {**payload, METADATA + "9.targets.json": b"{}"}


def with_metadata_spelled_otherwise(payload: Files) -> Files:
    name = METADATA + "timestamp.json"
    return {**payload, name: payload[name] + b"\n"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (with_stray_object, "archive-damaged"),
        (with_swapped_objects, "object-damaged"),
        (without_a_picture, "archive-damaged"),
        (without_a_document, "object-damaged"),
        (with_another_crate, "archive-damaged"),
        (with_stray_metadata, "archive-damaged"),
        (with_metadata_spelled_otherwise, "damaged"),
    ],
)
def test_right_hashes_alone_prove_nothing(
    made, tmp_path: Path, change: Callable[[Files], Files], code: str
):
    payload, info, trust = made
    found = verdict(tmp_path, change(payload), info, trust)
    assert [problem.code for problem in found.problems] == [code]


@pytest.mark.parametrize(
    "words",
    [b"Hall-Carries: light", b"Hall-Carries: only brand", b"Hall-Carries: nothing", b"Note: hello"],
)
def test_words_about_the_package_must_be_the_right_ones(made, tmp_path: Path, words: bytes):
    payload, info, trust = made
    found = verdict(tmp_path, payload, info.replace(b"Hall-Carries: full", words), trust)
    assert not found.ok


def test_the_folder_is_called_after_the_release(made, tmp_path: Path):
    assert not verdict(tmp_path, *made, bag="another-hall-7").ok


# -- manifests ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"format": 2}, "format-too-new"),
        ({"number": "one"}, "manifest-damaged"),
        ({"kind": "poem"}, "manifest-damaged"),
        ({"more": 1}, "manifest-damaged"),
    ],
)
def test_a_manifest_of_another_form_is_refused(made, change, code: str):
    data = next(d for n, d in made[0].items() if b'"hall-release"' in d)
    with pytest.raises(PackageRefused) as refusal:
        Manifest.from_bytes(canonical_json({**read_json(data), **change}))
    assert refusal.value.code == code


def test_what_is_no_manifest_is_refused():
    for data in (b"", b"[]", b"{", b"[" * 100_000):
        with pytest.raises(PackageRefused):
            Manifest.from_bytes(data)


# -- beyond 4 GiB and 65,535 files ------------------------------------------------------------------


def test_a_package_beyond_4_gib_has_one_form_too(tmp_path: Path):
    """A hole in the file stands for the film; only the skeleton is read."""
    path = tmp_path / "large.hall"
    names = [f"b/{OBJECTS}{digit * 64}" for digit in "0ab"]
    entries = [Entry(names[0], 5 << 30, 7, 0)]
    entries.append(Entry(names[1], 3, 7, entries[0].end))
    entries.append(Entry(names[2], 0, 0, entries[1].end))
    with path.open("wb") as file:
        for entry in entries:
            file.seek(entry.offset)
            file.write(skeleton.local_header(entry))
        file.seek(entries[-1].end)
        directory = b"".join(map(skeleton.central_header, entries))
        file.write(directory + skeleton.tail(3, len(directory), entries[-1].end))
    with Archive.open(path) as archive:
        assert list(archive.entries.values()) == entries
    with zipfile.ZipFile(path) as others:
        assert [info.file_size for info in others.infolist()] == [5 << 30, 3, 0]
        assert [info.header_offset for info in others.infolist()] == [e.offset for e in entries]


def test_a_package_of_many_files_has_one_form_too():
    out = io.BytesIO()
    writer = ArchiveWriter(out)
    for number in range(66_000):
        writer.add(f"b/{OBJECTS}{number:064x}", b"")
    writer.finish()
    with zipfile.ZipFile(io.BytesIO(out.getvalue())) as others:
        assert len(others.namelist()) == 66_000
    with Archive.read_from(out) as archive:
        assert len(archive.entries) == 66_000
