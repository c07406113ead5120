"""The program showing itself: the main job done once, headless and for real, in pictures.

Everything happens in a scratch home below the folder it writes to, with keys under a random
passphrase; nothing of the person's own hall is read or touched.
"""

from __future__ import annotations

import html
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from hall_app import bootstrap
from hall_app.bootstrap import Hall
from hall_app.domain.dates import Day
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Illustrated, Record
from hall_app.domain.text import LANGUAGES
from hall_app.editing import fields, media
from hall_app.errors import HallError, Refused
from hall_app.paths import Paths
from hall_app.publishing import installing, opening, preflight
from hall_app.publishing.package import write_package
from hall_app.publishing.publication import publish
from hall_app.publishing.released import ReleaseFolder, open_release
from hall_app.publishing.releases import ReleasesFolder
from hall_app.publishing.trust.founding import found_or_open
from hall_app.publishing.trust.home import TrustFolder
from hall_app.publishing.verified import VerifiedRelease
from hall_app.publishing.verifying import verify
from hall_app.settings import Settings
from hall_app.store.codec import canonical_json
from hall_app.tour import camera as studio

PAGES = ("attract", "home", "timeline", "wall", "statistics", "search")
LONGEST = 10

# One page of each of these kinds is pictured; all others are only checked.
_PAGED = (
    Kind.GALLERY, Kind.SECTION, Kind.EXHIBIT, Kind.EVENT, Kind.ENTERPRISE, Kind.CRAFT, Kind.PERSON,
    Kind.STATISTIC, Kind.QUIZ, Kind.MAP,
)  # fmt: skip


@dataclass(slots=True)
class Step:
    """One thing done: how long it took, whether it went right, what it left."""

    step: str
    seconds: float = 0.0
    ok: bool = True
    files: list[str] = field(default_factory=list)
    words: str = ""


@dataclass(slots=True)
class _Tour:
    """A tour under way."""

    out: Path
    settings: Settings
    tell: Callable[[str], None]
    steps: list[Step] = field(default_factory=list)

    @property
    def paths(self) -> Paths:
        return Paths(self.out / "scratch" / "hall")

    @property
    def kiosk(self) -> Paths:
        return Paths(self.out / "scratch" / "kiosk")

    @property
    def package(self) -> Path:
        return self.out / "hall.hall"

    @contextmanager
    def step(self, name: str) -> Iterator[Step]:
        """Do one step; a failure is told and ends it, and the tour goes on."""
        step = Step(name)
        started = time.perf_counter()
        try:
            yield step
        except HallError as problem:
            step.ok, step.words = False, str(problem)
        step.seconds = round(time.perf_counter() - started, 2)
        self.steps.append(step)
        self.tell(
            f"{'ok ' if step.ok else 'NOT'} {step.seconds:7.2f} s  {name}  {step.words}".rstrip()
        )


def take(out: Path, settings: Settings, *, tell: Callable[[str], None]) -> list[Step]:
    """Do the whole job and write `tour.json`, the pictures and `index.html`.

    Args:
        out: Made if need be; what an earlier tour left there is replaced.
        settings: For language and names.
        tell: Gets a line as each step ends.

    Returns:
        Every step, in order; `ok` is false where something was not right.
    """
    # Pictures are taken without a display, whatever the machine has.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for leftover in ("scratch", "kiosk", "desk"):
        shutil.rmtree(out / leftover, ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    tour = _Tour(out, settings, tell)
    _library(tour)
    if tour.paths.library.is_file():
        with bootstrap.open_hall(tour.paths, settings) as hall:
            _edits(tour, hall)
            _media(tour, hall)
            _publishing(tour, hall)
            _pictures(tour, hall)
    shutil.rmtree(out / "scratch", ignore_errors=True)
    plain = [_plain(step) for step in tour.steps]
    (out / "tour.json").write_bytes(canonical_json(plain))
    (out / "index.html").write_text(_page(tour), "utf-8")
    return tour.steps


def _library(tour: _Tour) -> None:
    with tour.step("make a library from content/") as step:
        loaded = bootstrap.make_library(tour.paths, author="tour")
        step.words = f"{loaded.created} records"
        if loaded.refused:
            raise Refused(f"{len(loaded.refused)} files were refused, first {loaded.refused[0]}.")


def _edits(tour: _Tour, hall: Hall) -> None:
    store = hall.store
    with tour.step("edit a record, undo and redo it") as step:
        record = store.all(Kind.EXHIBIT)[0]
        before = record.title["zh-Hans"]
        fields.set_field(store, record.id, "title.zh-Hans", f"{before}·改", author="tour")
        store.undo(author="tour")
        undone = store.get(record.id).title["zh-Hans"]
        store.redo(author="tour")
        redone = store.get(record.id).title["zh-Hans"]
        if (undone, redone) != (before, f"{before}·改"):
            raise Refused(f"Undo gave “{undone}” and redo “{redone}”.")
        store.undo(author="tour")
        step.words = f"{record.slug}: {len(store.history(record.id))} lines of history"
    with tour.step("search in 简, 繁, pinyin and initials") as step:
        for words in ("缫丝", "繅絲", "jichanglong", "jcl", "丝"):
            if not store.search(words):
                raise Refused(f"“{words}” was not found.")
        step.words = "every way finds"


def _media(tour: _Tour, hall: Hall) -> None:
    with tour.step("import a photo and a film") as step:
        files = [studio.photo(tour.out / "scratch"), studio.film(tour.out / "scratch")]
        found = media.import_files(hall.store, hall.vault, hall.workshop, files, author="tour")
        if len(found.new) != len(files):
            raise Refused(f"Taken were {len(found.new)} of {len(files)}: {found.refused}.")
        step.words = ", ".join(f"{one.slug} {one.width}×{one.height}" for one in found.new)
        hall.store.undo(author="tour")


def _publishing(tour: _Tour, hall: Hall) -> None:
    now = bootstrap.now()
    trust = TrustFolder(tour.paths.trust)
    releases = ReleasesFolder(tour.paths.releases)
    with tour.step("preflight") as step:
        problems = preflight.check(hall.store, hall.vault, today=now)
        blocking = [problem for problem in problems if problem.blocks]
        step.words = f"{len(blocking)} block, {len(problems) - len(blocking)} advise"
        preflight.refuse_what_blocks(hall.store, hall.vault, today=now)
    with tour.step("publish a signed release") as step:
        keyring = found_or_open(trust, tour.paths.keys, secrets.token_urlsafe(24), now=now)
        release = publish(hall.store, hall.vault, releases, trust, keyring, now=now, author="tour")
        step.words = f"release {release.manifest.number}, root key {trust.load().fingerprint}"
    with tour.step("export a package") as step:
        folder = releases.current_folder()
        if folder is None:
            raise Refused("There is no release to export.")
        release = open_release(ReleaseFolder(folder), trust.load(), at=now)
        tour.package.unlink(missing_ok=True)
        write_package(release, tour.package)
        step.files = [tour.package.name]
        step.words = f"{tour.package.stat().st_size / 1e6:.1f} MB"
    with tour.step("verify the package") as step:
        verdict = verify(tour.package, trust.load(), now=now)
        step.words = f"whole: {verdict.ok}, complete: {verdict.complete}"
        if not (verdict.ok and verdict.complete):
            raise Refused(f"The package is not right: {verdict.problems[:3]}.")
    with tour.step("install it into an empty home") as step:
        number = installing.install(
            tour.package, tour.kiosk, accepted=(trust.load().fingerprint,), now=now
        )
        step.words = f"release {number} is shown there"


def _pictures(tour: _Tour, hall: Hall) -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 (the platform is chosen above)

    app = QApplication.instance() or QApplication([])
    with tour.step("kiosk pages in three languages, landscape and portrait") as step:
        _kiosk_pictures(tour, step)
    with tour.step("every other kiosk page fits") as step:
        _kiosk_checks(tour, step)
    with tour.step("the desk's main views") as step:
        from hall_app.curator import shots as desk_shots  # noqa: PLC0415

        files = desk_shots.render(hall, tour.out / "desk")
        step.files = [str(file.relative_to(tour.out)) for file in files]
        step.words = f"{len(files)} pictures"
    app.processEvents()


def _kiosk_pictures(tour: _Tour, step: Step) -> None:
    from hall_app.kiosk import shots  # noqa: PLC0415 (the platform is chosen above)

    with _reader(tour) as reader:
        records = _paged_records(reader)
        chosen = [*PAGES, *_one_of_each(records), *_longest(records)]
        taken = shots.render(
            reader, dict.fromkeys(chosen), tour.out / "kiosk", today=_today(), languages=LANGUAGES
        )
    step.files = [str(shot.file.relative_to(tour.out)) for shot in taken]
    wrong = [(shot, misfit) for shot in taken for misfit in shot.misfits]
    step.words = f"{len(taken)} pictures, {len(wrong)} texts do not fit"
    if wrong:
        shot, misfit = wrong[0]
        raise Refused(f"{step.words}; first on {shot.file.name}: {misfit}.")


def _kiosk_checks(tour: _Tour, step: Step) -> None:
    from hall_app.kiosk import shots  # noqa: PLC0415 (the platform is chosen above)

    with _reader(tour) as reader:
        records = _paged_records(reader)
        pictured = {*_one_of_each(records), *_longest(records)}
        others = [name for record in records if (name := _name(record)) not in pictured]
        wrong: list[tuple[str, str, tuple[int, int], object]] = []
        with shots.Camera(reader, today=_today()) as camera:
            for size in (shots.LANDSCAPE, shots.PORTRAIT):
                for name in others:
                    for language in LANGUAGES:
                        camera.show(name, language, size)
                        wrong.extend((name, language, size, one) for one in camera.check())
    step.words = f"{len(others)} pages, {len(wrong)} texts do not fit"
    if wrong:
        raise Refused(f"{step.words}; first: {wrong[0]}.")


def _reader(tour: _Tour) -> VerifiedRelease:
    reader = opening.open_reader(tour.kiosk, None, now=bootstrap.now)
    if reader is None:
        raise Refused("There is no release on the kiosk.")
    return reader


def _paged_records(reader: VerifiedRelease) -> list[Record]:
    return [record for kind in _PAGED for record in reader.all(kind)]


def _one_of_each(records: list[Record]) -> list[str]:
    """One page for each kind, and for exhibits each form; every gallery."""
    found: dict[object, str] = {}
    for record in records:
        form = getattr(record, "form", None)
        key = (record.kind, form) if record.kind is not Kind.GALLERY else record.id
        found.setdefault(key, _name(record))
    return list(found.values())


def _longest(records: list[Record]) -> list[str]:
    told = [record for record in records if isinstance(record, Illustrated)]
    told.sort(key=lambda record: -max(len(record.text[language]) for language in LANGUAGES))
    return [_name(record) for record in told[:LONGEST]]


def _name(record: Record) -> str:
    return f"{record.kind}:{record.slug}"


def _today() -> Day:
    now = bootstrap.now()
    return Day(now.year, now.month, now.day)


def _plain(step: Step) -> dict[str, object]:
    return {
        "step": step.step, "seconds": step.seconds, "ok": step.ok, "files": step.files, "words": step.words,
    }  # fmt: skip


def _page(tour: _Tour) -> str:
    """`index.html`: the steps, and every picture beside its sisters."""
    lines = [
        f"<tr><td>{'✓' if step.ok else '×'}</td><td>{html.escape(step.step)}</td>"
        f"<td>{step.seconds:.2f} s</td><td>{html.escape(step.words)}</td></tr>"
        for step in tour.steps
    ]
    figures = [
        f'<figure><a href="{html.escape(name)}"><img src="{html.escape(name)}" loading="lazy" alt=""></a>'
        f"<figcaption>{html.escape(Path(name).stem)}</figcaption></figure>"
        for step in tour.steps
        for name in step.files
        if name.endswith(".png")
    ]
    return _FRAME.format(rows="\n".join(lines), figures="\n".join(figures))


_FRAME = """<!doctype html>
<html lang="zh-Hans"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>品牌南海馆 · 一遍走完</title>
<style>
body {{ margin: 2rem; background: #15110e; color: #f6eedf; font: 16px/1.6 "Noto Sans SC", sans-serif }}
h1 {{ font: 600 2rem "Noto Serif SC", serif }}
table {{ border-collapse: collapse; margin-bottom: 2rem }} td {{ padding: .2rem 1rem .2rem 0; color: #c9b9a2 }}
main {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr)); gap: 1rem }}
figure {{ margin: 0 }} img {{ width: 100%; border: 1px solid #4a3d32 }}
figcaption {{ font-size: 13px; color: #c9b9a2; overflow-wrap: anywhere }}
</style>
<h1>品牌南海馆 · 一遍走完</h1>
<table>
{rows}
</table>
<main>
{figures}
</main>
</html>
"""
