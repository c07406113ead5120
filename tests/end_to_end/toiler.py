"""A program that edits, imports, publishes and exports for ever, to be killed at any moment.

    python toiler.py HOME [--liar]

It first reads what it acknowledged before (HOME/acknowledged.txt, kept by whoever kills it),
compares every value with what is there, says "sound" or what is lost, finishes what was
interrupted, and goes on. Each operation is told on standard output before and after:
"begin publish 7", "done publish 7 12". A liar says "done" before it has done anything.
"""

import hashlib
import io
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from PIL import Image

from hall_app import bootstrap
from hall_app.bootstrap import Hall
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Event, Media
from hall_app.domain.records import Hall as HallRecord
from hall_app.domain.text import Text
from hall_app.editing import dates, fields, media
from hall_app.paths import Paths
from hall_app.publishing.package import write_package
from hall_app.publishing.publication import publish
from hall_app.publishing.released import ReleaseFolder, open_release
from hall_app.publishing.releases import ReleasesFolder
from hall_app.publishing.trust.founding import found_or_open
from hall_app.publishing.trust.home import TrustFolder
from hall_app.publishing.verifying import verify
from hall_app.settings import Settings

PASSPHRASE = "a thread of silk holds"
CHEAP = 4
EVENTS = 12


def main() -> None:
    paths, is_liar = Paths(Path(sys.argv[1])), "--liar" in sys.argv
    if not paths.library.exists():
        bootstrap.open_store(paths.library).close()
    with bootstrap.open_hall(paths, Settings()) as hall:
        toiler = Toiler(hall)
        acknowledged = toiler.acknowledged()
        lost = [*hall.store.check(), *toiler.lost(acknowledged)]
        say("lost " + "; ".join(lost) if lost else "sound")
        if lost:
            sys.exit(1)
        first = max((number for _, number, _ in acknowledged), default=0) + 1
        for number in count(first):
            for operation in (toiler.edit, toiler.take_in, toiler.publish, toiler.export):
                toil(operation, number, is_liar=is_liar)


def toil(operation: Callable[[int], str], number: int, *, is_liar: bool) -> None:
    name = operation.__name__
    say(f"begin {name} {number}")
    if is_liar:
        say(f"done {name} {number} {PROMISES[name](number)}")
        operation(number)
    else:
        say(f"done {name} {number} {operation(number)}")


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


class Toiler:
    """The four operations, and how each is compared with what it acknowledged."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall
        self.trust = TrustFolder(hall.paths.trust)
        self.releases = ReleasesFolder(hall.paths.releases)
        self.keyring = found_or_open(
            self.trust, hall.paths.keys, PASSPHRASE, now=bootstrap.now(), cost=CHEAP
        )
        if not hall.store.count(Kind.HALL):
            self._found()

    def edit(self, number: int) -> str:
        event = self.hall.store.find(Kind.EVENT, f"event-{number % EVENTS}")
        assert event is not None
        fields.set_field(self.hall.store, event.id, "title.en", f"edit {number}")
        return f"edit {number}".replace(" ", "_")

    def take_in(self, number: int) -> str:
        file = self.hall.paths.home / "incoming.png"
        file.write_bytes(picture(number))
        found = media.import_files(self.hall.store, self.hall.vault, self.hall.workshop, [file])
        return [*found.new, *found.known.values()][0].sha256

    def publish(self, number: int) -> str:
        del number
        release = publish(
            self.hall.store, self.hall.vault, self.releases, self.trust, self.keyring,
            now=bootstrap.now(),
        )  # fmt: skip
        return str(release.manifest.number)

    def export(self, number: int) -> str:
        folder = self.releases.current_folder()
        assert folder is not None
        release = open_release(ReleaseFolder(folder), self.trust.load(), at=bootstrap.now())
        out = self.package(number)
        write_package(release, out)
        return digest(out)

    def package(self, number: int) -> Path:
        return self.hall.paths.home / f"package-{number}.hall"

    def acknowledged(self) -> list[tuple[str, int, str]]:
        file = self.hall.paths.home / "acknowledged.txt"
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
        return [(name, int(number), value) for name, number, value in map(str.split, lines)]

    def lost(self, acknowledged: list[tuple[str, int, str]]) -> list[str]:
        """Every acknowledged value that is not there, and every damaged file under a final name."""
        lost = []
        newest = {number % EVENTS: value for name, number, value in acknowledged if name == "edit"}
        for place, value in newest.items():
            event = self.hall.store.find(Kind.EVENT, f"event-{place}")
            # An edit that was done and not yet acknowledged may stand in its place.
            if event is None or int(event.title["en"].split()[-1]) < int(value.split("_")[-1]):
                lost.append(f"edit {value}")
        known = {
            record.sha256 for record in self.hall.store.all(Kind.MEDIA) if isinstance(record, Media)
        }
        lost += [
            f"import {value}"
            for name, _, value in acknowledged
            if name == "take_in" and value not in known
        ]
        lost += [f"vault {sha}" for sha in self.hall.vault if not self.hall.vault.verify(sha)]
        lost += [f"vault lacks {sha}" for sha in known if not self.hall.vault.has(sha)]
        return lost + self._lost_releases(acknowledged) + self._lost_packages(acknowledged)

    def _lost_releases(self, acknowledged: list[tuple[str, int, str]]) -> list[str]:
        numbers = self.releases.numbers()
        promised = {int(value) for name, _, value in acknowledged if name == "publish"}
        lost = [f"release {number}" for number in promised - set(numbers)]
        for number in numbers[-2:]:
            verdict = verify(self.releases.path(number), self.trust.load(), now=bootstrap.now())
            if not (verdict.ok and verdict.complete):
                lost.append(f"release {number}: {verdict.problems}")
        shown = self.releases.current()
        # A first release that was whole and not yet acknowledged may still wait for its pointer.
        if promised and (shown is None or shown.number < max(promised)):
            lost.append(f"pointer at {shown}")
        return lost

    def _lost_packages(self, acknowledged: list[tuple[str, int, str]]) -> list[str]:
        promised = {number: value for name, number, value in acknowledged if name == "export"}
        lost = [
            f"package {number}"
            for number, value in promised.items()
            if not self.package(number).exists() or digest(self.package(number)) != value
        ]
        for path in sorted(self.hall.paths.home.glob("package-*.hall"))[-2:]:
            verdict = verify(path, self.trust.load(), now=bootstrap.now())
            if not (verdict.ok and verdict.complete):
                lost.append(f"{path.name}: {verdict.problems}")
        return lost

    def _found(self) -> None:
        store = self.hall.store
        with store.edit("Found") as edit:
            edit.put(HallRecord(id=RecordId(store.new_id()), slug="hall", title=Text.of("馆")))
            for place in range(EVENTS):
                edit.put(
                    Event(
                        id=RecordId(store.new_id()),
                        slug=f"event-{place}",
                        title=Text.of({"zh-Hans": f"事件{place}", "en": "edit 0"}),
                        date=dates.parse("1872"),
                    )
                )


def picture(number: int) -> bytes:
    image = Image.new("RGB", (400, 300), (number * 7 % 256, number // 256, number * 13 % 256))
    image.putpixel((0, 0), (number % 256, number // 256, 0))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


PROMISES: dict[str, Callable[[int], str]] = {
    "edit": lambda number: f"edit_{number}",
    "take_in": lambda number: hashlib.sha256(picture(number)).hexdigest(),
    "publish": str,
    "export": lambda number: hashlib.sha256(b"%d" % number).hexdigest(),
}

if __name__ == "__main__":
    main()
