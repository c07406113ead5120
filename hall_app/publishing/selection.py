"""A part of a hall that stands by itself: some galleries and all that their pages lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hall_app.domain.ids import RecordId
from hall_app.errors import NotFound
from hall_app.store.codec import Document

_HOMES = ("gallery", "section", "enterprise")


def in_galleries(documents: Mapping[RecordId, Document], slugs: Iterable[str]) -> set[RecordId]:
    """The galleries of these slugs, what stands in them, and what any of that links to.

    Raises:
        NotFound: There is no gallery of that slug.
    """
    galleries = {d["slug"]: key for key, d in documents.items() if d["kind"] == "gallery"}
    chosen: set[RecordId] = set()
    for slug in slugs:
        if slug not in galleries:
            known = ", ".join(sorted(galleries))
            raise NotFound(
                f"There is no gallery “{slug}”.",
                f"Choose from: {known}.",
                subject=slug,
                code="gallery-none",
            )
        chosen.add(galleries[slug])
    while inside := {
        key
        for key, document in documents.items()
        if key not in chosen and any(document.get(home) in chosen for home in _HOMES)
    }:
        chosen |= inside
    return _with_links(documents, chosen)


def _with_links(documents: Mapping[RecordId, Document], chosen: set[RecordId]) -> set[RecordId]:
    open_ends = list(chosen)
    while open_ends:
        for linked in _links(documents[open_ends.pop()], documents):
            if linked not in chosen:
                chosen.add(linked)
                open_ends.append(linked)
    return chosen


def _links(value: Any, documents: Mapping[RecordId, Document]) -> Iterator[RecordId]:
    match value:
        case dict():
            for part in value.values():
                yield from _links(part, documents)
        case list():
            for part in value:
                yield from _links(part, documents)
        case str() if RecordId(value) in documents:
            yield RecordId(value)
