"""`start.py` for real: the first start, the second, an interrupted one, and two at once."""

import json
import os
import signal
import subprocess
import sys

import pytest

from tests.set_up.small_project import base_python, make_small_project
from tools.set_up.environment import Environment

# The words are the person's own, so that no proxy and no index can help: wheels/ must be enough.
OFFLINE = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


@pytest.fixture(scope="module")
def set_up_project(tmp_path_factory):
    """A small project after its first start."""
    project = make_small_project(tmp_path_factory.mktemp("set_up") / "project")
    done = start(project, "run", "first")
    assert done.returncode == 0, done.stdout + done.stderr
    return project, done


def start(project, *arguments, **environ):
    return subprocess.run(
        [base_python(), "start.py", *arguments],
        cwd=project,
        env={**os.environ, **OFFLINE, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def test_first_start_makes_the_environment_and_then_the_program_runs(set_up_project):
    _, done = set_up_project
    assert "The set-up is complete." in done.stdout
    assert done.stdout.endswith("hall first beside\n")


def test_second_start_does_nothing_but_start(set_up_project):
    project, _ = set_up_project
    wheels = project / "wheels"
    aside = wheels.rename(project / "aside")
    try:
        done = start(project, "run", "again")
    finally:
        aside.rename(wheels)
    assert done.stdout == "hall again beside\n"
    assert not done.stderr


def test_everything_after_run_is_the_programs_affair(set_up_project, tmp_path):
    project, _ = set_up_project
    done = start(project, "--home", str(tmp_path), "run", "--version", "-h", "test")
    assert done.stdout == f"hall --home {tmp_path} --version -h test beside\n"


def test_changed_lock_is_noticed(set_up_project):
    project, _ = set_up_project
    environment = Environment(project)
    lock = project / "requirements.lock"
    before = lock.read_text("utf-8")
    lock.write_text(before + "# another day\n", "utf-8")
    changed = environment.is_complete(development=False)
    lock.write_text(before, "utf-8")
    assert not changed


def stamped(project, **changes):
    """What is complete by a stamp that says something else."""
    environment = Environment(project)
    file = environment.folder / "set-up.json"
    before = file.read_text("utf-8")
    file.write_text(json.dumps(json.loads(before) | changes), "utf-8")
    kinds = {
        name: environment.is_complete(development=name == "checks") for name in ("hall", "checks")
    }
    file.write_text(before, "utf-8")
    return kinds


def test_environment_of_the_program_is_not_enough_for_checks(set_up_project):
    project, _ = set_up_project
    assert stamped(project) == {"hall": True, "checks": False}


def test_environment_for_checks_also_runs_the_program(set_up_project):
    project, _ = set_up_project
    locks = Environment(project)._locked(development=True)
    assert stamped(project, locks=locks) == {"hall": True, "checks": True}


def test_python_upgraded_in_place_needs_a_new_environment(set_up_project):
    project, _ = set_up_project
    assert not stamped(project, base=sys.base_prefix, python="3.11.0")["hall"]


def test_python_from_elsewhere_may_start_it(set_up_project):
    project, _ = set_up_project
    assert stamped(project, base="elsewhere", python="3.13.9")["hall"]


def test_moved_project_needs_a_new_environment(set_up_project):
    project, _ = set_up_project
    assert not stamped(project, folder="somewhere/else/.venv")["hall"]


def test_without_a_display_the_hall_shows_itself_in_pictures(set_up_project, tmp_path):
    project, _ = set_up_project
    (project / "hall_app" / "paths.py").write_text(
        "import pathlib\n"
        "class Paths:\n"
        "    def __init__(self, home): self.tour = pathlib.Path(home) / 'tour'\n"
        "    of = classmethod(lambda cls, home='somewhere': cls(home))\n",
        "utf-8",
    )
    done = start(project, "--home", str(tmp_path), DISPLAY="", WAYLAND_DISPLAY="")
    if sys.platform.startswith("linux"):
        assert "no display" in done.stdout
        tour = tmp_path / "tour"
        assert done.stdout.endswith(f"hall --home {tmp_path} tour --out {tour} beside\n")
    else:
        assert done.stdout == f"hall --home {tmp_path} beside\n"
    done = start(project, DISPLAY=":9")
    assert done.stdout == "hall beside\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a Windows process has no group to kill")
def test_killed_set_up_repairs_itself(tmp_path):
    project = make_small_project(tmp_path / "project")
    victim = subprocess.Popen(
        [base_python(), "start.py", "run"],
        cwd=project,
        env={**os.environ, **OFFLINE},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    for line in victim.stdout:
        if "Making the environment" in line:
            break
    os.killpg(victim.pid, signal.SIGKILL)
    victim.wait()
    victim.stdout.close()
    assert (project / ".venv" / "set-up.unfinished").exists()
    done = start(project, "run", "at last")
    assert "Removing an environment" in done.stdout
    assert done.stdout.endswith("hall at last beside\n"), done.stdout + done.stderr


def test_two_starts_at_once_make_one_environment(tmp_path):
    project = make_small_project(tmp_path / "project")
    both = [
        subprocess.Popen(
            [base_python(), "start.py", "run", name],
            cwd=project,
            env={**os.environ, **OFFLINE},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for name in ("one", "two")
    ]
    said = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert sum("Making the environment" in text for text in said) == 1
    assert sum("waiting for it" in text for text in said) == 1
    assert said[0].endswith("hall one beside\n")
    assert said[1].endswith("hall two beside\n")


def test_damaged_package_is_refused(tmp_path):
    project = make_small_project(tmp_path / "project")
    (wheel,) = (project / "wheels").iterdir()
    wheel.write_bytes(wheel.read_bytes() + b"x")
    done = start(project, "run")
    assert done.returncode == 3
    assert "could not be installed" in done.stdout
    assert "HASH" in done.stdout.upper()
