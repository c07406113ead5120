"""The parts of the operating system that Python packages cannot bring, and where Debian keeps them.

What is missing is found by trying to load it, never by asking which system this is. On Debian and
its kin, as root or with sudo that asks for no password, it is installed; elsewhere it is named.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tools.set_up.console import output_of, run, say
from tools.set_up.environment import can_make_environments
from tools.set_up.failure import SetUpFailed

QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libbrotlidec.so.1": "libbrotli1",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libpulse.so.0": "libpulse0",
    "libXrandr.so.2": "libxrandr2",
    "libXext.so.6": "libxext6",
    "libdrm.so.2": "libdrm2",
}
"""What Qt's modules are linked with, and the Debian package of each."""

X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt loads to show a window under X11."""

WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""What Qt loads to show a window under Wayland."""

VLC_LIBRARIES = {"libvlc.so.5": "libvlc5"}
"""The second player; films also play without it."""

VLC_PLUGINS = {
    "codec/libavcodec_plugin.so": "vlc-plugin-base",
    "video_output/libxcb_x11_plugin.so": "vlc-plugin-video-output",
}
"""What libVLC loads to decode and to show; without the second it plays and shows nothing."""

TEST_PROGRAMS = {"Xvfb": "xvfb", "xauth": "xauth"}
"""What the tests of real windows need where there is no screen."""


@dataclass(frozen=True)
class Missing:
    """One missing part, its Debian package, and whether the work can go on without it."""

    part: str
    package: str
    is_required: bool


def complete_python() -> None:
    """See that this Python can make environments."""
    if can_make_environments():
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    _bring([Missing("ensurepip (a part of Python)", package, is_required=True)])
    if not can_make_environments():
        message = (
            f"{sys.executable} still lacks ensurepip. Start with a Python that has it, "
            "or install Python again with all its parts."
        )
        raise SetUpFailed(message)


def complete_libraries(*, for_tests: bool) -> None:
    """See that the libraries Qt and the players load are there; only Linux can lack them."""
    if not sys.platform.startswith("linux"):
        return
    missing = find_missing(for_tests=for_tests, environ=os.environ)
    _bring(missing)
    still = {part.part for part in find_missing(for_tests=for_tests, environ=os.environ)}
    lacking = [part for part in missing if part.part in still and part.is_required]
    if lacking:
        raise SetUpFailed(_sentence(lacking))


def find_missing(*, for_tests: bool, environ: Mapping[str, str]) -> list[Missing]:
    """What cannot be loaded here, of all that this project may load."""
    # A check that nobody watches must check everything.
    everything = for_tests and environ.get("CI") == "true"
    libraries = [
        (QT_LIBRARIES, True),
        (X11_LIBRARIES, everything or bool(environ.get("DISPLAY"))),
        (WAYLAND_LIBRARIES, bool(environ.get("WAYLAND_DISPLAY"))),
        (VLC_LIBRARIES, everything),
    ]
    loadable = _loadable([name for table, _ in libraries for name in table])
    missing = [
        Missing(library, package, is_required)
        for table, is_required in libraries
        for library, package in table.items()
        if library not in loadable
    ]
    missing += [
        Missing(f"VLC's {plugin}", package, everything)
        for plugin, package in VLC_PLUGINS.items()
        if not _has_vlc_plugin(plugin, loadable)
    ]
    if for_tests:
        missing += [
            Missing(program, package, everything)
            for program, package in TEST_PROGRAMS.items()
            if shutil.which(program) is None
        ]
    return missing


def _loadable(libraries: Iterable[str]) -> dict[str, str]:
    """The libraries that can be loaded, each with the file it came from.

    In a child, since a library that is loaded stays, and a broken one may end its process.
    """
    trial = (
        "import ctypes, sys\n"
        "for name in sys.argv[1:]:\n"
        "    try:\n"
        "        ctypes.CDLL(name)\n"
        "    except OSError:\n"
        "        continue\n"
        "    lines = open('/proc/self/maps').read().splitlines()\n"
        "    paths = [line.split(maxsplit=5)[5] for line in lines if line.count('/')]\n"
        "    stem = name.split('.so')[0] + '.'\n"
        "    print(name, next((p for p in paths if p.rpartition('/')[2].startswith(stem)), ''))\n"
    )
    printed = output_of([sys.executable, "-c", trial, *libraries])
    if printed is None:
        message = "Python could not try to load the system's libraries (is ctypes missing?)."
        raise SetUpFailed(message)
    rows = [line.partition(" ") for line in printed.splitlines()]
    return {name: path for name, _, path in rows}


def _has_vlc_plugin(plugin: str, loadable: Mapping[str, str]) -> bool:
    folder = os.path.dirname(loadable.get("libvlc.so.5", ""))  # noqa: PTH120 (may be empty)
    return bool(folder) and os.path.exists(f"{folder}/vlc/plugins/{plugin}")  # noqa: PTH110


def _bring(missing: list[Missing]) -> None:
    """Install what is missing, or say which packages would bring it."""
    if not missing:
        return
    door = _door_to_apt()
    if door is None:
        required = [part for part in missing if part.is_required]
        if required:
            raise SetUpFailed(_sentence(required))
        say(_sentence(missing))
        say("The hall works without; some films or tests may not.")
        return
    say("Installing from the system's packages: " + " ".join(_packages(missing)))
    quiet = ["-o", "Dpkg::Use-Pty=0", "-qq"]
    run([*door, "apt-get", "update", *quiet])
    known = [name for name in map(_name_here, _packages(missing)) if name is not None]
    if known:
        run([*door, "apt-get", "install", "-y", "--no-install-recommends", *quiet, *known])


def _door_to_apt() -> list[str] | None:
    """The words before `apt-get` with which it may install, or None where it may not."""
    if shutil.which("apt-get") is None or shutil.which("apt-cache") is None:
        return None
    plainly = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return plainly
    may = shutil.which("sudo") is not None and (
        subprocess.run(["sudo", "-n", "true"], stderr=subprocess.DEVNULL, check=False).returncode
        == 0
    )
    return ["sudo", "-n", *plainly] if may else None


def _name_here(package: str) -> str | None:
    """The package's name in this release; newer ones end in `t64` (64-bit time)."""
    for name in (package, f"{package}t64"):
        policy = output_of(["apt-cache", "policy", name]) or ""
        if "Candidate:" in policy and "Candidate: (none)" not in policy:
            return name
    return None


def _packages(missing: Iterable[Missing]) -> list[str]:
    return sorted({part.package for part in missing})


def _sentence(missing: list[Missing]) -> str:
    parts = ", ".join(part.part for part in missing)
    packages = " ".join(_packages(missing))
    return (
        f"This system lacks {parts}.\n"
        f"On Debian or Ubuntu: sudo apt-get install {packages}\n"
        "(newer releases end some of these names in t64)"
    )
