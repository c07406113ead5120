"""A built wheel is the whole program: code, QML and the files it is shipped with."""

import subprocess
import sys
import zipfile

import pytest

from tests.architecture.sources import PROJECT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = "import hatchling.build, sys; print(hatchling.build.build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", build, folder],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(folder / done.stdout.strip()) as archive:
        yield archive


def test_every_file_of_the_program_is_in_the_wheel(wheel):
    names = set(wheel.namelist())
    program = {
        path.relative_to(PROJECT).as_posix()
        for path in (PROJECT / "hall_app").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert program <= names


def test_shipped_files_are_inside_where_the_program_looks(wheel):
    names = set(wheel.namelist())
    shipped = {
        f"hall_app/shipped/{path.relative_to(PROJECT).as_posix()}"
        for folder in ("assets", "content")
        for path in (PROJECT / folder).rglob("*")
        if path.is_file()
    }
    assert shipped
    assert shipped <= names


def test_nothing_else_is_in_the_wheel(wheel):
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"hall_app"}


def test_fonts_keep_their_licence(wheel):
    licences = [name for name in wheel.namelist() if ".dist-info/licenses/" in name]
    assert any(name.endswith("LICENSE") for name in licences)
    assert sum("OFL" in name for name in licences) >= 3
