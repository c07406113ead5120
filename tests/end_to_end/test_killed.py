"""Killed for real: nothing that was acknowledged is ever lost, and nothing half is left."""

from __future__ import annotations

import os
import queue
import random
import subprocess
import sys
import threading
from collections import Counter, defaultdict
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
TOILER = Path(__file__).with_name("toiler.py")
OPERATIONS = ("edit", "take_in", "publish", "export")
PATIENCE = 120.0
SEED = 20170330


class Victim:
    """The toiling program, its words as they come, and the end of it."""

    def __init__(self, home: Path, *flags: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(TOILER), str(home), *flags],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True,
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
        )  # fmt: skip
        self.words: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.words.put(line.strip())
        self.words.put("")

    def hear(self, patience: float = PATIENCE) -> str:
        """The next line; empty when the program has ended. Raises `queue.Empty` after `patience`."""
        return self.words.get(timeout=patience)

    def expect(self, words: str) -> None:
        """The next line is this one, else what went wrong is told."""
        if (line := self.hear()) != words:
            assert self.process.stderr is not None
            self.process.kill()
            raise AssertionError(f"“{line}” instead of “{words}”: {self.process.stderr.read()}")

    def kill(self) -> list[str]:
        """End it without warning; what it had still said."""
        self.process.kill()
        self.process.wait()
        self._reader.join()
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        self.process.stdout.close()
        self.process.stderr.close()
        left = []
        while not self.words.empty():
            left.append(self.words.get())
        return [line for line in left if line]


class Hunt:
    """Kills until each operation has been hit often enough, keeping the acknowledgements."""

    def __init__(self, home: Path, seed: int) -> None:
        self.home = home
        self.dice = random.Random(seed)
        self.hits: Counter[str] = Counter()
        self.acknowledged: list[str] = []
        self.typical: dict[str, float] = defaultdict(lambda: 0.02)
        home.mkdir(parents=True, exist_ok=True)

    def kill_inside(self, wanted: str) -> None:
        """Start the program, let it prove what it acknowledged, and kill it inside an operation.

        A kill counts when the operation had begun and was never acknowledged.
        """
        victim = Victim(self.home)
        try:
            victim.expect("sound")
            while not (line := victim.hear()).startswith(f"begin {wanted}"):
                self._note(line)
            begun = line.removeprefix("begin ")
            try:
                self._note(victim.hear(self.dice.random() * self.typical[wanted]))
                self.typical[wanted] *= 0.8
            except queue.Empty:
                self.typical[wanted] *= 1.1
        finally:
            left = victim.kill()
        for line in left:
            self._note(line)
        if not any(line.startswith(f"{begun} ") for line in self.acknowledged):
            self.hits[wanted] += 1
        (self.home / "acknowledged.txt").write_text("\n".join(self.acknowledged), "utf-8")

    def _note(self, line: str) -> None:
        if line.startswith("done"):
            self.acknowledged.append(line.removeprefix("done "))


def hunt(home: Path, kills: int, seed: int) -> Hunt:
    hunted = Hunt(home, seed)
    tries = 0
    while missing := [name for name in OPERATIONS if hunted.hits[name] < kills]:
        hunted.kill_inside(missing[tries % len(missing)])
        tries += 1
        assert tries < kills * len(OPERATIONS) * 6, f"too few kills land inside: {hunted.hits}"
    last = Victim(home)
    try:
        last.expect("sound")
        for name in OPERATIONS:
            assert last.hear().startswith(f"begin {name}")
            assert last.hear().startswith(f"done {name}")
    finally:
        last.kill()
    return hunted


def test_whatever_was_acknowledged_outlives_a_kill_inside_every_operation(tmp_path, capsys) -> None:
    kills = 12
    hunted = hunt(tmp_path / "home", kills, SEED)
    with capsys.disabled():
        print(f"\nkilled inside: {dict(hunted.hits)}; acknowledged: {len(hunted.acknowledged)}")  # noqa: T201
    assert all(hunted.hits[name] >= kills for name in OPERATIONS)


@pytest.mark.long
def test_fifty_kills_inside_every_operation_lose_nothing(tmp_path, capsys) -> None:
    kills = 50
    hunted = hunt(tmp_path / "home", kills, SEED + 1)
    with capsys.disabled():
        print(f"\nkilled inside: {dict(hunted.hits)}; acknowledged: {len(hunted.acknowledged)}")  # noqa: T201
    assert all(hunted.hits[name] >= kills for name in OPERATIONS)


def test_a_program_that_acknowledges_before_it_has_written_is_found_out(tmp_path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    liar = Victim(home, "--liar")
    try:
        liar.expect("sound")
        while not (line := liar.hear()).startswith("done export"):
            pass
    finally:
        liar.kill()
    (home / "acknowledged.txt").write_text(line.removeprefix("done "), "utf-8")
    judge = Victim(home)
    try:
        verdict = judge.hear()
    finally:
        judge.kill()
    assert verdict.startswith("lost package")
