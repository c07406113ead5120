"""A desk that is killed under typing hands loses nothing that it had saved, and goes on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hall_app import bootstrap
from hall_app.domain.kinds import Kind

PROJECT = Path(__file__).parents[2]
TYPIST = Path(__file__).with_name("typist.py")


@pytest.mark.parametrize("saves", [1, 4])
def test_a_desk_killed_while_typing_had_saved_what_was_typed_until_just_then(home, saves):
    typist = subprocess.Popen(
        [sys.executable, str(TYPIST), str(home.home)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    with typist, typist.stdout:
        # The hands never pause, so what is saved is saved while they type.
        said = [line for line in (typist.stdout.readline() for _ in range(saves + 1)) if line]
        typist.kill()
    assert len(said) == saves + 1
    last = said[-1].removeprefix("saved ").strip()
    assert len(last) > len(said[0].removeprefix("saved ").strip())
    with bootstrap.open_store(home.library) as store:
        assert store.check() == ()
        held = store.find(Kind.EVENT, "one-event").title.best("zh-Hans")
        assert held.startswith(last)
        steps = [step for step in store.history() if step.author == "typist"]
        store.undo()
        assert len(steps) >= 1
