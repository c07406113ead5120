"""What a person may set, and what is said when it is wrong."""

import dataclasses
from typing import get_type_hints

import pytest

from hall_app.errors import UsageError
from hall_app.settings import Appearance, Language, Settings, load_settings


@pytest.fixture
def file(tmp_path):
    return tmp_path / "settings.toml"


def test_missing_file_means_the_defaults(file):
    assert load_settings(file, {}) == Settings()
    assert Settings().language is Language.ZH_HANS


def test_file_sets_a_value_in_its_own_type(file):
    file.write_text('appearance = "dark"\nidle_seconds = 120\n', "utf-8")
    settings = load_settings(file, {})
    assert settings.appearance is Appearance.DARK
    assert settings.idle_seconds == 120


def test_environment_wins_over_the_file(file):
    file.write_text('language = "en"\nidle_seconds = 120\n', "utf-8")
    settings = load_settings(file, {"HALL_LANGUAGE": "zh-Hant", "HALL_IDLE_SECONDS": "30"})
    assert settings.language is Language.ZH_HANT
    assert settings.idle_seconds == 30


def test_environment_of_other_programs_means_nothing(file):
    assert load_settings(file, {"LANGUAGE": "en", "SHALL_AUTHOR": "x"}) == Settings()


@pytest.mark.parametrize("name", ["HALL_HOME", "HALL_PASSPHRASE"])
def test_home_and_passphrase_are_no_settings(file, name):
    assert load_settings(file, {name: "x"}) == Settings()


def test_misspelt_name_in_the_file_is_refused_with_the_nearest_one(file):
    file.write_text('apearance = "dark"\n', "utf-8")
    with pytest.raises(UsageError, match="Did you mean 'appearance'") as refused:
        load_settings(file, {})
    assert str(file) in str(refused.value)


def test_misspelt_name_in_the_environment_is_refused_with_the_nearest_one(file):
    with pytest.raises(UsageError, match=r"HALL_LANGAUGE.*Did you mean 'language'"):
        load_settings(file, {"HALL_LANGAUGE": "en"})


@pytest.mark.parametrize(
    "line",
    [
        'appearance = "pink"',
        "appearance = 3",
        'idle_seconds = "90"',
        "idle_seconds = 1",
        "idle_seconds = 2.5",
        "author = true",
        "[language]\nx = 1",
    ],
)
def test_value_of_the_wrong_kind_is_refused(file, line):
    file.write_text(line, "utf-8")
    with pytest.raises(UsageError, match="cannot be"):
        load_settings(file, {})


@pytest.mark.parametrize("content", [b"language = ", b"\xff\xfe", b"language = zh-Hans"])
def test_file_that_is_no_toml_is_refused(file, content):
    file.write_bytes(content)
    with pytest.raises(UsageError, match="TOML"):
        load_settings(file, {})


def test_every_setting_has_a_sentence():
    hints = get_type_hints(Settings, include_extras=True)
    for setting in dataclasses.fields(Settings):
        (meta,) = hints[setting.name].__metadata__
        assert meta.description.endswith("."), setting.name
