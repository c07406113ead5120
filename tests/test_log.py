"""The program's diary."""

import logging
import sys
import warnings

import pytest

from hall_app.log import FILE_BYTES, FILES_KEPT, logging_to

logger = logging.getLogger("hall_app.test")


def test_diary_is_kept_in_the_home_with_chinese_words(paths):
    with logging_to(paths.log, name="desk") as file:
        logger.info("打开展馆")
    assert file == paths.log / "desk.log"
    assert "打开展馆" in file.read_text("utf-8")


def test_person_hears_warnings_and_not_the_rest(paths, capsys, caplog):
    with caplog.at_level(logging.WARNING), logging_to(paths.log, name="desk"):
        logger.info("quiet")
        logger.warning("loud")
    assert capsys.readouterr().err == "WARNING: loud\n"


def test_least_level_holds_for_the_file(paths):
    with logging_to(paths.log, name="desk", level="DEBUG") as file:
        logger.debug("small")
    with logging_to(paths.log, name="kiosk", level="INFO") as other:
        logger.debug("small")
    assert "small" in file.read_text("utf-8")
    assert "small" not in other.read_text("utf-8")


def test_warnings_of_python_are_written_down(paths, caplog):
    with caplog.at_level(logging.WARNING), logging_to(paths.log, name="desk") as file:
        warnings.showwarning("old way", DeprecationWarning, "module.py", 3)
    assert "old way" in file.read_text("utf-8")


def test_diary_never_grows_without_end(paths):
    line = "x" * 10_000
    with logging_to(paths.log, name="desk"):
        for _ in range((FILES_KEPT + 3) * FILE_BYTES // len(line)):
            logger.info(line)
    files = list(paths.log.iterdir())
    assert len(files) == FILES_KEPT + 1
    assert sum(file.stat().st_size for file in files) <= FILE_BYTES * (FILES_KEPT + 1)


def test_nothing_is_left_after_the_block_not_even_after_a_failure(paths):
    root = logging.getLogger()
    before = (list(root.handlers), root.level)
    with pytest.raises(ValueError, match="broken"), logging_to(paths.log, name="desk"):
        raise ValueError("broken")
    assert (list(root.handlers), root.level) == before


def test_program_without_a_console_still_keeps_its_diary(paths, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    with logging_to(paths.log, name="desk") as file:
        logger.info("no console")
    assert "no console" in file.read_text("utf-8")
