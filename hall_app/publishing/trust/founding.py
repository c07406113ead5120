"""Founding a hall: its keys made and its first root signed, once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from hall_app.errors import NotFound
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
    has_published: bool = False,
    cost: int = COST,
) -> Keyring:
    """The hall's keys, open; on a home that has none they are made, and the root is believed.

    Args:
        trust: Whom this home believes.
        keys: The folder of its keys.
        passphrase: Opens the keys, or is given to new ones.
        now: The moment.
        has_published: Its library names releases that went out; then the hall has keys somewhere,
            and no screen would believe new ones.
        cost: How dear a guess of the passphrase is made.

    Raises:
        UsageError: The passphrase is too short for new keys.
        NotTrusted: It does not open the keys that are here.
        NotFound: This home believes a hall whose keys are elsewhere.
    """
    is_believed = bool(trust.load().roots)
    is_founded = is_believed or has_keys(keys)
    if has_published and not is_believed:
        raise NotFound(
            "This hall has published before, and its trust and keys are not all in this home.",
            "Bring back the folders “keys” and “trust” from the home it published in, or from a backup of it.",
            subject=str(keys),
            code="trust-incomplete",
        )
    if is_founded:
        keyring = open_keyring(keys, passphrase)
    else:
        keyring = create_keyring(keys, passphrase, cost=cost)
    if not is_believed:
        trust.adopt((sign_root(keyring, now=now),))
    return keyring
