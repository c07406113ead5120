"""The program's side of reading files: children that do it, kept, timed and replaced."""

from __future__ import annotations

import hashlib
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Self

from hall_app.errors import MachineFailed
from hall_app.media import wire
from hall_app.media.limits import DEFAULT_LIMITS, Limits
from hall_app.media.probe import Examination
from hall_app.media.refusal import Reason, Refusal
from hall_app.media.sheets import Tables

# To be counted up when the same file is to give other renditions, or another probe.
_RECIPE = "3"
# -P: a module that lies where the program was started is not taken for one of ours.
_READER = ("-P", "-m", "hall_app.media.worker")
# A child holds up to a quarter of a gigabyte while it reads a large photo.
_READERS = max(2, min(4, os.cpu_count() or 2))
_START_S = 60.0
_IDLE_TOO_LONG = -getattr(signal, "SIGALRM", 0) or None
_WORKED_TOO_LONG = -getattr(signal, "SIGPROF", 0) or None
# A busy machine may let a child wait this many times as long as it may work.
_WAITING_TIMES = 6
_LARGE_BYTES = 256 << 20
_LARGE_TIMES = 4
# A picture's memory is kept for the next picture: asking the system for it afresh costs as much
# time as decoding. Pillow reads the first two, glibc the others, and no other system minds them.
_KEEP_MEMORY = {
    "PILLOW_BLOCK_SIZE": str(4 << 20),
    "PILLOW_BLOCKS_MAX": "24",
    "MALLOC_MMAP_THRESHOLD_": str(32 << 20),
    "MALLOC_TRIM_THRESHOLD_": str(128 << 20),
}


class Workshop:
    """Reads files in child processes; a file that kills or stalls its child is refused, no more.

    Children start when first needed and are used again. Any thread may ask; as many files are read
    at once as there are readers.

    Args:
        fonts: The folder of the typefaces that drawings are set in; none draws no text.
        readers: How many children there are at most.
    """

    def __init__(
        self, *, fonts: Path | None, limits: Limits = DEFAULT_LIMITS, readers: int = _READERS
    ) -> None:
        self.limits = limits
        self.readers = readers
        self._fonts = fonts
        self._free: queue.SimpleQueue[_Reader] = queue.SimpleQueue()
        for _ in range(readers):
            self._free.put(_Reader())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @cached_property
    def recipe(self) -> str:
        """The name of the way files are read here: another one would find something else."""
        fonts = [] if self._fonts is None else sorted(self._fonts.glob("*.ttf"))
        parts = (
            _RECIPE,
            *(
                f"{name} {version(name)}"
                for name in ("pillow", "pillow-heif", "av", "resvg", "pypdfium2")
            ),
            *(f"{font.name} {font.stat().st_size}" for font in fonts),
            repr(self.limits),
        )
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]

    def close(self) -> None:
        """End the children; waits for those that are reading."""
        readers = [self._free.get() for _ in range(self.readers)]
        for reader in readers:
            reader.stop()
            self._free.put(reader)

    def examine(self, path: Path) -> Examination:
        """Read and render one file; raises `Refusal` without the file's name."""
        is_large = path.stat().st_size > _LARGE_BYTES
        question = wire.Question(
            path=str(path.resolve()),
            seconds=self.limits.seconds * (_LARGE_TIMES if is_large else 1),
            fonts=None if self._fonts is None else str(self._fonts),
            limits=self.limits,
        )
        with self._borrowed() as reader:
            answer = reader.ask(question)
        if answer.examination is None:
            raise Refusal(answer.refused or Reason.CRASHED, detail=answer.detail)
        return answer.examination

    def search_flashes(self, path: Path, since: float, until: float) -> float:
        """The most flashes within any second of a part of a film; raises `Refusal` without its name."""
        question = wire.Question(
            path=str(path.resolve()), seconds=self.limits.seconds, fonts=None, limits=self.limits,
            searched=(since, until),
        )  # fmt: skip
        with self._borrowed() as reader:
            answer = reader.ask(question)
        if answer.flashes_per_s is None:
            raise Refusal(answer.refused or Reason.CRASHED, detail=answer.detail)
        return answer.flashes_per_s

    def read_tables(self, path: Path) -> Tables:
        """Read the sheets of one file.

        Raises:
            Refusal: It is no table, or damaged, hostile or too large.
        """
        name = path.name
        try:
            place = str(path.resolve(strict=True))
        except OSError as problem:
            raise Refusal(Reason.MISSING, name) from problem
        if not path.is_file():
            raise Refusal(Reason.NOT_A_FILE, name)
        question = wire.Question(
            path=place, seconds=self.limits.seconds, fonts=None, limits=self.limits, is_table=True
        )
        with self._borrowed() as reader:
            answer = reader.ask(question)
        if answer.tables is None:
            raise Refusal(answer.refused or Reason.CRASHED, name, answer.detail)
        return answer.tables

    @contextmanager
    def _borrowed(self) -> Iterator[_Reader]:
        reader = self._free.get()
        try:
            yield reader
        finally:
            self._free.put(reader)


class _Reader:
    """One child and the pipes to it."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None

    def ask(self, question: wire.Question) -> wire.Answer:
        """One answer; the child is ended when it gives none in time, or none at all."""
        child = self._child
        if child is None or child.poll() is not None:
            child = self._start()
        answer, is_late = self._converse(child, question, question.seconds * _WAITING_TIMES)
        if answer is None:
            status = self.stop()
            if status == _IDLE_TOO_LONG:  # it ended in the very moment it was asked
                return self.ask(question)
            if is_late or status == _WORKED_TOO_LONG:
                detail = f"more than {question.seconds:g} seconds"
                return wire.Answer(refused=Reason.TOO_SLOW, detail=detail)
            return wire.Answer(refused=Reason.CRASHED, detail=f"its decoder broke down ({status})")
        if answer.refused == Reason.TOO_MUCH_MEMORY:
            # What a decoder had taken may never be given back.
            self.stop()
        return answer

    def stop(self) -> int | None:
        """End the child; returns its exit status."""
        child, self._child = self._child, None
        if child is None:
            return None
        assert child.stdin is not None
        assert child.stdout is not None
        child.kill()
        status = child.wait()
        with suppress(BrokenPipeError):  # a question it no longer read
            child.stdin.close()
        child.stdout.close()
        return status

    def _start(self) -> subprocess.Popen[bytes]:
        self.stop()
        self._child = child = subprocess.Popen(
            [sys.executable, *_READER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={
                **os.environ,
                **_KEEP_MEMORY,
                "PYTHONPATH": os.pathsep.join(place or str(Path.cwd()) for place in sys.path),
            },
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        greeting, _ = self._converse(child, None, _START_S)
        if greeting is None:
            status = self.stop()
            raise MachineFailed(
                f"The part that reads media files does not start ({status}).",
                "Run `hall doctor`.",
                code="reader-not-starting",
            )
        return child

    @staticmethod
    def _converse(
        child: subprocess.Popen[bytes], question: wire.Question | None, seconds: float
    ) -> tuple[wire.Answer | None, bool]:
        """Ask and hear; the answer, or none and whether the time was up."""
        assert child.stdin is not None
        assert child.stdout is not None
        late = threading.Event()

        def end() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(seconds, end)
        timer.start()
        try:
            if question is not None:
                wire.send(child.stdin, question)
            return wire.receive_answer(child.stdout), False
        except (wire.Silence, OSError):  # it is gone; what writing to it says differs by system
            return None, late.is_set()
        finally:
            timer.cancel()
            timer.join()
