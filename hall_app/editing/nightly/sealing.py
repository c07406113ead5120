"""Sealing a file with a passphrase that need not be there when the file is sealed.

::

    8   HALLSEAL
    1   version, 1
    1   cost, scrypt's N is 2 to that power
    16  salt
    32  the lock: an X25519 public key, whose private half scrypt makes of the passphrase and the salt
    32  a key made for this one file; with the lock it agrees on the file's AES-256 key
    8   the first bytes of the SHA-256 of all that
    …   AES-GCM over pieces of 1 MiB, each with its number and whether it is the last

A computer that makes backups at night keeps the lock only; nothing on it opens them. Every piece
is bound to the head and to its place, so that no bit, order or end can be changed unseen.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from hall_app.errors import NotTrusted, PackageRefused, UsageError

MAGIC = b"HALLSEAL"
COST = 16
LEAST_CHARACTERS = 8
_VERSION = 1
_MOST_COST = 20
_BLOCK = 8
_MEMORY_BYTES = 2 * 1024 * 1024 * 1024
_HEAD = len(MAGIC) + 2 + 16 + 32 + 32
_CHECK = 8
_PIECE = 1 << 20
_TAG = 16

RandomBytes = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Lock:
    """What seals and does not open: may lie about in plain sight."""

    salt: bytes
    cost: int
    public: bytes

    @classmethod
    def made(
        cls, passphrase: str, *, random_bytes: RandomBytes = os.urandom, cost: int = COST
    ) -> Lock:
        """The lock of a new passphrase; `cost` is doubled by each step, only tests give less.

        Raises:
            UsageError: The passphrase is too short.
        """
        if len(passphrase) < LEAST_CHARACTERS:
            raise UsageError(
                f"A passphrase needs at least {LEAST_CHARACTERS} characters.",
                "Four or five words that nobody would guess are good.",
                code="backup-passphrase-short",
            )
        salt = random_bytes(16)
        return cls(salt, cost, _public(_private(passphrase, salt, cost)))

    @classmethod
    def read(cls, words: str) -> Lock:
        """The lock that `words` wrote.

        Raises:
            UsageError: It is none.
        """
        try:
            cost, salt, public = words.split(":")
            lock = cls(bytes.fromhex(salt), int(cost), bytes.fromhex(public))
        except ValueError as problem:
            raise UsageError(
                "The lock of the backups in the settings is damaged.",
                "Set the passphrase of the backups once more.",
                code="backup-lock-damaged",
            ) from problem
        if len(lock.salt) != 16 or len(lock.public) != 32 or not 0 < lock.cost <= _MOST_COST:
            raise UsageError(
                "The lock of the backups in the settings is damaged.",
                "Set the passphrase of the backups once more.",
                code="backup-lock-damaged",
            )
        return lock

    @property
    def words(self) -> str:
        """The lock as one word for the settings."""
        return f"{self.cost}:{self.salt.hex()}:{self.public.hex()}"


class Sealer(io.RawIOBase):
    """Takes bytes and writes them sealed; not whole before it is closed.

    Attributes:
        key: What opens this one file, to verify it with; known only while it is made.
    """

    def __init__(
        self, out: BinaryIO, lock: Lock, *, random_bytes: RandomBytes = os.urandom
    ) -> None:
        super().__init__()
        once = X25519PrivateKey.from_private_bytes(random_bytes(32))
        self._out = out
        self._head = MAGIC + bytes((_VERSION, lock.cost)) + lock.salt + lock.public + _public(once)
        self.key = _agreed(once, lock.public, self._head)
        self._cipher = AESGCM(self.key)
        self._held = bytearray()
        self._count = 0
        out.write(self._head + _checksum(self._head))

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        taken = bytes(data)  # type: ignore[call-overload]  # any buffer, as io says
        self._held += taken
        while len(self._held) > _PIECE:
            self._put(bytes(self._held[:_PIECE]), is_last=False)
            del self._held[:_PIECE]
        return len(taken)

    def close(self) -> None:
        if not self.closed:
            self._put(bytes(self._held), is_last=True)
        super().close()

    def _put(self, piece: bytes, *, is_last: bool) -> None:
        nonce = _nonce(self._count, is_last=is_last)
        self._out.write(self._cipher.encrypt(nonce, piece, self._head))
        self._count += 1


class Opened(io.RawIOBase):
    """Reads what a `Sealer` wrote; never gives a byte that is not proved.

    Args:
        source: The file, at its beginning.
        passphrase: Opens it.
        key: Opens it without a passphrase, for whoever has just sealed it.

    Raises:
        NotTrusted: The passphrase is not the one.
        PackageRefused: A bit was changed, or the end is missing; now or while reading.
    """

    def __init__(self, source: BinaryIO, *, passphrase: str = "", key: bytes = b"") -> None:
        super().__init__()
        self._source = source
        self._head = _checked_head(source)
        self._cipher = AESGCM(key or _opened(self._head, passphrase))
        self._next = source.read(_PIECE + _TAG)
        if not self._next:
            raise _damaged()
        self._count = 0
        self._held = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # any buffer, as io says
        if not self._held and self._next:
            self._held = memoryview(self._piece())
        count = min(len(view), len(self._held))
        view[:count] = self._held[:count]
        self._held = self._held[count:]
        return count

    def _piece(self) -> bytes:
        sealed, self._next = self._next, self._source.read(_PIECE + _TAG)
        try:
            nonce = _nonce(self._count, is_last=not self._next)
            piece = self._cipher.decrypt(nonce, sealed, self._head)
        except InvalidTag as problem:
            raise _damaged() from problem
        self._count += 1
        return piece


def is_sealed(source: BinaryIO) -> bool:
    """Whether a file begins as sealed ones do; it is at its beginning again after."""
    begins = source.read(len(MAGIC))
    source.seek(0)
    return begins == MAGIC


def _checked_head(source: BinaryIO) -> bytes:
    head, check = source.read(_HEAD), source.read(_CHECK)
    if not head.startswith(MAGIC) or _checksum(head) != check:
        raise _damaged()
    if head[len(MAGIC)] != _VERSION or not 0 < head[len(MAGIC) + 1] <= _MOST_COST:
        raise PackageRefused(
            "A newer program sealed this backup.",
            "Bring it back with that program.",
            code="backup-too-new",
        )
    return head


def _opened(head: bytes, passphrase: str) -> bytes:
    """The key of a file, by the passphrase of its lock."""
    at = len(MAGIC) + 1
    cost, salt = head[at], head[at + 1 : at + 17]
    public, once = head[at + 17 : at + 49], head[at + 49 :]
    private = _private(passphrase, salt, cost)
    if _public(private) != public:
        raise NotTrusted(
            "The passphrase does not open this backup.",
            "Type it again; capital letters and spaces count.",
            code="backup-passphrase-wrong",
        )
    return _agreed(private, once, head)


def _private(passphrase: str, salt: bytes, cost: int) -> X25519PrivateKey:
    stretched = hashlib.scrypt(
        passphrase.encode(), salt=salt, n=2**cost, r=_BLOCK, p=1, maxmem=_MEMORY_BYTES - 1, dklen=32
    )
    return X25519PrivateKey.from_private_bytes(stretched)


def _public(private: X25519PrivateKey) -> bytes:
    return private.public_key().public_bytes_raw()


def _agreed(private: X25519PrivateKey, other: bytes, head: bytes) -> bytes:
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(other))
    except ValueError as problem:  # a point that agrees on nothing
        raise _damaged() from problem
    return HKDF(SHA256(), 32, salt=hashlib.sha256(head).digest(), info=b"hall backup 1").derive(
        shared
    )


def _nonce(count: int, *, is_last: bool) -> bytes:
    return count.to_bytes(11) + bytes((is_last,))


def _checksum(head: bytes) -> bytes:
    return hashlib.sha256(head).digest()[:_CHECK]


def _damaged() -> PackageRefused:
    return PackageRefused(
        "This backup is damaged: what it holds is not what was written.",
        "Use an older one.",
        code="backup-file-damaged",
    )
