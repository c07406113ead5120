"""The files shipped with the program."""

import pytest

from hall_app import resources
from hall_app.errors import NotFound


def test_shipped_files_are_found():
    assert list(resources.asset("fonts").glob("*.ttf"))
    assert resources.content().is_dir()


def test_files_inside_an_installed_program_win_over_those_beside_it(tmp_path, monkeypatch):
    program = tmp_path / "hall_app"
    inside = program / "shipped" / "assets" / "a.txt"
    inside.parent.mkdir(parents=True)
    inside.write_text("inside", "utf-8")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "a.txt").write_text("beside", "utf-8")
    monkeypatch.setattr(resources, "files", lambda _name: program)
    assert resources.asset("a.txt").read_text("utf-8") == "inside"


def test_missing_file_is_named():
    with pytest.raises(NotFound, match=r"fonts/no-such\.ttf"):
        resources.asset("fonts", "no-such.ttf")
