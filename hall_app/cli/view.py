"""A record as `--json` shows it: whole, a medium with the paths of its files."""

from __future__ import annotations

from typing import Any

from hall_app.domain.records.media import Media
from hall_app.domain.records.record import Record
from hall_app.media.vault import Vault
from hall_app.store.codec import to_document


def whole(record: Record, vault: Vault) -> dict[str, Any]:
    """The document of a record; a medium's with `path`, and `path` in each rendition and track."""
    document = to_document(record)
    if isinstance(record, Media):
        document["path"] = str(vault.path(record.sha256))
        for part in (*document.get("renditions", []), *document.get("tracks", [])):
            part["path"] = str(vault.path(part["sha256"]))
    return document
