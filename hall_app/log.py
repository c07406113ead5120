"""The program's diary: everything into a file of the home, what went wrong also to standard error."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_BYTES = 2_000_000
FILES_KEPT = 5

_LINE = "%(asctime)s %(levelname)-7s %(process)d %(threadName)s %(name)s: %(message)s"


@contextmanager
def logging_to(folder: Path, *, name: str, level: str = "INFO") -> Iterator[Path]:
    """Log to `folder/name.log` for the block; give the file.

    Args:
        folder: The home's log folder; made when missing.
        name: The process's own name ("desk", "kiosk"): two processes never turn over one file.
        level: The least that the file takes; standard error takes warnings and worse.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.log"
    handlers: list[logging.Handler] = [
        RotatingFileHandler(file, maxBytes=FILE_BYTES, backupCount=FILES_KEPT, encoding="utf-8")
    ]
    handlers[0].setFormatter(logging.Formatter(_LINE))
    # A program started without a console has no standard error.
    if sys.stderr is not None:
        to_person = logging.StreamHandler(sys.stderr)
        to_person.setLevel(logging.WARNING)
        to_person.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
        handlers.append(to_person)
    root = logging.getLogger()
    level_before = root.level
    for handler in handlers:
        root.addHandler(handler)
    root.setLevel(level)
    logging.captureWarnings(capture=True)
    try:
        yield file
    finally:
        logging.captureWarnings(capture=False)
        root.setLevel(level_before)
        for handler in handlers:
            root.removeHandler(handler)
            handler.close()
