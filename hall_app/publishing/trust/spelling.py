"""The one spelling of metadata: no byte and no signature in a file that proves nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from tuf.api.metadata import Metadata, Root

from hall_app.publishing.trust.signing import COMPACT

_HEXADECIMAL = re.compile(r"[0-9a-f]+")


def strays(roots: Sequence[bytes], files: Mapping[str, bytes]) -> list[str]:
    """The names of verified metadata files that hold more than they must.

    A signature counts for its meaning and not for its letters; a stranger could add spaces, capital
    letters or signatures of nobody without breaking one. So each file must be spelled as this program
    spells it, and each signature in it must be right.
    """
    chain = [Metadata[Root].from_bytes(root) for root in roots]
    newest = chain[-1].signed
    judges = {f"{root.signed.version}.root.json": [root.signed] for root in chain}
    for before, after in pairwise(chain):
        judges[f"{after.signed.version}.root.json"].append(before.signed)
    return [name for name, data in files.items() if not _is_plain(data, judges.get(name, [newest]))]


def _is_plain(data: bytes, judges: Sequence[Root]) -> bool:
    metadata: Metadata[Any] = Metadata.from_bytes(data)
    right: set[str] = set()
    for root in judges:
        role = metadata.signed.type
        right |= root.get_verification_result(
            role, metadata.signed_bytes, metadata.signatures
        ).signed.keys()
    hexadecimal = all(_HEXADECIMAL.fullmatch(one.signature) for one in metadata.signatures.values())
    is_spelled_right = metadata.to_bytes(COMPACT) == data
    return hexadecimal and right == metadata.signatures.keys() and is_spelled_right
