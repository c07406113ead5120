"""The hall's private keys: Ed25519, kept in PEM files under one passphrase.

Three keys with three jobs. The root key names the others and is put away; the publisher's key
signs releases; the service's key says every day which release is the newest.

PKCS #8 as written here guesses 2,048 passphrases for the price of one, so the password of the
PEM files is the passphrase stretched by scrypt, whose salt and cost lie beside them.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import scrypt
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner, SSlibKey

from hall_app.errors import NotFound, NotTrusted, UsageError
from hall_app.publishing.disk import spoken, write

PUT_AWAY = "put-away"
_ROOT = f"{PUT_AWAY}/root.pem"
_PUBLISHER = "publisher.pem"
_SERVICE = "service.pem"
_STRETCHING = "scrypt.json"
COST = 16
_BLOCK = 8
_MEMORY_BYTES = 512 * 1024 * 1024
_PASSPHRASE_LEAST = 8

RandomBytes = Callable[[int], bytes]

_WORDS = """\
请把这个文件夹收好

root.pem 是本馆的根密钥。平时发布、换屏、开馆都用不到它；只有更换发布人或密钥遗失时才用得到。
请把整个文件夹（put-away）抄到两只 U 盘上，分别锁在两处，然后从这台电脑上删除。
没有它也能照常发布；有了它和口令的人，可以冒充本馆。口令请另外保管，不要写在一起。

請把這個資料夾收好

root.pem 是本館的根密鑰。平時發佈、換屏、開館都用不到它；只有更換發佈人或密鑰遺失時才用得到。
請把整個資料夾（put-away）抄到兩隻 U 盤上，分別鎖在兩處，然後從這台電腦上刪除。
沒有它也能照常發佈；有了它和口令的人，可以冒充本館。口令請另外保管，不要寫在一起。

Please put this folder away

root.pem is the hall's root key. Publishing, new screens and opening days do not need it; only a change of
publishers or a lost key does. Copy the whole folder (put-away) onto two USB sticks, lock them up in two places,
and delete it from this computer. Publishing goes on without it; whoever has it and the passphrase can pass for
this hall. Keep the passphrase elsewhere, and never beside it.
"""


class _Stretching(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the passphrase becomes the password of the PEM files."""

    salt: str
    cost: int

    def password(self, passphrase: str) -> bytes:
        stretched = scrypt(
            passphrase.encode(),
            salt=bytes.fromhex(self.salt),
            n=2**self.cost,
            r=_BLOCK,
            p=1,
            maxmem=_MEMORY_BYTES,
            dklen=32,
        )
        return stretched.hex().encode()


@dataclass(frozen=True, slots=True)
class Keyring:
    """Keys that are open for signing; `root` is None once it has been put away."""

    publisher: CryptoSigner
    service: CryptoSigner
    root: CryptoSigner | None = None


def create_keyring(
    folder: Path,
    passphrase: str,
    *,
    random_bytes: RandomBytes = os.urandom,
    cost: int = COST,
) -> Keyring:
    """Make the three keys, and write beside the root key the words to put it away.

    `cost` is how long guessing one passphrase takes, doubled by each step; only tests give less.

    Raises:
        UsageError: The passphrase is too short, or there are keys already.
    """
    if len(passphrase) < _PASSPHRASE_LEAST:
        raise UsageError(
            f"A passphrase needs at least {_PASSPHRASE_LEAST} characters.",
            "Four or five words that nobody would guess are good.",
            code="passphrase-short",
        )
    if (folder / _PUBLISHER).exists():
        raise UsageError(
            f"There are keys in {folder} already.",
            "Publish with them.",
            subject=str(folder),
            code="keys-there",
        )
    made = {name: _new_key(random_bytes) for name in (_ROOT, _SERVICE, _PUBLISHER)}
    stretching = _Stretching(random_bytes(16).hex(), cost)
    password = stretching.password(passphrase)
    for place in (folder, folder / PUT_AWAY):
        _keep(place / _STRETCHING, msgspec.json.encode(stretching))
    for name, key in made.items():
        sealed = key.private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password)
        )
        _keep(folder / name, sealed)
    _keep(folder / PUT_AWAY / "请先读我 READ ME.txt", _WORDS.encode())
    return Keyring(
        publisher=_signer(made[_PUBLISHER]),
        service=_signer(made[_SERVICE]),
        root=_signer(made[_ROOT]),
    )


def open_keyring(folder: Path, passphrase: str) -> Keyring:
    """Open the keys with the passphrase.

    Raises:
        NotFound: There are no keys here.
        NotTrusted: The passphrase does not open them.
    """
    root = folder / _ROOT
    password = _stretching(folder / _STRETCHING).password(passphrase)
    return Keyring(
        publisher=_open(folder / _PUBLISHER, password),
        service=_open(folder / _SERVICE, password),
        root=_open(root, password) if root.exists() else None,
    )


def has_keys(folder: Path) -> bool:
    """Whether releases can be signed with the keys of this folder."""
    return (folder / _PUBLISHER).is_file() and (folder / _SERVICE).is_file()


def _new_key(random_bytes: RandomBytes) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(random_bytes(32))


def _keep(path: Path, data: bytes) -> None:
    write(path, data)
    with spoken(path):
        path.chmod(0o600)
        path.parent.chmod(0o700)


def _stretching(path: Path) -> _Stretching:
    try:
        return msgspec.json.decode(_read(path), type=_Stretching)
    except msgspec.MsgspecError as problem:
        raise NotTrusted(
            f"{path.name} is damaged.", "Restore it from a backup.", code="key-damaged"
        ) from problem


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise NotFound(
            f"There is no {path.name} in {path.parent}.",
            "Restore the keys folder from a backup, or publish from the computer that has it.",
            subject=str(path),
            code="key-missing",
        )
    with spoken(path):
        return path.read_bytes()


def _open(path: Path, password: bytes) -> CryptoSigner:
    pem = _read(path)
    try:
        key = load_pem_private_key(pem, password)
    except (ValueError, TypeError):
        raise NotTrusted(
            f"The passphrase does not open {path.name}.",
            "Type it again; capital letters and spaces count.",
            subject=path.name,
            code="passphrase-wrong",
        ) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise NotTrusted(
            f"{path.name} is no Ed25519 key.", "Restore it from a backup.", code="key-kind"
        )
    return _signer(key)


def _signer(key: Ed25519PrivateKey) -> CryptoSigner:
    return CryptoSigner(key, SSlibKey.from_crypto(key.public_key()))
