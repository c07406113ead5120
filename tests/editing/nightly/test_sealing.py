"""What is sealed opens by its passphrase only, and not at all when one bit has changed."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_app.editing.nightly.sealing import Lock, Opened, Sealer
from hall_app.errors import NotTrusted, PackageRefused, UsageError

PASSPHRASE = "一縷絲線穿過五廳"
CHEAP = 4
PIECE = 1 << 20


@pytest.fixture(scope="module")
def lock() -> Lock:
    return Lock.made(PASSPHRASE, cost=CHEAP)


def sealed(lock: Lock, data: bytes) -> bytes:
    out = io.BytesIO()
    with Sealer(out, lock) as sealer:
        sealer.write(data)
    return out.getvalue()


def opened(data: bytes, passphrase: str = PASSPHRASE) -> bytes:
    return Opened(io.BytesIO(data), passphrase=passphrase).readall()


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE])
def test_what_was_sealed_comes_out_as_it_was(lock, size):
    data = bytes(index % 251 for index in range(1024)) * (size // 1024 + 1)
    assert opened(sealed(lock, data[:size])) == data[:size]


def test_the_lock_alone_seals_and_does_not_open(lock):
    assert PASSPHRASE not in lock.words
    assert opened(sealed(Lock.read(lock.words), b"silk")) == b"silk"
    for wrong in ("", "一縷絲線穿過五廳 ", lock.words, lock.public.hex()):
        with pytest.raises(NotTrusted, match="passphrase does not open"):
            opened(sealed(lock, b"silk"), wrong)


def test_the_same_words_are_sealed_differently_each_time(lock):
    assert sealed(lock, b"silk") != sealed(lock, b"silk")


@given(st.data())
def test_one_bit_changed_anywhere_is_refused(lock, data):
    whole = bytearray(sealed(lock, b"the reel of 1872" * 40))
    at = data.draw(st.integers(0, len(whole) * 8 - 1))
    whole[at // 8] ^= 1 << (at % 8)
    with pytest.raises(PackageRefused):
        opened(bytes(whole))


def test_an_end_that_was_cut_off_is_refused_also_between_two_pieces(lock):
    whole = sealed(lock, bytes(3 * PIECE))
    head = len(sealed(lock, b"")) - 16
    for length in (0, 7, head, head + PIECE + 16, head + 2 * (PIECE + 16), len(whole) - 1):
        with pytest.raises(PackageRefused):
            opened(whole[:length])


def test_pieces_that_changed_places_are_refused(lock):
    whole = sealed(lock, bytes(3 * PIECE))
    head, piece = len(sealed(lock, b"")) - 16, PIECE + 16
    first, second = whole[head : head + piece], whole[head + piece : head + 2 * piece]
    with pytest.raises(PackageRefused):
        opened(whole[:head] + second + first + whole[head + 2 * piece :])


def test_a_short_passphrase_and_a_damaged_lock_are_told(lock):
    with pytest.raises(UsageError, match="at least 8"):
        Lock.made("silk")
    for words in ("x", lock.words[:-2], "99" + lock.words):
        with pytest.raises(UsageError, match="once more"):
            Lock.read(words)
