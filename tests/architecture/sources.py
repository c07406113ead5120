"""The project's own files, as the architecture tests read them."""

import ast
import os
import re
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

CODE = ("hall_app", "tools", "tests")

NOT_TEXT = {
    ".ttf",
    ".png",
    ".jpg",
    ".webp",
    ".mp4",
    ".webm",
    ".svg",
    ".json",
    ".hall",
    ".db",
    ".pyc",
}


@cache
def python_files(*folders: str) -> tuple[Path, ...]:
    found = [path for folder in folders or CODE for path in (PROJECT / folder).rglob("*.py")]
    return (*sorted(found), *(PROJECT.glob("*.py") if not folders else ()))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def name(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def text_files() -> list[Path]:
    """Everything a person can read, but not what the set-up and the tools leave behind."""
    made = re.compile(r"^(?:\..*|wheels|build|dist|__pycache__)$")
    kept = {".ci", ".gitignore"}
    found = []
    for folder, folders, files in os.walk(PROJECT):
        folders[:] = [part for part in folders if part in kept or not made.match(part)]
        found += [Path(folder, file) for file in files if file in kept or not made.match(file)]
    return [path for path in sorted(found) if path.suffix not in NOT_TEXT]


def words_of(path: Path) -> list[str]:
    """The lines of a text; none of what turns out to be no text."""
    try:
        return path.read_text("utf-8").splitlines()
    except UnicodeDecodeError:
        return []
