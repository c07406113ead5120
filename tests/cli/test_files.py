"""import, export, verify, backup and restore: words and JSON, and how they end."""

import json
import os
import subprocess
import sys
import zipfile

import bagit
import pytest
from PIL import Image

from hall_app.cli import doctor
from hall_app.paths import Paths


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "佛山照片.png"
    Image.new("RGB", (16, 9), "teal").save(path)
    return path


@pytest.fixture
def published(furnished, tmp_path):
    secret = tmp_path / "passphrase"
    secret.write_text("four silk ends to one thread\n", "utf-8")
    said = furnished("publish", "--note", "第一版", "--passphrase-file", secret, "--json")
    assert said.status == 0, said.err
    return said.json


def test_import_takes_a_photo_once(furnished, photo):
    said = furnished("import", photo, "--json")
    assert (said.status, said.json) == (
        0,
        {"created": 1, "updated": 0, "unchanged": 0, "refused": []},
    )
    again = furnished("import", photo, "--json")
    assert (again.status, again.json) == (
        0,
        {"created": 0, "updated": 0, "unchanged": 1, "refused": []},
    )
    assert furnished("show", "fo-shan-zhao-pian", "--json").json["width"] == 16
    assert "1 unchanged" in furnished("import", photo).out


def test_a_dry_run_writes_nothing(furnished, photo, folder, paths):
    before = furnished("history", "--json").json
    files = sorted(path for path in paths.vault.rglob("*") if path.is_file())
    said = furnished("import", photo, folder, "--dry-run", "--json")
    assert (said.status, said.json) == (
        0,
        {"created": 1, "updated": 0, "unchanged": 8, "refused": []},
    )
    assert furnished("history", "--json").json == before
    assert sorted(path for path in paths.vault.rglob("*") if path.is_file()) == files


def test_the_same_files_taken_in_by_two_programs_at_once_are_taken_in_once(
    furnished, paths, tmp_path
):
    names = [tmp_path / f"{shade}.png" for shade in range(24)]
    for shade, name in enumerate(names):
        Image.new("RGB", (16, 9), (shade, 99, 99)).save(name)
    words = [sys.executable, "-m", "hall_app", "--home", str(paths.home), "import", "--json"]
    running = [
        subprocess.Popen([*words, *map(str, names)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in "ab"
    ]
    heard = [one.communicate(timeout=120) for one in running]
    assert [one.returncode for one in running] == [0, 0], heard
    said = [json.loads(out) for out, _err in heard]
    assert sum(one["created"] for one in said) == len(names)
    assert sum(one["unchanged"] for one in said) == len(names)


def test_an_import_that_refused_anything_ends_with_1_and_takes_the_rest(furnished, photo, tmp_path):
    bad, gone = tmp_path / "bad.png", tmp_path / "gone.png"
    bad.write_bytes(photo.read_bytes()[:40])
    said = furnished("import", bad, gone, photo, "--json")
    assert said.status == 1
    assert said.json["created"] == 1
    assert {one["path"] for one in said.json["refused"]} == {str(bad), str(gone)}
    assert all(set(one) == {"path", "reason"} and one["reason"] for one in said.json["refused"])
    assert "refused" in furnished("import", bad).out


def test_a_folder_of_media_and_a_folder_of_content_are_each_taken_as_what_they_are(
    furnished, photo, folder, tmp_path
):
    pictures = tmp_path / "pictures" / "below"
    pictures.mkdir(parents=True)
    photo.rename(pictures / photo.name)
    (folder / "event" / "steam.yaml").write_text("{title: 蒸汽机, date: '1874'}", "utf-8")
    said = furnished("import", pictures.parent, folder, "--json")
    assert (said.status, said.json) == (
        0,
        {"created": 1, "updated": 1, "unchanged": 7, "refused": []},
    )
    assert furnished("show", "event:steam", "--json").json["title"]["zh-Hans"] == "蒸汽机"


def test_content_goes_out_and_comes_back_the_same(furnished, tmp_path):
    out = tmp_path / "written"
    said = furnished("export", out, "--as", "content", "--json")
    assert (said.status, said.json) == (0, {"path": str(out), "records": 8})
    assert furnished("import", out, "--json").json["unchanged"] == 8


def test_nothing_published_cannot_be_exported(furnished, tmp_path):
    said = furnished("export", tmp_path / "out.hall")
    assert said.status == 2
    assert "hall publish" in said.err
    assert furnished("export", tmp_path / "x", "--only", "craft").status == 2
    assert not list(tmp_path.glob("out*"))


def test_a_release_goes_out_as_a_package_that_verifies_and_comes_in_as_the_same(
    furnished, published, tmp_path, monkeypatch
):
    assert published["number"] == 1
    package = tmp_path / "out.hall"
    said = furnished("export", package, "--json")
    assert said.status == 0, said.err
    assert said.json == {"path": str(package), "release": 1, "bytes": package.stat().st_size}
    verdict = furnished("verify", package, "--json").json
    assert (verdict["ok"], verdict["complete"], verdict["problems"]) == (True, True, [])
    again = furnished("import", package, "--json")
    assert again.status == 0, again.out
    assert (again.json["created"], again.json["updated"]) == (0, 0)
    assert "whole" in furnished("verify", package).out


def test_an_unknown_hall_is_believed_only_by_its_fingerprint(furnished, hall, published, tmp_path):
    package = tmp_path / "out.hall"
    furnished("export", package)
    other = tmp_path / "other"
    words = [sys.executable, "-m", "hall_app", "--home", str(other)]
    verdict = run(*words, "verify", str(package), "--json")
    assert verdict.returncode == 1
    (problem,) = json.loads(verdict.stdout)["problems"]
    assert set(problem) == {"code", "ref", "path", "message"}
    assert problem["code"] == "untrusted"
    trusted = run(*words, "verify", str(package), "--trust", published["fingerprint"], "--json")
    assert (trusted.returncode, json.loads(trusted.stdout)["ok"]) == (0, True)
    made = run(
        *words, "init", "--from", str(package), "--trust", published["fingerprint"], "--json"
    )
    assert made.returncode == 0, made.stderr
    listed = run(*words, "list", "event", "--json")
    mine = furnished("list", "event", "--json").json
    theirs = json.loads(listed.stdout)
    assert [(one["id"], one["title"]["zh-Hans"]) for one in theirs] == [
        (one["id"], one["title"]["zh-Hans"]) for one in mine
    ]
    assert Paths(other).library.is_file()


def run(*words):
    return subprocess.run(
        words, capture_output=True, encoding="utf-8", check=False, timeout=120, env=os.environ
    )


def test_a_package_that_lost_a_bit_is_refused(furnished, published, tmp_path):
    package = tmp_path / "out.hall"
    furnished("export", package)
    data = bytearray(package.read_bytes())
    data[len(data) // 2] ^= 1
    package.write_bytes(bytes(data))
    verdict = furnished("verify", package, "--json")
    assert verdict.status == 1
    assert not verdict.json["ok"]
    assert verdict.json["problems"]
    said = furnished("import", package, "--json")
    assert (said.status, said.json["created"]) == (1, 0)
    assert said.json["refused"][0]["path"] == str(package)


def test_a_bag_of_any_other_maker_is_whole_and_no_release(hall, tmp_path):
    bag = tmp_path / "bag"
    bag.mkdir()
    (bag / "letter.txt").write_text("丝", "utf-8")
    bagit.make_bag(str(bag))
    said = hall("verify", bag, "--json")
    assert (said.status, said.json["ok"], said.json["is_release"]) == (0, True, False)
    assert "no release" in hall("verify", bag).out
    (bag / "data" / "letter.txt").write_text("麻", "utf-8")
    assert hall("verify", bag, "--json").status == 1


def test_what_is_no_package_at_all_is_told(hall, tmp_path):
    assert hall("verify", tmp_path / "gone.hall").status == 2
    with zipfile.ZipFile(tmp_path / "other.hall", "w") as archive:
        archive.writestr("letter.txt", "丝")
    assert hall("verify", tmp_path / "other.hall", "--json").status == 1


def test_check_says_whether_anything_blocks(furnished):
    said = furnished("check", "--json")
    assert set(said.json) == {"ok", "problems"}
    assert said.status == (0 if said.json["ok"] else 1)
    assert "block publishing" in furnished("check").out


def test_a_backup_comes_back_into_an_empty_home_and_into_no_other(
    furnished, photo, paths, tmp_path
):
    furnished("import", photo)
    away = tmp_path / "away"
    assert furnished("backup", away).status == 0
    before = furnished("list", "media", "--json").json
    assert furnished("restore", away).status == 1
    assert furnished("backup", paths.home).status == 2
    paths.home.rename(tmp_path / "old")
    assert furnished("restore", tmp_path).status == 2
    assert furnished("restore", away).status == 0
    assert furnished("list", "media", "--json").json == before
    assert sorted(path.name for path in away.iterdir()) == ["backup.json", "library.db", "vault"]


def test_a_damaged_note_of_what_is_shown_blacks_no_screen(furnished, published, paths, tmp_path):
    note = paths.releases / "current.json"
    note.write_text('{"number": ', "utf-8")
    assert furnished("export", tmp_path / "hall.hall", "--json").json["release"] == 1
    damaged, shown = doctor.look_at_release(paths)
    assert (damaged.ok, "damaged" in damaged.words) == (False, True)
    assert (shown.ok, shown.words) == (True, "release 1 verifies and can be shown")
    assert furnished("publish", "--passphrase-file", tmp_path / "passphrase").status == 0
    assert json.loads(note.read_bytes()) == {"number": 2, "previous": 1}


def test_the_doctor_finds_a_damaged_medium(furnished, paths):
    looked = {found.name: found.ok for found in doctor.look_at_home(paths)}
    assert (looked["library"], looked["media"]) == (True, True)
    next(path for path in paths.vault.rglob("??/*") if path.is_file()).write_bytes(b"x")
    media = next(found for found in doctor.look_at_home(paths) if found.name == "media")
    assert (media.ok, media.words.startswith("1 of ")) == (False, True)


def test_a_passphrase_file_that_is_no_text_is_told(furnished, tmp_path):
    (tmp_path / "passphrase").write_bytes(b"\xff\xfe\x00silk")
    said = furnished("publish", "--passphrase-file", tmp_path / "passphrase")
    assert (said.status, "UTF-8" in said.err) == (2, True)


def test_a_hall_that_came_back_publishes_on_with_its_own_keys(
    furnished, published, paths, tmp_path
):
    secret, away = tmp_path / "passphrase", tmp_path / "away"
    assert furnished("backup", away).status == 0
    paths.home.rename(tmp_path / "old")
    assert furnished("restore", away).status == 0
    said = furnished("publish", "--passphrase-file", secret, "--json")
    assert said.json["fingerprint"] == published["fingerprint"]
    assert said.json["number"] == published["number"] + 1


@pytest.mark.parametrize("lost", [["trust"], ["keys"], ["keys", "trust"]])
def test_a_hall_that_has_published_never_becomes_another_for_want_of_keys(
    furnished, published, paths, tmp_path, lost
):
    for name in lost:
        (paths.home / name).rename(tmp_path / name)
    said = furnished("publish", "--passphrase-file", tmp_path / "passphrase")
    assert said.status == 2
    assert "keys" in said.err
    assert not any((paths.home / name).exists() for name in lost)


def test_that_a_release_went_out_is_no_edit(furnished, published):
    assert furnished("edit", "release-1", "number=7").status == 1
    furnished("edit", "event:steam", "title.en=Steam")
    assert furnished("undo").status == 0
    furnished("undo")
    assert furnished("show", "release-1", "--json").json["number"] == published["number"]


def test_the_program_answers_as_a_module_in_any_encoding(furnished, paths):
    words = [sys.executable, "-m", "hall_app", "--home", str(paths.home), "show", "event:steam"]
    said = subprocess.run(
        words,
        capture_output=True,
        check=True,
        timeout=60,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )
    assert "蒸汽" in said.stdout.decode("utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ["kiosk", "--lang", "xx"],
        ["kiosk", "--size", "00x00"],
        ["kiosk", "--size", "99999x99999"],
        ["kiosk", "--size", "large"],
        ["export", "out.hall", "--only", ",,,"],
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_opened(furnished, words):
    said = furnished(*words)
    assert said.status == 2
    assert said.err.startswith("hall: ")


def test_content_is_not_strewn_into_the_hall_itself(furnished, paths):
    before = sorted(path.name for path in paths.home.iterdir())
    assert furnished("export", paths.home, "--as", "content").status == 2
    assert sorted(path.name for path in paths.home.iterdir()) == before
