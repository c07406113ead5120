"""Killed in the middle of publishing, packing or installing: what has a name is whole, and work goes on."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from hall_app.domain.kinds import Kind
from hall_app.paths import Paths
from hall_app.publishing.installing import install
from hall_app.publishing.opening import open_reader
from hall_app.publishing.package import write_package
from hall_app.publishing.releases import ReleasesFolder
from hall_app.publishing.verifying import verify
from tests.publishing.making import NOW, Home, furnish

PROJECT = Path(__file__).parents[2]
OPERATIONS = ("publish", "export", "install")
SECONDS_TO_FINISH = 60


class Killed:
    """What a child said before it was killed, and in the middle of what it was."""

    def __init__(self, folder: Path, seed: int, wanted: str, after_s: float) -> None:
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.publishing.killed_child", folder, str(seed)],
            cwd=PROJECT, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        )  # fmt: skip
        assert child.stdout is not None
        self.said: list[str] = []
        rounds = random.Random(seed).randrange(1, 3)
        timer = threading.Timer(after_s, child.kill)
        for line in child.stdout:
            self.said.append(line.strip())
            if self.said[-1] == f"begins {wanted}":
                rounds -= 1
                if rounds == 0:
                    timer.start()
        timer.join(SECONDS_TO_FINISH)
        child.stdout.close()
        child.wait(SECONDS_TO_FINISH)

    @property
    def in_the_middle_of(self) -> str:
        """The operation that was begun and not done; empty where it was between two."""
        verb, name, *_ = self.said[-1].split()
        return name if verb == "begins" else ""

    def done(self, operation: str) -> list[int]:
        """The numbers it acknowledged."""
        lines = (line.split() for line in self.said)
        return [int(words[2]) for words in lines if words[:2] == ["done", operation]]


def check_what_has_a_name(folder: Path, home: Home, killed: Killed) -> None:
    """Everything under a final name is whole, and everything acknowledged is there."""
    trust, kiosk = home.trust.load(), Paths(folder / "kiosk")
    assert home.store.check() == ()
    numbers = home.releases.numbers()
    assert set(killed.done("publish")) <= set(numbers)
    named = [home.releases.path(number) for number in numbers]
    named += [
        ReleasesFolder(kiosk.releases).path(n) for n in ReleasesFolder(kiosk.releases).numbers()
    ]
    named += sorted(folder.glob("*.hall"))
    for path in named:
        found = verify(path, trust, now=NOW)
        assert (found.ok, found.complete, found.problems) == (True, True, ()), path
    assert {f"{n}.hall" for n in killed.done("export")} <= {path.name for path in named}
    if installed := killed.done("install"):
        with open_reader(kiosk, now=lambda: NOW) as shown:
            assert shown.number >= installed[-1]


def finish(folder: Path, home: Home) -> None:
    """The next person publishes, packs and installs as if nothing had been."""
    release = home.publish()
    package = write_package(release, folder / f"{release.manifest.number}.hall")
    kiosk = Paths(folder / "kiosk")
    fingerprint = home.trust.load().fingerprint
    assert install(package, kiosk, now=NOW, accepted=(fingerprint,)) == release.manifest.number
    entered = [record.number for record in home.store.all(Kind.RELEASE)]
    assert sorted(entered) == list(home.releases.numbers())


def kill_and_check(folder: Path, kills: int, seed: int) -> Counter[str]:
    home = Home.at(folder / "home")
    furnish(home)
    home.publish()
    home.store.close()
    counts: Counter[str] = Counter()
    chance = random.Random(seed)
    while any(counts[one] < kills for one in OPERATIONS):
        wanted = next(one for one in OPERATIONS if counts[one] < kills)
        seed += 1
        killed = Killed(folder, seed, wanted, chance.uniform(0, 0.06))
        counts[killed.in_the_middle_of] += 1
        home = Home.at(folder / "home", seed=10_000 + seed)
        check_what_has_a_name(folder, home, killed)
        finish(folder, home)
        home.store.close()
    return counts


def test_a_kill_leaves_whole_things_and_work_goes_on(tmp_path: Path, capsys):
    counts = kill_and_check(tmp_path, kills=2, seed=1)
    with capsys.disabled():
        print(f"\nkilled in the middle of {dict(counts)}")  # noqa: T201 (the counts are the proof)


@pytest.mark.long
def test_many_kills_leave_whole_things_and_work_goes_on(tmp_path: Path, capsys):
    counts = kill_and_check(tmp_path, kills=25, seed=1000)
    with capsys.disabled():
        print(f"\nkilled in the middle of {dict(counts)}")  # noqa: T201 (the counts are the proof)
