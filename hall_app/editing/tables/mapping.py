"""Which sheet holds which kind, and which column which field."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hall_app.domain.kinds import Kind
from hall_app.editing.tables import headers, names, timelinejs
from hall_app.editing.tables.directory import titles_of
from hall_app.media.sheets import Sheet, Tables
from hall_app.store.mappings import KeptMapping
from hall_app.store.store import Store


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """What one sheet holds.

    Attributes:
        kind: None leaves the sheet out.
        paths: The field of each column; empty leaves the column out.
    """

    kind: Kind | None
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file ready to be planned: its sheets, and what each is taken to hold."""

    tables: Tables
    mappings: tuple[SheetMapping, ...]

    def with_mapping(self, place: int, mapping: SheetMapping) -> Source:
        """The same with one sheet taken otherwise."""
        changed = tuple(mapping if at == place else one for at, one in enumerate(self.mappings))
        return replace(self, mappings=changed)


def headers_of(sheet: Sheet) -> tuple[str, ...]:
    """The words above the columns."""
    return tuple("" if cell is None else str(cell) for cell in sheet.rows[0]) if sheet.rows else ()


def suggested(
    store: Store, tables: Tables, *, kind: Kind | None = None, language: str = ""
) -> Source:
    """The file with the mapping that its headers suggest; TimelineJS becomes events and eras.

    Args:
        store: The library, whose galleries the groups of a timeline may name.
        tables: The file.
        kind: What every sheet holds, where the person says so.
        language: Of the words of a TimelineJS file; empty lets the words tell.
    """
    galleries = [title for one in store.all(Kind.GALLERY) for title in titles_of(one.title)]
    tables = timelinejs.translated(tables, language, galleries)
    return Source(tables, tuple(mapping_of(sheet, kind) for sheet in tables.sheets))


def mapping_of(sheet: Sheet, kind: Kind | None = None) -> SheetMapping:
    """The mapping that a sheet's name and headers suggest, each field once."""
    found = headers_of(sheet)
    kind = kind or headers.kind_of(sheet.name, found)
    if kind is None:
        return SheetMapping(None, ("",) * len(found))
    paths: list[str] = []
    for header in found:
        path = headers.recognise(kind, header)
        paths.append("" if path in paths else path)
    return SheetMapping(kind, tuple(paths))


def keep(store: Store, name: str, source: Source) -> None:
    """Keep the mapping of every sheet by a name, to be offered again when the same headers come."""
    sheets = [
        {"headers": headers_of(sheet), "kind": mapping.kind, "paths": mapping.paths}
        for sheet, mapping in zip(source.tables.sheets, source.mappings, strict=True)
        if mapping.kind is not None
    ]
    store.keep_mapping(KeptMapping(name, tuple(sheets)))


def offered(store: Store, source: Source, name: str = "") -> tuple[Source, str]:
    """The file with a kept mapping where the headers are the same, and that mapping's name."""
    used = ""
    for place, sheet in enumerate(source.tables.sheets):
        for kept in store.mappings():
            if name and kept.name != name:
                continue
            found = next((one for one in kept.sheets if _fits(one["headers"], sheet)), None)
            if found is not None:
                mapping = SheetMapping(Kind(found["kind"]), tuple(found["paths"]))
                source, used = source.with_mapping(place, mapping), kept.name
                break
    return source, used


def _fits(kept: list[str], sheet: Sheet) -> bool:
    return [names.normalised(one) for one in kept] == [
        names.normalised(one) for one in headers_of(sheet)
    ]
