"""The RO-Crate of a package: what any catalogue can read of it without knowing this program."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any

from hall_app.domain.text import EN, ZH_HANS
from hall_app.publishing.manifest import Manifest
from hall_app.store.codec import Document

_CRATE = "ro-crate-metadata.json"
_PROFILE = "https://w3id.org/ro/crate/1.1"
_RIGHTS = "#rights"


def describe(
    manifest: Manifest, manifest_name: str, media: Iterable[Document], carried: Collection[str]
) -> bytes:
    """The crate's one document; the same package gives the same bytes.

    Args:
        manifest: Of the release.
        manifest_name: Its hash.
        media: The documents of the media records.
        carried: The objects that are in the package; others are not listed.
    """
    files = [_file(document) for document in media if document["sha256"] in carried]
    unique = {entity["@id"]: entity for entity in files}
    parts = [_part(manifest_name), *(unique[name] for name in sorted(unique)), *_FOLDERS]
    graph = [_SELF, _root(manifest, manifest_name, parts), *parts, _RIGHTS_ENTITY]
    document = {"@context": f"{_PROFILE}/context", "@graph": graph}
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _root(manifest: Manifest, manifest_name: str, parts: list[dict[str, Any]]) -> dict[str, Any]:
    title = manifest.words.best(ZH_HANS) or "品牌展馆"
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": title,
        "alternateName": [manifest.title[key] for key in sorted(manifest.title)],
        "description": f"{title}，第 {manifest.number} 版 · {manifest.words.best(EN)}, release {manifest.number}",
        "datePublished": manifest.published_at,
        "identifier": f"{manifest.hall}/{manifest.number}",
        "version": str(manifest.number),
        "license": {"@id": _RIGHTS},
        "mainEntity": {"@id": f"objects/{manifest_name}"},
        "hasPart": [{"@id": part["@id"]} for part in parts],
    }


def _part(manifest_name: str) -> dict[str, Any]:
    return {
        "@id": f"objects/{manifest_name}",
        "@type": "File",
        "name": "manifest",
        "description": "The root of the release's hash tree; the one document that is signed.",
        "encodingFormat": "application/json",
        "sha256": manifest_name,
    }


def _file(document: Document) -> dict[str, Any]:
    """One original; what is not known is left out."""
    rights = document.get("rights", {})
    known = {
        "name": _best(document.get("title")) or document["slug"],
        "description": _best(document.get("alt")),
        "caption": _best(document.get("caption")),
        "encodingFormat": document.get("mime"),
        "contentSize": str(document.get("size_bytes", "")),
        "alternateName": document.get("file_name"),
        "creditText": document.get("credit"),
        "copyrightNotice": rights.get("holder"),
        "usageInfo": rights.get("licence"),
        "identifier": document["id"],
        "sha256": document["sha256"],
    }
    entity = {"@id": f"objects/{document['sha256']}", "@type": "File"}
    return {**entity, **{key: value for key, value in known.items() if value}}


def _best(text: dict[str, str] | None) -> str:
    words = text or {}
    return words.get(ZH_HANS) or next(iter(words.values()), "")


_SELF = {
    "@id": _CRATE,
    "@type": "CreativeWork",
    "conformsTo": {"@id": _PROFILE},
    "about": {"@id": "./"},
}

_FOLDERS: list[dict[str, Any]] = [
    {
        "@id": "metadata/",
        "@type": "Dataset",
        "name": "metadata",
        "description": "Signatures, by The Update Framework.",
    },
    {
        "@id": "objects/",
        "@type": "Dataset",
        "name": "objects",
        "description": "Documents and media, each named by the SHA-256 of its bytes.",
    },
]

_RIGHTS_ENTITY = {
    "@id": _RIGHTS,
    "@type": "CreativeWork",
    "name": "版权归各权利人所有；每个文件另有说明。 / Rights remain with their holders, as said at each file.",
}
