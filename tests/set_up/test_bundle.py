"""A bundle carries the project and its packages, and installs by itself."""

import os
import shutil
import subprocess

import pytest

from tests.set_up.small_project import base_python, make_small_project
from tools.set_up.bundle import make_bundle, project_files
from tools.set_up.environment import Environment
from tools.set_up.failure import SetUpFailed


@pytest.fixture
def project(tmp_path):
    return make_small_project(tmp_path / "project")


def test_bundle_of_a_bundle_installs_without_any_index(project, tmp_path):
    bundle = tmp_path / "carried" / "bundle"
    make_bundle(Environment(project), bundle)
    done = subprocess.run(
        [base_python(), "start.py", "run", "carried"],
        cwd=bundle,
        env={**os.environ, "PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": "http://127.0.0.1:9/"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.endswith("hall carried beside\n"), done.stdout + done.stderr


def test_bundle_holds_the_project_and_nothing_that_a_set_up_made(project, tmp_path):
    for made in (".venv/lib/x.py", ".git/config", "tools/set_up/__pycache__/x.pyc"):
        file = project / made
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    make_bundle(Environment(project), tmp_path / "bundle")
    names = {
        path.relative_to(tmp_path / "bundle").parts[0] for path in (tmp_path / "bundle").iterdir()
    }
    assert {"start.py", "tools", "hall_app", "requirements.lock", "wheels"} <= names
    assert not names & {".venv", ".git"}
    assert not list((tmp_path / "bundle").rglob("__pycache__"))


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
def test_new_files_go_along_and_ignored_ones_do_not(project):
    (project / ".gitignore").write_text("*.log\n", "utf-8")
    (project / "new.txt").touch()
    (project / "noise.log").touch()
    subprocess.run(["git", "init", "--quiet", project], check=True)
    subprocess.run(["git", "-C", project, "add", "start.py", "hall_app"], check=True)
    (project / "hall_app" / "__main__.py").unlink()
    names = {path.as_posix() for path in project_files(project)}
    assert {"start.py", "new.txt", "hall_app/__init__.py"} <= names
    assert not names & {"noise.log", "hall_app/__main__.py"}


def test_folder_that_holds_something_is_left_alone(project, tmp_path):
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(SetUpFailed, match="no empty folder"):
        make_bundle(Environment(project), tmp_path)
    with pytest.raises(SetUpFailed, match="no empty folder"):
        make_bundle(Environment(project), tmp_path / "mine.txt")
    assert (tmp_path / "mine.txt").read_text("utf-8") == "mine"


def test_bundle_inside_the_project_is_refused(project):
    with pytest.raises(SetUpFailed, match="inside the project"):
        make_bundle(Environment(project), project / "bundle")


def test_bundle_that_cannot_be_written_leaves_nothing(project, tmp_path, monkeypatch):
    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copytree", full)
    with pytest.raises(SetUpFailed, match="No space left"):
        make_bundle(Environment(project), tmp_path / "bundle")
    assert {path.name for path in tmp_path.iterdir()} == {"project"}
