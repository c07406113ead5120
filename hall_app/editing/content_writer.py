"""Writing the library as content files, the way `editing.content` reads them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from hall_app.domain.fields import TEXT, Field, Shape, fields_of
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import FILE_FIELDS, Media
from hall_app.domain.records.record import Record
from hall_app.domain.text import ZH_HANS, Text
from hall_app.editing import dates
from hall_app.errors import InvalidRecord
from hall_app.media.vault import Vault
from hall_app.store.codec import Document, to_document, to_plain, to_value
from hall_app.store.connection import machine_failure
from hall_app.store.store import Store

FILE = "file"
"""The field by which a media record names its file."""

FILE_NAME = "file_name"
TRACKS = "tracks"


def dump(store: Store, folder: Path, vault: Vault, kinds: Iterable[Kind] = tuple(Kind)) -> int:
    """Write every record as a content file, media beside theirs, and give their number.

    Raises:
        DiskFull, MachineFailed: As said.
    """
    count = 0
    names = _FileNames()
    for kind in kinds:
        if kind is Kind.RELEASE:
            continue
        for record in store.all(kind):
            try:
                _dump_record(store, record, folder / kind, vault, names)
            except OSError as problem:
                raise machine_failure(problem, folder) from problem
            count += 1
    return count


def is_plain_name(name: str) -> bool:
    """Whether a file of this name lies in the folder itself, on any system."""
    return bool(name) and name not in (".", "..") and not set(name) & set('/\\:*?"<>|\0')


class _FileNames:
    """The names that media have in the folder: their own, or by their slug where it is taken."""

    def __init__(self) -> None:
        self._taken: dict[str, str] = {}

    def name(self, wanted: str, sha256: str, instead: str) -> str:
        """The name for a file; `instead` is free by itself."""
        name = wanted if is_plain_name(wanted) else f"{instead}{Path(wanted).suffix}"
        if self._taken.setdefault(name.casefold(), sha256) != sha256:
            name = f"{instead}{Path(wanted).suffix}"
            self._taken[name.casefold()] = sha256
        return name


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Block style, Chinese as it is, keys in the order of the fields."""


def _dump_record(
    store: Store, record: Record, folder: Path, vault: Vault, names: _FileNames
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    document = to_document(record)
    body = _Writer(store).fields(type(record), document)
    if isinstance(record, Media):
        body = _with_files(body, record, folder, vault, names)
    words = yaml.dump(
        body,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
        default_flow_style=False,
    )
    (folder / f"{record.slug}.yaml").write_text(words, "utf-8", newline="\n")


def _with_files(
    body: Document, record: Media, folder: Path, vault: Vault, names: _FileNames
) -> Document:
    """The body with the names of the files that now lie beside it, without what they tell."""
    kept = {name: held for name, held in body.items() if name not in FILE_FIELDS}

    def beside(file_name: str, sha256: str, instead: str) -> Document:
        name = names.name(file_name, sha256, instead)
        shutil.copyfile(vault.path(sha256), folder / name)
        return {FILE: name} | ({FILE_NAME: file_name} if name != file_name else {})

    if record.sha256:
        kept |= beside(record.file_name, record.sha256, record.slug)
    if record.tracks:
        kept[TRACKS] = [
            {"role": str(track.role), "language": track.language}
            | ({"made_from": track.made_from} if track.made_from else {})
            | beside(track.file_name, track.sha256, f"{record.slug}.{track.role}.{track.language}")
            for track in record.tracks
        ]
    return kept


@dataclass(frozen=True, slots=True)
class _Writer:
    """Turns documents into what people write."""

    store: Store

    def fields(self, owner: type[Any], body: Document) -> Document:
        return {
            f.name: [self.one(f, one) for one in body[f.name]]
            if f.is_many
            else self.one(f, body[f.name])
            for f in fields_of(owner)
            if f.name in body and not (f.name == "slug" and "kind" in body)
        }

    def one(self, known: Field, held: Any) -> Any:
        match known.shape:
            case Shape.REFERENCE if known.name == "id":
                return held
            case Shape.REFERENCE:
                target = self.store.get(RecordId(held))
                return target.slug if known.target else f"{target.kind}:{target.slug}"
            case Shape.TEXT:
                return _without_current_origin(held)
            case Shape.DATE:
                return _date(held)
            case Shape.VALUE:
                return self.fields(known.type, held)
            case _:
                return held


def _date(held: Document) -> Any:
    """A date as the words that say all of it, or in full where no words do."""
    plain = {name: part for name, part in held.items() if name != "words"}
    try:
        says_all = to_plain(dates.parse(held["edtf"])) == plain
    except InvalidRecord:
        says_all = False
    if not says_all:
        return held
    return {"edtf": held["edtf"], "words": held["words"]} if "words" in held else held["edtf"]


def _without_current_origin(held: Document) -> Document:
    """A text without the origin that loading would give it back."""
    if ZH_HANS in held.get("made_from", {}):
        return held
    text: Text = to_value(held, TEXT)
    stale = {k: v for k, v in held.get("made_from", {}).items() if text.is_stale(k, ZH_HANS)}
    plain = {name: words for name, words in held.items() if name != "made_from"}
    return plain | ({"made_from": stale} if stale else {})
