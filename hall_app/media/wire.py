"""What the program and its reading child say to each other: length, then MessagePack.

The answer is decoded into these types and nothing else, so that a child taken over by a hostile
file can say only what any file could say.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import IO

import msgspec

from hall_app.media.limits import Limits
from hall_app.media.probe import Examination
from hall_app.media.refusal import Reason
from hall_app.media.sheets import Tables

_LENGTH = struct.Struct(">I")
_MOST_ANSWERED = 512 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One file to be read, as a medium or as a table, in at most so many seconds of work.

    Attributes:
        searched: The part of a film, in seconds, that is only searched for flashes.
    """

    path: str
    seconds: float
    fonts: str | None
    limits: Limits
    is_table: bool = False
    searched: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was read, or why not."""

    examination: Examination | None = None
    tables: Tables | None = None
    flashes_per_s: float | None = None
    refused: Reason | None = None
    detail: str = ""


class Silence(EOFError):
    """The other side is gone, or speaks nonsense."""


def send(stream: IO[bytes], message: Question | Answer) -> None:
    data = msgspec.msgpack.encode(message)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive_question(stream: IO[bytes]) -> Question:
    return msgspec.msgpack.decode(_message(stream), type=Question)


def receive_answer(stream: IO[bytes]) -> Answer:
    try:
        return msgspec.msgpack.decode(_message(stream), type=Answer)
    except msgspec.MsgspecError as error:
        raise Silence from error


def _message(stream: IO[bytes]) -> bytes:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise Silence
    (length,) = _LENGTH.unpack(head)
    if length > _MOST_ANSWERED:
        raise Silence
    data = stream.read(length)
    if len(data) < length:
        raise Silence
    return data
