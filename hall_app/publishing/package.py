"""A `.hall` package: one zip that is a BagIt bag, an RO-Crate and a signed release at once.

::

    NAME/bag-info.txt
    NAME/bagit.txt
    NAME/data/metadata/…              the signatures
    NAME/data/objects/<sha256>        documents and media
    NAME/data/ro-crate-metadata.json
    NAME/manifest-sha256.txt
    NAME/tagmanifest-sha256.txt

Everything but metadata and objects follows from them, so that checking a package means making
these parts again and comparing. `docs/formats.md` says it for other programs.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from hall_app.domain.ids import RecordId
from hall_app.domain.text import ZH_HANS
from hall_app.errors import PackageRefused, UsageError
from hall_app.publishing import bag_tags, crate
from hall_app.publishing.archive import ArchiveWriter, Digests, changed_meanwhile, digests_of
from hall_app.publishing.disk import EarlyFlush, aside, spoken
from hall_app.publishing.objects import damaged_object, named_files
from hall_app.publishing.progress import SILENT, Progress
from hall_app.publishing.released import SignedRelease
from hall_app.publishing.selection import in_galleries

FORMAT = 1
SUFFIX = ".hall"
CRATE = "data/ro-crate-metadata.json"
METADATA = "data/metadata/"
OBJECTS = "data/objects/"

_ZIP = b"PK\x03\x04"
# Objects up to this size are read at once, and so many of them before they are written.
_WHOLE_MOST_BYTES = 1 << 20
_AHEAD = 16

_FULL, _LIGHT, _ONLY = "full", "light", "only "


@dataclass(frozen=True, slots=True)
class Carries:
    """Which files of its release a package carries; documents and signatures always travel.

    Attributes:
        is_light: No media at all.
        galleries: The slugs of the galleries whose media travel, and whose records an import takes;
            none means all.
    """

    is_light: bool = False
    galleries: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.is_light:
            return _LIGHT
        return _ONLY + ",".join(self.galleries) if self.galleries else _FULL

    @staticmethod
    def parse(words: str) -> Carries:
        """Read the words of `bag-info.txt`.

        Raises:
            PackageRefused: They say nothing this program knows.
        """
        if words.startswith(_ONLY):
            return Carries(galleries=tuple(words.removeprefix(_ONLY).split(",")))
        if words not in {_FULL, _LIGHT}:
            raise PackageRefused(
                f"The package carries “{words:.80}”, which is unknown here.",
                code="package-unknown-words",
            )
        return Carries(is_light=words == _LIGHT)


EVERYTHING = Carries()


@dataclass(frozen=True, slots=True)
class Contents:
    """What a package of a release holds besides its metadata.

    Attributes:
        objects: The hashes of the documents and media it carries, sorted.
        crate: Its RO-Crate document.
    """

    objects: tuple[str, ...]
    crate: bytes


def contents(release: SignedRelease, carries: Carries) -> Contents:
    """Say what a package must hold.

    Raises:
        NotFound: A gallery of that name is not in the release.
    """
    documents = {RecordId(document["id"]): document for document in release.records()}
    media = [d for d in documents.values() if d["kind"] == "media" and d.get("sha256")]
    chosen = [] if carries.is_light else media
    if carries.galleries:
        within = in_galleries(documents, carries.galleries)
        chosen = [document for document in media if document["id"] in within]
    files = {name for document in chosen for name in named_files(document)}
    objects = tuple(sorted(files.union(release.documents())))
    described = crate.describe(release.manifest, release.signed.sha256, media, frozenset(objects))
    return Contents(objects, described)


def info(release: SignedRelease, carries: Carries, sizes: Mapping[str, int]) -> bytes:
    """`bag-info.txt` over payload files of these sizes."""
    return bag_tags.info(
        {
            "Bagging-Date": release.manifest.published_at[:10],
            "External-Description": " ".join(release.manifest.words.best(ZH_HANS).split()) or "-",
            "External-Identifier": f"{release.manifest.hall}/{release.manifest.number}",
            bag_tags.CARRIES: str(carries),
            bag_tags.FORMAT: str(FORMAT),
            "Payload-Oxum": f"{sum(sizes.values())}.{len(sizes)}",
        }
    )


def tags(info_file: bytes, hashes: Mapping[str, str]) -> dict[str, bytes]:
    """The tag files over a payload whose hashes are given by path."""
    files = {
        bag_tags.INFO: info_file,
        bag_tags.BAGIT: bag_tags.DECLARATION,
        bag_tags.MANIFEST: bag_tags.manifest(hashes),
    }
    tagged = {path: sha256(data).hexdigest() for path, data in files.items()}
    return {**files, bag_tags.TAG_MANIFEST: bag_tags.manifest(tagged)}


def name_of(release: SignedRelease) -> str:
    """The folder inside, and a good name for the file."""
    return f"{release.manifest.slug}-{release.manifest.number}"


def write_package(
    release: SignedRelease,
    out: Path,
    *,
    carries: Carries = EVERYTHING,
    progress: Progress = SILENT,
) -> Path:
    """Write a package; until it is whole it has another name.

    Args:
        release: In a release folder, its signatures followed.
        out: The file to write; what was there is replaced.
        carries: Everything, no media, or the media of some galleries.
        progress: Told the bytes; may stop the work.

    Raises:
        UsageError: Something other than a package has that name; it is left as it is.
        PackageRefused: An object is missing or damaged; nothing is written.
        DiskFull: As said.
    """
    _require_free(out)
    held = contents(release, carries)
    small = {METADATA + name: data for name, data in release.signed.files.items()}
    small[CRATE] = held.crate
    sizes = {path: len(data) for path, data in small.items()}
    sizes |= {OBJECTS + name: release.files.size(name) for name in held.objects}
    info_file = info(release, carries, sizes)
    with aside(out) as part, spoken(out), part.open("wb") as file, EarlyFlush(file) as flush:
        writer, total = ArchiveWriter(file), sum(sizes.values())
        packer = _Packer(writer, flush, name_of(release), total, progress)
        packer.add(bag_tags.INFO, info_file)
        packer.add(bag_tags.BAGIT, bag_tags.DECLARATION)
        for is_small, paths in groupby(sorted(sizes), small.__contains__):
            if is_small:
                for path in paths:
                    packer.add(path, small[path])
            else:
                packer.copy_objects(release, {path: sizes[path] for path in paths})
        made = tags(info_file, packer.payload)
        packer.add(bag_tags.MANIFEST, made[bag_tags.MANIFEST])
        packer.add(bag_tags.TAG_MANIFEST, made[bag_tags.TAG_MANIFEST])
        packer.finish()
    return out


def _require_free(out: Path) -> None:
    """Let a package replace a package and nothing else: not a library, not a photograph."""
    with spoken(out):
        is_folder = out.is_dir()
        if not is_folder and out.name and (not out.exists() or out.stat().st_size == 0):
            return
        if not is_folder and out.name:
            with out.open("rb") as file:
                if file.read(len(_ZIP)) == _ZIP:
                    return
    what = "a folder" if is_folder else "another file, and no package"
    raise UsageError(
        f"“{out}” is {what}; it was left as it is.",
        "Name a new file for the package, such as hall.hall.",
        subject=str(out),
        code="target-not-package",
    )


_Ahead = tuple[str, bytes, "Future[Digests]"]


class _Packer:
    """Puts files into the one folder of an archive and keeps the hashes of the payload."""

    def __init__(
        self, writer: ArchiveWriter, flush: EarlyFlush, bag: str, total: int, progress: Progress
    ) -> None:
        self.payload: dict[str, str] = {}
        self._writer, self._flush, self._bag = writer, flush, bag
        self._done, self._total, self._progress = 0, total, progress

    def add(self, path: str, data: bytes) -> None:
        self._note(path, self._writer.add(f"{self._bag}/{path}", data))

    def copy_objects(self, release: SignedRelease, sizes: Mapping[str, int]) -> None:
        """Write objects of known sizes; those to come are hashed while others are written."""
        ahead: deque[_Ahead] = deque()
        with ThreadPoolExecutor(1) as beside:
            for path, size in sizes.items():
                if size > _WHOLE_MOST_BYTES:
                    self._settle(ahead, 0)
                    self._copy_large(release, path, size)
                    continue
                with release.files.open(path.removeprefix(OBJECTS)) as source:
                    data = source.read(size + 1)
                if len(data) != size:
                    raise changed_meanwhile(path)
                ahead.append((path, data, beside.submit(digests_of, data)))
                self._settle(ahead, _AHEAD)
            self._settle(ahead, 0)

    def _settle(self, ahead: deque[_Ahead], most: int) -> None:
        """Write the first of what was read ahead, until no more than so many are left."""
        while len(ahead) > most:
            path, data, counted = ahead.popleft()
            digests = counted.result()
            self._note_object(path, digests.sha256)
            self._writer.put(f"{self._bag}/{path}", data, digests.crc)
            self._advance(len(data))

    def _copy_large(self, release: SignedRelease, path: str, size: int) -> None:
        with release.files.open(path.removeprefix(OBJECTS)) as source:
            found = self._writer.copy(f"{self._bag}/{path}", source, size, self._advance)
        self._note_object(path, found)

    def finish(self) -> None:
        self._writer.finish()
        self._progress(self._total, self._total)

    def _note_object(self, path: str, sha: str) -> None:
        name = path.removeprefix(OBJECTS)
        if sha != name:
            raise damaged_object(name)
        self._note(path, sha)

    def _note(self, path: str, sha: str) -> None:
        if path.startswith("data/"):
            self.payload[path] = sha

    def _advance(self, count: int) -> None:
        self._done += count
        self._flush.wrote(count)
        self._progress(self._done, self._total)
