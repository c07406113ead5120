"""The reading child: `python -m hall_app.media.worker`, one question and one answer at a time.

Bytes from outside the hall meet a decoder only here. The child may read files, may write none,
holds no more memory than allowed (where the system can limit that) and is ended
when it works or waits too long. What it takes with it in a crash is one file's import.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import IO

from hall_app.media import wire
from hall_app.media.examination import examine, examine_tables, search_flashes
from hall_app.media.limits import Limits
from hall_app.media.refusal import Refusal

IDLE_S = 60
"""How long a child waits for the next question. Then it ends, and gives back its memory."""


def main() -> None:
    """Answer questions until the parent is gone."""
    questions, answers = _pipes()
    wire.send(answers, wire.Answer())
    is_limited = False
    while True:
        _end_after(IDLE_S)
        try:
            question = wire.receive_question(questions)
        except wire.Silence:
            return
        _end_after(0)
        if not is_limited:
            _limit(question.limits)
            is_limited = True
        _end_after_work(question.seconds)
        answer = _answer(question)
        _end_after_work(0)
        wire.send(answers, answer)


def _answer(question: wire.Question) -> wire.Answer:
    fonts = None if question.fonts is None else Path(question.fonts)
    try:
        if question.is_table:
            return wire.Answer(tables=examine_tables(Path(question.path), limits=question.limits))
        if question.searched is not None:
            found = search_flashes(Path(question.path), *question.searched)
            return wire.Answer(flashes_per_s=found)
        examination = examine(Path(question.path), limits=question.limits, fonts=fonts)
    except Refusal as refusal:
        return wire.Answer(refused=refusal.reason, detail=refusal.detail)
    return wire.Answer(examination=examination)


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes to the parent. Decoders that print must not print into an answer."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, answers


def _end_after(seconds: int) -> None:
    """Let the system end this process by SIGALRM then, 0: never. Windows has no such clock."""
    if sys.platform != "win32":
        signal.alarm(seconds)


def _end_after_work(seconds: float) -> None:
    """Let the system end this process by SIGPROF after so much work, 0: never.

    What other programs take of a busy machine is not the file's fault. Windows has no such clock;
    there the parent's is left.
    """
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _limit(limits: Limits) -> None:
    """Give up what reading does not need. Windows has no such limits; the parent's clock is left."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - POSIX only

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    memory = (
        limits.memory_bytes if most == resource.RLIM_INFINITY else min(limits.memory_bytes, most)
    )
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
