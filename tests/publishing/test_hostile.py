"""Hostile and broken archives: each refused with its reason, nothing written, nothing believed."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import bagit
import pytest

from hall_app.publishing import foreign_zip
from hall_app.publishing.trust.verification import Trust
from hall_app.publishing.verifying import verify
from tests.publishing.making import NOW

Write = Callable[[zipfile.ZipFile], None]


def bag_files(**more: bytes) -> dict[str, bytes]:
    """A right bag of another maker, in a folder `b`."""
    payload = {"data/hello.txt": b"hello", **more}
    manifest = "".join(f"{sha256(d).hexdigest()}  {n}\n" for n, d in payload.items())
    return {
        "b/bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "b/manifest-sha256.txt": manifest.encode(),
        **{f"b/{name}": data for name, data in payload.items()},
    }


def zipped(files: dict[str, bytes], more: Write | None = None, method=zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        if more is not None:
            more(archive)
    return out.getvalue()


def with_file(name: str, data: bytes = b"x", **fields: int) -> bytes:
    def add(archive: zipfile.ZipFile) -> None:
        info = zipfile.ZipInfo("placeholder")
        info.filename = name
        for field, value in fields.items():
            setattr(info, field, value)
        archive.writestr(info, data)

    return zipped(bag_files(), add)


def with_name_bytes(raw: bytes) -> bytes:
    """A name that no honest program writes, of the length of the placeholder."""
    return with_file("b/data/NAMENAME").replace(b"b/data/NAMENAME", raw)


def patched_central(data: bytes, offset: int, form: str, value: int) -> bytes:
    """The first directory entry with one field changed."""
    at = data.index(b"PK\x01\x02") + offset
    size = struct.calcsize(form)
    return data[:at] + struct.pack(form, value) + data[at + size :]


def overlapping() -> bytes:
    """Two directory entries that lead to the same bytes."""
    data = zipped(bag_files())
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    return data[: second + 42] + struct.pack("<I", 0) + data[second + 46 :]


def bomb() -> bytes:
    zeros = bytes(64 << 20)
    return zipped(bag_files(**{"data/zeros": zeros}), method=zipfile.ZIP_DEFLATED)


def lying_sizes() -> bytes:
    """The header beside the content states another size than the directory."""
    data = zipped(bag_files())
    return data[:18] + struct.pack("<II", 1, 1) + data[26:]


def lying_large_sizes() -> bytes:
    """Sizes that only an extra field knows, and it says too much."""
    data = zipped({})
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        info = zipfile.ZipInfo("b/bagit.txt")
        with archive.open(info, "w", force_zip64=True) as file:
            file.write(b"x")
    data = out.getvalue()
    return patched_central(patched_central(data, 24, "<I", 1 << 30), 20, "<I", 1 << 30)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "climbs out": (lambda: with_file("b/../../evil.txt"), "zip-name"),
    "climbs out by its first name": (lambda: with_file("../evil.txt"), "zip-name"),
    "absolute": (lambda: with_file("/etc/evil"), "zip-name"),
    "another drive": (lambda: with_file("C:/evil"), "zip-name"),
    "backslashes": (lambda: with_name_bytes(b"b/data/..\\..\\ev"), "zip-name"),
    "a hidden end of name": (lambda: with_name_bytes(b"b/data/ok\x00.exe"[:15].ljust(15, b"x")), "zip-name"),
    "control characters": (lambda: with_name_bytes(b"b/data/a\x1b[31mBC"), "zip-name"),
    "a name that Windows ends early": (lambda: with_file("b/data/evil. "), "zip-name"),
    "an empty part": (lambda: with_file("b//data"), "zip-name"),
    "a name without end": (lambda: with_file("b/data/" + "n" * 2000), "zip-name"),
    "bytes that are no text": (
        lambda: with_file("b/data/é丝丝").replace("é丝丝".encode(), b"\xff\xfe\xff\xfe\xff\xfe\xff\xfe"),
        "zip-damaged",
    ),
    "one name twice": (lambda: with_file("b/data/hello.txt"), "zip-name"),
    "names alike but for capitals": (lambda: with_file("b/data/HELLO.txt"), "zip-name"),
    "a link": (lambda: with_file("b/data/l", external_attr=(stat.S_IFLNK | 0o777) << 16), "zip-link"),
    "a device": (lambda: with_file("b/data/d", external_attr=stat.S_IFCHR << 16), "zip-link"),
    "encrypted": (lambda: patched_central(zipped(bag_files()), 8, "<H", 1), "zip-encrypted"),
    "packed in an unknown way": (lambda: patched_central(zipped(bag_files()), 10, "<H", 9), "zip-method"),
    "a bomb": (bomb, "zip-bomb"),
    "two files over each other": (overlapping, "zip-overlap"),
    "two sizes for one file": (lying_sizes, "zip-lies"),
    "two large sizes for one file": (lying_large_sizes, "zip-"),
    "something behind": (lambda: zipped(bag_files()) + b"behind", "zip-trailing"),
    "something before": (lambda: b"#!/bin/sh\n" + zipped(bag_files()), "zip-overlap"),
    "cut off": (lambda: zipped(bag_files())[:-30], "zip-damaged"),
    "no zip": (lambda: b"This is no archive at all." * 40, "zip-damaged"),
    "nothing": (lambda: b"", "zip-damaged"),
    "an empty zip": (lambda: zipped({}), "not-a-bag"),
    "several folders": (lambda: with_file("other/file"), "not-a-bag"),
    "no bag": (lambda: zipped({"b/readme.txt": b"x"}), "not-a-bag"),
}  # fmt: skip


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("suffix", [".zip", ".hall"])
@pytest.mark.parametrize("trap", HOSTILE)
def test_a_trap_is_refused_and_nothing_is_written(trap: str, suffix: str, tmp_path: Path):
    make, code = HOSTILE[trap]
    path = tmp_path / f"trap{suffix}"
    path.write_bytes(make())
    found = verify(path, Trust(), now=NOW)
    assert not found.ok
    expected = "archive-damaged" if suffix == ".hall" else code
    assert found.problems[0].code.startswith(expected), found.problems
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_zip_of_too_many_files_is_refused(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(foreign_zip, "_ENTRIES_MOST", 2)
    path = tmp_path / "many.zip"
    path.write_bytes(zipped(bag_files()))
    assert verify(path, Trust(), now=NOW).problems[0].code == "zip-too-large"


# -- bags of other makers -------------------------------------------------------------------------


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    """A bag made by the reference program, with three kinds of hash."""
    folder = tmp_path / "bag"
    (folder / "photos").mkdir(parents=True)
    (folder / "photos" / "丝厂.jpg").write_bytes(b"a photograph")
    (folder / "readme.txt").write_bytes(b"words")
    bagit.make_bag(str(folder), {"Contact-Name": "档案馆"}, checksums=["md5", "sha256", "sha512"])
    return folder


def codes(path: Path) -> set[str]:
    return {problem.code for problem in verify(path, Trust(), now=NOW).problems}


def test_a_bag_of_another_maker_is_right_and_said_to_be_no_release(bag: Path):
    found = verify(bag, Trust(), now=NOW)
    assert (found.ok, found.complete, found.is_release) == (True, True, False)
    assert [note.code for note in found.notes] == ["not-a-release"]


def test_the_same_bag_in_a_zip_is_right(bag: Path, tmp_path: Path):
    path = tmp_path / "bag.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(bag.rglob("*")):
            archive.write(file, file.relative_to(tmp_path))
    assert verify(path, Trust(), now=NOW).ok


def changed(bag: Path, name: str, data: bytes | None) -> None:
    path = bag / name
    if data is None:
        path.unlink()
    else:
        path.write_bytes(data)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("data/readme.txt", b"sdrow", "bag-hash"),
        ("data/readme.txt", b"more words", "bag-oxum"),
        ("data/readme.txt", None, "bag-file-missing"),
        ("data/stray.txt", b"stray", "bag-file-unlisted"),
        ("bag-info.txt", b"Contact-Name: somebody else\n", "bag-hash"),
        ("bagit.txt", b"BagIt-Version: one\n", "bag-declaration"),
        ("bagit.txt", None, "not-a-bag"),
        ("manifest-sha512.txt", b"deadbeef00  ../../evil\n", "zip-name"),
        ("manifest-sha512.txt", b"no hash here\n", "bag-line"),
        ("manifest-whirlpool.txt", b"", "bag-algorithm"),
    ],
)
def test_a_fault_in_a_bag_is_found(bag: Path, name: str, data: bytes | None, code: str):
    changed(bag, name, data)
    assert code in codes(bag)


def test_a_bag_that_fetches_from_elsewhere_is_not_complete(bag: Path):
    (bag / "data" / "readme.txt").unlink()
    (bag / "fetch.txt").write_text("https://archive.example/readme.txt 5 data/readme.txt\n")
    found = verify(bag, Trust(), now=NOW)
    assert not found.complete
    assert "bag-file-missing" not in {problem.code for problem in found.problems}


def test_a_link_in_a_bag_is_refused(bag: Path):
    (bag / "data" / "link").symlink_to("/etc/passwd")
    assert codes(bag) == {"zip-link"}
