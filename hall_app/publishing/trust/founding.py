"""Founding a hall: its keys made and its first root signed, once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from hall_app.publishing.trust.home import TrustFolder
from hall_app.publishing.trust.keys import (
    COST,
    Keyring,
    create_keyring,
    has_keys,
    open_keyring,
)
from hall_app.publishing.trust.signing import sign_root


def found_or_open(
    trust: TrustFolder,
    keys: Path,
    passphrase: str,
    *,
    now: datetime,
    cost: int = COST,
) -> Keyring:
    """The hall's keys, open; on a home that has none they are made, and the root is believed.

    Raises:
        UsageError: The passphrase is too short for new keys.
        NotTrusted: It does not open the keys that are here.
        NotFound: This home believes a hall whose keys are elsewhere.
    """
    if trust.load().roots or has_keys(keys):
        keyring = open_keyring(keys, passphrase)
    else:
        keyring = create_keyring(keys, passphrase, cost=cost)
    if not trust.load().roots:
        trust.adopt((sign_root(keyring, now=now),))
    return keyring
