"""The file of unwritten words: takes them on a full disk, gives them back, and survives being torn."""

import pytest

from hall_app.editing.unwritten import RecoveryFile, Unwritten
from hall_app.errors import MachineFailed

WORDS = [
    Unwritten(record="a", path="title.zh-Hans", value="不能丢的字"),
    Unwritten(record="a", path="tags", value=["丝", "绸"]),
]


@pytest.fixture
def file(tmp_path):
    return RecoveryFile.beside(tmp_path / "library.db")


def test_words_come_back_as_they_were_and_go_when_they_are_written(file):
    assert file.held() == []
    file.keep(WORDS)
    assert RecoveryFile(file.path).held() == WORDS
    file.keep([])
    assert file.held() == []


def test_keeping_takes_no_room_that_was_not_taken_before(file):
    file.reserve()
    inode, size = file.path.stat().st_ino, file.path.stat().st_size
    file.keep(WORDS)
    assert (file.path.stat().st_ino, file.path.stat().st_size) == (inode, size)
    file.reserve()
    assert file.held() == WORDS


def test_a_torn_file_holds_nothing_and_is_written_anew(file):
    file.path.write_bytes(b'[{"record": "a", "pa')
    assert file.held() == []
    file.keep(WORDS)
    assert file.held() == WORDS


def test_words_go_elsewhere_to_be_read_by_a_person(file, tmp_path):
    file.export(tmp_path / "words.txt", WORDS)
    assert "不能丢的字" in (tmp_path / "words.txt").read_text("utf-8")
    with pytest.raises(MachineFailed):
        file.export(tmp_path / "nowhere" / "words.txt", WORDS)
