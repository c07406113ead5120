"""list, show, edit, history, undo, redo, search: words and JSON, and how they end."""

from pathlib import Path

import pytest

from hall_app import __version__
from hall_app.domain.kinds import Kind
from hall_app.store import connection


def test_init_makes_the_library_once(hall, folder, paths):
    said = hall("init", "--from", folder, "--json")
    assert (said.status, said.json) == (
        0,
        {"created": 8, "updated": 0, "unchanged": 0, "refused": []},
    )
    assert sorted(path.name for path in paths.home.iterdir()) == ["library.db", "vault"]
    again = hall("init", "--from", folder)
    assert (again.status, again.out) == (1, "")
    assert "already" in again.err


def test_init_tells_what_it_refused_and_ends_with_1(hall, folder):
    (folder / "event" / "bad.yaml").write_text("date: soon", "utf-8")
    said = hall("init", "--from", folder, "--json")
    assert said.status == 1
    assert [one["path"] for one in said.json["refused"]] == ["event/bad.yaml"]
    assert said.json["created"] == 8
    assert hall("list", "event").status == 0


@pytest.mark.parametrize("kind", Kind)
def test_list_knows_every_kind(furnished, kind):
    said = furnished("list", kind, "--json")
    assert said.status == 0
    assert all(document["kind"] == kind for document in said.json)


def test_list_gives_whole_records_in_order(furnished):
    filature, steam = furnished("list", "event", "--json").json
    assert (filature["slug"], steam["slug"]) == ("filature", "steam")
    assert filature["title"]["en"] == "Jichanglong"
    assert filature["date"]["precision"] == "year"
    assert furnished("list", "event").out.splitlines()[0].split() == ["filature", "继昌隆缫丝厂"]


def test_show_gives_a_medium_with_the_paths_of_its_files(furnished):
    medium = furnished("show", "media:reel", "--json").json
    for file in (medium, *medium["renditions"]):
        assert Path(file["path"]).is_file()
    assert furnished("list", "media", "--json").json == [medium]


def test_show_finds_by_id_by_kind_and_slug_and_by_slug_alone(furnished):
    document = furnished("show", "event:filature", "--json").json
    assert furnished("show", document["id"], "--json").json == document
    assert furnished("show", "filature", "--json").json == document
    lines = dict(line.split(maxsplit=1) for line in furnished("show", "filature").out.splitlines())
    assert lines["title.zh-Hans"] == "继昌隆缫丝厂"
    assert lines["date.edtf"] == "1872"


@pytest.mark.parametrize("name", ["nowhere", "craft:filature", "steam", ""])
def test_a_name_that_means_nothing_or_two_things_is_wrong_use(furnished, name):
    said = furnished("show", name, "--json")
    assert (said.status, set(said.json)) == (2, {"error"})
    assert said.err.startswith("hall: ")


def test_edit_sets_fields_as_one_step_and_undo_and_redo_walk_it(furnished):
    before = furnished("show", "event:steam", "--json").json
    said = furnished(
        "edit", "event:steam", "title.en=Steam", "gallery=century", 'related=["event:filature"]'
    )
    assert said.status == 0
    edited = furnished("show", "event:steam", "--json").json
    assert edited["title"]["en"] == "Steam"
    assert edited["gallery"] == furnished("show", "century", "--json").json["id"]
    assert edited["related"] == [furnished("show", "filature", "--json").json["id"]]
    assert furnished("undo").status == 0
    assert furnished("show", "event:steam", "--json").json == before
    assert furnished("redo").status == 0
    assert furnished("show", "event:steam", "--json").json == edited
    assert furnished("redo").status == 2
    assert "nothing changed" in furnished("edit", "event:steam", "title.en=Steam").out


def test_a_value_may_hold_an_equals_sign(furnished):
    furnished("edit", "event:steam", "remark=p=mv")
    assert furnished("show", "event:steam", "--json").json["remark"] == "p=mv"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["event:steam", "title.en"], 2),
        (["event:steam", "=x"], 2),
        (["event:steam"], 2),
        (["nowhere", "title.en=x"], 2),
        (["event:steam", "gallery=nowhere"], 2),
        (["event:steam", "importance=high"], 1),
        (["event:steam", "date=soon"], 1),
        (["event:steam", "id=7"], 1),
        (["event:steam", "citations=" + "[" * 90_000], 1),
        (["event:steam", f"citations.{'9' * 5_000}.source=x"], 1),
        (["media:reel", "sha256=" + "0" * 64], 1),
        (["event:steam", "slug=filature"], 1),
        (["event:steam", "remark=\udcff"], 2),
    ],
)
def test_an_edit_that_cannot_be_meant_or_does_not_fit_changes_nothing(furnished, words, status):
    before = furnished("list", "event", "--json").json
    said = furnished("edit", *words)
    assert said.status == status
    assert said.err
    assert furnished("list", "event", "--json").json == before


def test_history_tells_each_step_with_what_changed(furnished):
    furnished("edit", "event:steam", "remark=待核实")
    furnished("undo")
    undo, edit, load = furnished("history", "--json").json
    assert [step["mode"] for step in (undo, edit, load)] == ["undo", "edit", "edit"]
    assert edit["is_undone"]
    assert edit["changes"][0]["fields"] == {"remark": [None, "待核实"]}
    assert set(edit) == {"step", "label", "author", "at", "mode", "is_undone", "changes"}
    (only,) = furnished("history", "craft:steam", "--json").json
    assert [change["kind"] for change in only["changes"]] == ["craft"]
    assert len(furnished("history", "--limit", "1").out.splitlines()) == 1
    assert "(undone)" in furnished("history", "event:steam").out


@pytest.mark.parametrize(
    "words", ["缫", "缫丝", "繅絲", "Jichanglong", "jichanglong", "jclssc", "changlong"]
)
def test_search_finds_in_any_script(furnished, words):
    hits = furnished("search", words, "--json").json
    assert "filature" in [hit["slug"] for hit in hits]
    (hit,) = (hit for hit in hits if hit["slug"] == "filature")
    assert set(hit) == {"id", "kind", "slug", "title", "gallery", "snippet"}
    assert (hit["kind"], hit["gallery"]) == ("event", "century")
    assert hit["title"]["zh-Hant"] == "繼昌隆繅絲廠"


def test_search_keeps_to_its_limit_and_finds_nothing_in_peace(furnished):
    assert len(furnished("search", "丝", "--limit", "1", "--json").json) == 1
    nothing = furnished("search", "鲸", "--json")
    assert (nothing.status, nothing.json) == (0, [])
    assert furnished("search", "丝", "--limit", "0").status == 2
    assert furnished("search", "丝", "--limit", "99999999999999999999").status == 2


@pytest.mark.parametrize("words", [["show", "nowhere"], ["check"], ["verify", "nowhere"]])
def test_a_program_that_asks_for_json_is_told_failures_in_json(hall, words):
    said = hall(*words, "--json")
    assert said.status
    assert said.err
    if "error" in said.json:
        assert set(said.json["error"]) == {"code", "what", "remedy", "subject"}
    else:
        assert said.json["problems"]


def test_a_home_of_nobody_is_told(hall):
    assert hall("--home", "~nobody-of-that-name/hall", "list", "event").status == 2


@pytest.mark.parametrize("command", ["search", "show", "history"])
def test_a_word_that_is_no_text_is_refused_in_words(furnished, command):
    said = furnished(command, "\udcff丝")
    assert said.status == 2
    assert "no text in UTF-8" in said.err


def test_every_edit_from_the_command_line_is_a_step_of_its_own(furnished):
    for words in ("汽机一", "汽机二"):
        assert furnished("edit", "event:steam", f"title.zh-Hans={words}").status == 0
    furnished("undo")
    assert furnished("show", "event:steam", "--json").json["title"]["zh-Hans"] == "汽机一"
    assert "event:filature" in furnished("search", "缫丝厂").out


@pytest.mark.parametrize("command", [["list", "event"], ["show", "x"], ["edit", "x", "y=z"], ["undo"], ["search", "丝"], ["history"]])  # fmt: skip
def test_without_a_library_a_command_says_how_to_make_one(hall, paths, command):
    said = hall(*command)
    assert said.status == 3
    assert "hall init" in said.err
    assert not paths.library.exists()


def test_wrong_words_are_wrong_use(hall):
    for words in (["list", "emperor"], ["list"], ["fly"], ["search"], ["import"], ["--fly"]):
        assert hall(*words).status == 2


def test_a_damaged_library_is_told_and_not_touched(furnished, paths):
    damaged = b"this is no library at all" * 100
    paths.library.write_bytes(damaged)
    for name in ("library.db-wal", "library.db-shm"):
        (paths.home / name).unlink(missing_ok=True)
    said = furnished("list", "event")
    assert said.status == 3
    assert "Restore the newest backup" in said.err
    assert furnished("edit", "event:steam", "title.en=x").status == 3
    assert paths.library.read_bytes() == damaged


def test_a_library_that_another_holds_too_long_is_busy(furnished, paths, monkeypatch):
    monkeypatch.setattr(connection, "BUSY_TIMEOUT_MS", 50)
    other = connection.connect(paths.library, read_only=False)
    other.execute("BEGIN IMMEDIATE")
    said = furnished("edit", "event:steam", "title.en=x")
    assert said.status == 3
    assert "Another program" in said.err
    assert furnished("list", "event").status == 0
    other.close()


def test_a_home_that_cannot_be_made_is_told(hall, paths, folder):
    paths.home.write_text("a file stands in the way", "utf-8")
    said = hall("init", "--from", folder)
    assert said.status == 3
    assert "hall: " in said.err


def test_a_file_that_cannot_be_read_is_told_by_its_name(furnished, paths):
    paths.settings.mkdir()
    said = furnished("list", "event")
    assert said.status == 3
    assert str(paths.settings) in said.err


def test_the_version_is_said(hall):
    assert hall("--version").out.strip() == __version__
