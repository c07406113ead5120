"""Measuring ours and a peer in turn, so that a busy machine is unfair to both alike."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

RUNS = 5


def in_turn(*works: Callable[[], float], runs: int = RUNS) -> tuple[float, ...]:
    """Call each work in turn, `runs` times after one warm-up; the median of what each returns."""
    for work in works:
        work()
    figures: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for place, work in enumerate(works):
            figures[place].append(work())
    return tuple(statistics.median(one) for one in figures)


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def process_seconds(command: Sequence[str], environment: dict[str, str]) -> float:
    """How long a child process takes from its start to its end.

    Raises:
        RuntimeError: It ended with another status than 0; its words are in the message.
    """
    started = time.perf_counter()
    done = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    took = time.perf_counter() - started
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace")[-2000:])
    return took


def hall(*words: str) -> list[str]:
    """The command line of this program in a child."""
    return [sys.executable, "-m", "hall_app", *words]
