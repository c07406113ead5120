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
from hall_app.domain.records.media import Media
from hall_app.domain.records.record import Record
from hall_app.domain.text import ZH_HANS, Text
from hall_app.editing import media
from hall_app.media.vault import Vault
from hall_app.store.codec import Document, to_document, to_value
from hall_app.store.connection import machine_failure
from hall_app.store.store import Store

FILE = "file"
"""The field by which a media record names its file."""

TRACKS = "tracks"


def dump(store: Store, folder: Path, vault: Vault, kinds: Iterable[Kind] = tuple(Kind)) -> int:
    """Write every record as a content file, media beside theirs, and give their number.

    Raises:
        DiskFull, MachineFailed: As said.
    """
    count = 0
    for kind in kinds:
        if kind is Kind.RELEASE:
            continue
        for record in store.all(kind):
            try:
                _dump_record(store, record, folder / kind, vault)
            except OSError as problem:
                raise machine_failure(problem, folder) from problem
            count += 1
    return count


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Block style, Chinese as it is, keys in the order of the fields."""


def _dump_record(store: Store, record: Record, folder: Path, vault: Vault) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    document = to_document(record)
    body = _Writer(store).fields(type(record), document)
    if isinstance(record, Media):
        body = _without_file_fields(body, record)
        shutil.copyfile(vault.path(record.sha256), folder / record.file_name)
        for track in record.tracks:
            shutil.copyfile(vault.path(track.sha256), folder / track.file_name)
    words = yaml.dump(
        body,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
        default_flow_style=False,
    )
    (folder / f"{record.slug}.yaml").write_text(words, "utf-8", newline="\n")


def _without_file_fields(body: Document, record: Media) -> Document:
    kept = {name: held for name, held in body.items() if name not in media.FILE_FIELDS}
    kept[FILE] = record.file_name
    if record.tracks:
        kept[TRACKS] = [
            {"role": str(t.role), "language": t.language, FILE: t.file_name} for t in record.tracks
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
                return (
                    {"edtf": held["edtf"], "words": held["words"]}
                    if "words" in held
                    else held["edtf"]
                )
            case Shape.VALUE:
                return self.fields(known.type, held)
            case _:
                return held


def _without_current_origin(held: Document) -> Document:
    """A text without the origin that loading would give it back."""
    text: Text = to_value(held, TEXT)
    stale = {k: v for k, v in held.get("made_from", {}).items() if text.is_stale(k, ZH_HANS)}
    plain = {name: words for name, words in held.items() if name != "made_from"}
    return plain | ({"made_from": stale} if stale else {})
