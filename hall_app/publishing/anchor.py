"""The end of the audit log, signed into each release, so that lines cut off are missed.

It stands in the `custom` field of the one target that The Update Framework signs, above the
manifest: the manifest and all below it stay the same bytes for the same records. A library
without people and without a chain signs no anchor.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from hall_app.publishing.released import ReleaseFolder
from hall_app.publishing.releases import ReleasesFolder
from hall_app.publishing.trust.signing import MANIFEST
from hall_app.store import audit, people
from hall_app.store.store import Store

KEY = "audit"


def anchor_of(store: Store) -> dict[str, dict[str, str]]:
    """What to sign: how many lines there are, and the hash of the last; nothing to keep secret."""
    if store.permit.is_open and not store.ask(people.chain).is_set:
        return {}
    number, head = store.ask(audit.head)
    return {KEY: {"lines": str(number), "head": head}} if number else {}


def anchor_faults(store: Store, releases: ReleasesFolder) -> Iterator[str]:
    """Which releases name an end of the log that the log does not have."""
    for number in releases.numbers():
        found = _anchor(ReleaseFolder(releases.path(number)), number)
        if found and store.ask(audit.seal_of, int(found["lines"])) != found["head"]:
            yield (
                f"release {number} was signed over line {found['lines']} of an audit log"
                " that is not this one any more"
            )


def _anchor(folder: ReleaseFolder, number: int) -> dict[str, str]:
    data = folder.metadata(f"{number}.targets.json")
    if data is None:
        return {}
    target = json.loads(data)["signed"]["targets"].get(MANIFEST, {})
    found: dict[str, str] = target.get("custom", {}).get(KEY, {})
    return found
