"""`hall doctor`: what works on this machine, and what is wrong with this home."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import typer

from hall_app import __version__, bootstrap, resources
from hall_app.cli.context import say, say_json
from hall_app.cli.display import draw_offscreen
from hall_app.editing.keeping import media_hashes
from hall_app.errors import HallError
from hall_app.media.vault import Vault
from hall_app.paths import Paths
from hall_app.store import connection

_SAFE_SQLITE = (3, 51, 3)
_LOW_DISK_BYTES = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `ok` is None where it is worth knowing and neither right nor wrong."""

    name: str
    ok: bool | None
    words: str


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def doctor(
        context: typer.Context,
        json: Annotated[bool, typer.Option("--json", help="Findings as JSON.")] = False,
    ) -> None:
        """Look at fonts, codecs, VLC, SQLite, graphics, screens, and at the library."""
        findings = [
            *_machine(),
            *_faces(),
            *look_at_home(context.obj.paths),
            *look_at_release(context.obj.paths),
        ]
        if json:
            say_json([{"name": f.name, "ok": f.ok, "words": f.words} for f in findings])
        else:
            for finding in findings:
                mark = {True: "✓", False: "×", None: "·"}[finding.ok]
                say(f"{mark} {finding.name:<12} {finding.words}")
        if any(finding.ok is False for finding in findings):
            raise typer.Exit(1)


def _machine() -> Iterator[Finding]:
    yield Finding(
        "program", None, f"{__version__}, Python {platform.python_version()}, {platform.platform()}"
    )
    version = connection.sqlite3.sqlite_version
    is_safe = tuple(int(part) for part in version.split(".")) >= _SAFE_SQLITE
    # An older SQLite works; its rare WAL-reset fault needs two connections and a checkpoint at once.
    words = (
        version
        if is_safe
        else f"{version}: works, but before 3.51.3 it has a rare fault; update Python"
    )
    yield Finding("SQLite", True if is_safe else None, words)
    from av.codec import codecs_available

    wanted = ("h264", "hevc", "vp9", "av1", "aac", "opus")
    missing = [name for name in wanted if name not in codecs_available]
    yield Finding(
        "codecs", not missing, f"missing: {', '.join(missing)}" if missing else ", ".join(wanted)
    )
    from pillow_heif import libheif_version

    yield Finding("HEIC", True, f"libheif {libheif_version()}")


def _faces() -> Iterator[Finding]:
    draw_offscreen()
    from PySide6 import __version__ as pyside
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    from hall_app.qt.playback.choice import has_vlc

    app = QGuiApplication.instance() or QGuiApplication([])
    yield Finding("Qt", True, f"PySide6 {pyside}, platform {QGuiApplication.platformName()}")
    for file in sorted(resources.asset("fonts").glob("*.ttf")):
        loaded = QFontDatabase.addApplicationFont(str(file))
        if loaded < 0:
            yield Finding("font", False, f"{file.name} cannot be loaded; install the program again")
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    yield Finding(
        "fonts",
        bool(chinese),
        ", ".join(chinese) or "no Chinese typeface: every character would be a box",
    )
    yield Finding(
        "VLC",
        None,
        "libVLC answers" if has_vlc() else "libVLC is not installed; QtMultimedia plays everything",
    )
    for screen in QGuiApplication.screens():
        size, physical = screen.size(), screen.physicalSize()
        yield Finding(
            "screen", None,
            f"{screen.name() or 'offscreen'} {size.width()}×{size.height()} px, "
            f"{physical.width():.0f}×{physical.height():.0f} mm, {screen.refreshRate():.0f} Hz",
        )  # fmt: skip
    yield _graphics()
    del app


def _graphics() -> Finding:
    from PySide6.QtGui import QOffscreenSurface, QOpenGLContext

    surface = QOffscreenSurface()
    surface.create()
    context = QOpenGLContext()
    if not (context.create() and surface.isValid() and context.makeCurrent(surface)):
        return Finding("graphics", None, "no OpenGL here: pages are drawn in software")
    names = context.functions()
    words = f"{names.glGetString(0x1F01)} ({names.glGetString(0x1F02)})"
    context.doneCurrent()
    return Finding("graphics", None, words)


def look_at_home(paths: Paths) -> Iterator[Finding]:
    """The disk, the library and its media."""
    place = paths.home if paths.home.exists() else paths.home.anchor
    free = shutil.disk_usage(place).free
    yield Finding("disk", free > _LOW_DISK_BYTES, f"{free / 1e9:.1f} GB free for {paths.home}")
    if not paths.library.is_file():
        yield Finding("library", None, "none yet; “hall init” makes one")
        return
    try:
        from hall_app.publishing.anchor import anchor_faults
        from hall_app.publishing.releases import ReleasesFolder

        with bootstrap.open_store(paths.library, read_only=True) as store:
            releases = ReleasesFolder(paths.releases)
            faults = (*store.check(), *anchor_faults(store, releases))
            named = media_hashes(store)
    except HallError as problem:
        yield Finding("library", False, str(problem))
        return
    if not faults:
        yield Finding("library", True, "whole, every link closes, nothing changed from outside")
    for fault in faults:
        yield Finding("library", False, fault)
    vault = Vault(paths.vault)
    lost = [sha256 for sha256 in named if not vault.verify(sha256)]
    words = (
        f"{len(lost)} of {len(named)} files are missing or damaged; restore a backup, or import them again"
        if lost
        else f"all {len(named)} files are there and whole"
    )
    yield Finding("media", not lost, words)


def look_at_release(paths: Paths) -> Iterator[Finding]:
    """Whether the release that is shown here verifies."""
    from hall_app.publishing.opening import open_reader
    from hall_app.publishing.releases import ReleasesFolder

    releases = ReleasesFolder(paths.releases)
    if releases.is_pointer_damaged:
        yield Finding(
            "release", False, "the note of which one is shown is damaged; publish or install again"
        )
    if releases.current() is None:
        yield Finding("release", None, "none yet; “hall publish” makes one")
        return
    shown = open_reader(paths, now=bootstrap.now)
    if shown is None:
        yield Finding("release", False, "none here verifies; publish or install again")
        return
    try:
        yield Finding("release", True, f"release {shown.number} verifies and can be shown")
    finally:
        shown.close()
