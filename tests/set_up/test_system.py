"""What the system lacks is found by trying, named with its package, and brought where that may be."""

import ast
import runpy
import shutil
import sys

import pytest

from tests.architecture.sources import PROJECT
from tools.set_up import environment, system
from tools.set_up.failure import SetUpFailed
from tools.set_up.system import Missing

linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux can lack these libraries"
)


@linux_only
def test_library_that_is_there_is_no_news_and_one_that_is_not_is_named(monkeypatch):
    monkeypatch.setattr(system, "QT_LIBRARIES", {"libc.so.6": "libc6", "libnone.so.7": "libnone7"})
    missing = system.find_missing(for_tests=False, environ={})
    assert Missing("libnone.so.7", "libnone7", is_required=True) in missing
    assert "libc6" not in {part.package for part in missing}


@linux_only
@pytest.mark.parametrize(
    ("environ", "required"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, False)],
)
def test_libraries_of_a_display_are_required_only_under_it(monkeypatch, environ, required):
    monkeypatch.setattr(system, "X11_LIBRARIES", {"libnone.so.7": "libnone7"})
    missing = system.find_missing(for_tests=False, environ=environ)
    assert Missing("libnone.so.7", "libnone7", is_required=required) in missing


@linux_only
def test_second_player_is_required_only_by_checks_that_nobody_watches(monkeypatch):
    monkeypatch.setattr(system, "VLC_LIBRARIES", {"libnone.so.5": "libvlc5"})
    wanted = Missing("libnone.so.5", "libvlc5", is_required=False)
    assert wanted in system.find_missing(for_tests=False, environ={"CI": "true"})
    assert wanted in system.find_missing(for_tests=True, environ={})
    required = Missing("libnone.so.5", "libvlc5", is_required=True)
    assert required in system.find_missing(for_tests=True, environ={"CI": "true"})


@linux_only
def test_without_the_means_to_install_the_missing_is_named_with_its_package(monkeypatch):
    monkeypatch.setattr(system, "QT_LIBRARIES", {"libnone.so.7": "libnone7"})
    monkeypatch.setattr(system, "_door_to_apt", lambda: None)
    with pytest.raises(SetUpFailed, match=r"libnone\.so\.7") as failed:
        system.complete_libraries(for_tests=False)
    assert "apt-get install libnone7" in str(failed.value)
    assert failed.value.exit_status == 3


@linux_only
def test_what_is_missing_but_not_required_is_said_and_stops_nothing(monkeypatch, capsys):
    monkeypatch.setattr(system, "VLC_LIBRARIES", {"libnone.so.5": "libvlc5"})
    monkeypatch.setattr(system, "_door_to_apt", lambda: None)
    monkeypatch.delenv("CI", raising=False)
    system.complete_libraries(for_tests=False)
    assert "libvlc5" in capsys.readouterr().out


def test_python_without_ensurepip_is_told_the_package(monkeypatch):
    monkeypatch.setattr(system, "can_make_environments", lambda: False)
    monkeypatch.setattr(system, "_door_to_apt", lambda: None)
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    with pytest.raises(SetUpFailed, match=f"apt-get install {package}"):
        system.complete_python()


def test_this_python_can_make_environments():
    assert environment.can_make_environments()


@pytest.fixture
def apt(tmp_path, monkeypatch):
    """An `apt-get` and an `apt-cache` that know two packages and write down what they are asked."""
    asked = tmp_path / "asked"
    for name, script in {
        "apt-get": f'echo "$@" >> {asked}',
        "apt-cache": 'case "$2" in old1|new2t64) echo "  Candidate: 1.0";; *) echo;; esac',
        "sudo": "exit 1",
    }.items():
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        program.chmod(0o755)
    real = [tool for tool in ("sh", "env") if shutil.which(tool)]
    for tool in real:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return asked


@linux_only
def test_package_is_installed_under_the_name_it_has_here(apt, monkeypatch):
    monkeypatch.setattr(system.os, "geteuid", lambda: 0)
    system._bring([Missing(name, name, is_required=True) for name in ("old1", "new2", "no3")])
    update, install = apt.read_text("utf-8").splitlines()
    assert update.startswith("update")
    assert install.endswith(" new2t64 old1")


@linux_only
def test_without_root_and_with_a_sudo_that_asks_nothing_is_installed(apt, monkeypatch):
    monkeypatch.setattr(system.os, "geteuid", lambda: 1000)
    with pytest.raises(SetUpFailed):
        system._bring([Missing("libold", "old1", is_required=True)])
    assert not apt.exists()


def test_older_python_is_told_what_is_needed(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is Python 3\.9"):
        runpy.run_path(str(PROJECT / "start.py"))


def test_older_python_can_read_as_far_as_that():
    source = (PROJECT / "start.py").read_text("utf-8")
    assert ast.parse(source, feature_version=(3, 6))
