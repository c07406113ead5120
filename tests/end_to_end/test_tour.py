"""The tour does the main job for real, and every step goes right."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


@pytest.mark.long
def test_the_tour_does_the_whole_job_and_leaves_its_pictures(tmp_path) -> None:
    out = tmp_path / "tour"
    done = subprocess.run(
        [sys.executable, "-m", "hall_app", "--home", str(tmp_path / "home"), "tour", "--out", str(out)],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    steps = json.loads((out / "tour.json").read_text("utf-8"))
    assert [step for step in steps if not step["ok"]] == []
    assert done.returncode == 0
    files = [name for step in steps for name in step["files"]]
    assert len([name for name in files if name.endswith(".png")]) > 200
    assert all((out / name).stat().st_size > 0 for name in files)
    assert (out / "index.html").read_text("utf-8").count("<figure>") > 200
    assert not (out / "scratch").exists()
