"""The files that are shipped with the program: `assets/` and `content/`, wherever they were put."""

from importlib.resources import files
from pathlib import Path

from hall_app.errors import NotFound


def asset(*parts: str) -> Path:
    """A file or folder of `assets/`, for instance `asset("fonts")`."""
    return _shipped("assets", *parts)


def content() -> Path:
    """The hall's own content, from which a first library is made."""
    return _shipped("content")


def _shipped(*parts: str) -> Path:
    program = Path(str(files("hall_app")))
    # A wheel carries them inside the program; in the project folder they stand beside it.
    for folder in (program / "shipped", program.parent):
        path = folder.joinpath(*parts)
        if path.exists():
            return path
    name = "/".join(parts)
    message = f"The program's own file {name} is missing."
    raise NotFound(message, "Install the program again.", subject=name)
