"""A project of one small package, complete enough to be set up for real in seconds."""

import base64
import hashlib
import shutil
import sys
import zipfile
from pathlib import Path

from tools.set_up.environment import BUILD_LOCK, DEVELOPMENT_LOCK, RUNTIME_LOCK

PROJECT = Path(__file__).resolve().parents[2]

# Builds the project without a package from outside: only what `pip install --editable` asks for.
BACKEND = '''
"""The smallest build backend: a wheel that points at the project folder."""

import pathlib
import zipfile


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    name = "hall_app-0.1.0-py3-none-any.whl"
    about = "Metadata-Version: 2.1\\nName: hall-app\\nVersion: 0.1.0\\n"
    wheel = "Wheel-Version: 1.0\\nGenerator: small\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
    files = {
        "hall_app.pth": str(pathlib.Path(__file__).parent) + "\\n",
        "hall_app-0.1.0.dist-info/METADATA": about,
        "hall_app-0.1.0.dist-info/WHEEL": wheel,
    }
    files["hall_app-0.1.0.dist-info/RECORD"] = "".join(f"{file},,\\n" for file in files)
    with zipfile.ZipFile(pathlib.Path(wheel_directory) / name, "w") as archive:
        for file, text in files.items():
            archive.writestr(file, text)
    return name
'''

PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "hall-app"
version = "0.1.0"
"""

# A package beside the program; the program prints what it was asked and where it lives.
PROGRAM = "import sys, beside\nprint('hall', *sys.argv[1:], beside.__name__)\n"


def make_small_project(folder: Path) -> Path:
    """Everything of `start.py`, over a program of two lines and one package from `wheels/`."""
    shutil.copytree(
        PROJECT / "tools" / "set_up",
        folder / "tools" / "set_up",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(PROJECT / "tools" / "__init__.py", folder / "tools")
    shutil.copy(PROJECT / "start.py", folder)
    (folder / "hall_app").mkdir()
    (folder / "hall_app" / "__init__.py").touch()
    (folder / "hall_app" / "__main__.py").write_text(PROGRAM, "utf-8")
    (folder / "backend.py").write_text(BACKEND, "utf-8")
    (folder / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    wheel = _make_wheel(folder / "wheels")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    locked = f"beside==1.0 --hash=sha256:{digest}\n"
    (folder / "tools" / "locks").mkdir()
    (folder / BUILD_LOCK).write_text("", "utf-8")
    (folder / RUNTIME_LOCK).write_text(locked, "utf-8")
    (folder / DEVELOPMENT_LOCK).write_text(locked + "# and what checks it\n", "utf-8")
    return folder


def _make_wheel(folder: Path) -> Path:
    folder.mkdir()
    wheel = folder / "beside-1.0-py3-none-any.whl"
    files = {
        "beside.py": "",
        "beside-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: beside\nVersion: 1.0\n",
        "beside-1.0.dist-info/WHEEL": (
            "Wheel-Version: 1.0\nGenerator: small\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        ),
    }
    rows = [f"{name},{_record(text)},{len(text)}" for name, text in files.items()]
    files["beside-1.0.dist-info/RECORD"] = "\n".join([*rows, "beside-1.0.dist-info/RECORD,,", ""])
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return wheel


def _record(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256=" + base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def base_python() -> str:
    """A Python outside any environment, as a person starts the project with."""
    return str(Path(sys.base_prefix) / ("python.exe" if sys.platform == "win32" else "bin/python3"))
