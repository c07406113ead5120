"""The desk's own words: no key in two files, every key in three languages."""

from hall_app.kiosk.words import WordTable
from hall_app.resources import asset


def test_every_word_of_the_desk_is_there_once_and_in_every_language():
    table = WordTable.load(asset("i18n", "desk"))
    assert len(table.keys()) > 400
    assert table.missing() == []
