"""The kiosk's own words: complete in three languages, and no key that nobody knows."""

import re
from pathlib import Path

import pytest

from hall_app.domain.text import LANGUAGES
from hall_app.kiosk.scene import qml_folder
from hall_app.kiosk.words import WordTable
from hall_app.resources import asset

SAID = re.compile(r'Words\.(?:of|put)\("([\w-]+)"[,)]')


@pytest.fixture(scope="module")
def table():
    return WordTable.load(asset("i18n", "kiosk.json"))


def test_every_word_is_there_in_every_language(table):
    assert table.missing() == []


def test_words_that_qml_asks_for_exist(table):
    asked = {
        key for path in qml_folder().rglob("*.qml") for key in SAID.findall(path.read_text("utf-8"))
    }
    assert asked
    assert asked <= table.keys()


def test_traditional_words_are_not_left_in_simplified(table):
    simplified = "厅时间选择镇详录馆丝绪缫轻触满开关闭"
    keys = table.keys()
    left = [key for key in keys if set(table.say(key, "zh-Hant")) & set(simplified)]
    assert left == ["language-zh-Hans"] or not left


def test_parts_are_put_in_their_places(table):
    assert table.say("question", "en", number=2, count=5) == "Question 2 of 5"


def test_unknown_key_is_an_error_and_not_an_empty_word(table):
    with pytest.raises(KeyError):
        table.say("nobody-wrote-this", "en")


def test_every_language_of_the_hall_has_a_name(table):
    assert all(table.say(f"language-{language}", language) for language in LANGUAGES)


def test_no_icon_is_asked_for_that_is_not_drawn():
    named = re.compile(r'icon: "([a-z-]+)"|name: "([a-z-]+)"')
    drawn = {path.stem for path in Path(asset("icons")).glob("*.svg")}
    asked = {
        one or other
        for path in qml_folder().rglob("*.qml")
        for one, other in named.findall(path.read_text("utf-8"))
    }
    assert asked <= drawn


def test_a_folder_of_tables_is_one_table(tmp_path):
    (tmp_path / "one.json").write_text('{"a": {"en": "A"}}', "utf-8")
    (tmp_path / "two.json").write_text('{"b": {"en": "B"}}', "utf-8")
    assert WordTable.load(tmp_path).keys() == {"a", "b"}


def test_a_key_in_two_files_is_refused(tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.json").write_text('{"a": {"en": "A"}}', "utf-8")
    with pytest.raises(ValueError, match=r"two\.json: a"):
        WordTable.load(tmp_path)
