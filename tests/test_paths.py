"""Where a home keeps its things."""

from pathlib import Path

import pytest

from hall_app.paths import Paths


def test_everything_lives_inside_the_home(tmp_path):
    paths = Paths(tmp_path)
    names = [name for name, value in vars(Paths).items() if isinstance(value, property)]
    assert len(names) > 5
    for name in names:
        assert getattr(paths, name).is_relative_to(tmp_path), name


def test_no_two_things_share_a_place(tmp_path):
    paths = Paths(tmp_path)
    places = [getattr(paths, name) for name, v in vars(Paths).items() if isinstance(v, property)]
    assert len(set(places)) == len(places)


def test_named_home_wins_over_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("HALL_HOME", str(tmp_path / "other"))
    assert Paths.of(tmp_path / "mine").home == tmp_path / "mine"
    assert Paths.of().home == tmp_path / "other"


def test_relative_home_means_the_same_after_a_change_of_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert Paths.of("hall").home == tmp_path / "hall"


def test_without_a_name_the_home_is_in_the_persons_data_folder(monkeypatch):
    monkeypatch.delenv("HALL_HOME")
    home = Paths.of().home
    assert home.is_absolute()
    assert home.name == "hall"
    assert home.is_relative_to(Path.home())


@pytest.mark.parametrize("empty", [None, ""])
def test_empty_name_is_no_name(empty, tmp_path):
    assert Paths.of(empty).home == tmp_path / "home"  # as conftest sets HALL_HOME


def test_naming_a_home_makes_no_folder(tmp_path):
    assert not Paths.of(tmp_path / "hall").library.parent.exists()
