"""What a person sees of a film: its first, middle and last frame, the first again, never black."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.qt.playback.test_player import film as film  # noqa: PLC0414 (a fixture is named by import)

SCREEN = Path(__file__).with_name("screen.py")
PROJECT = Path(__file__).parents[3]
PATIENCE = 60


def watch(film: Path, engine: str, item: str, environment: dict[str, str]) -> list[str]:
    """The colours on the screen, in order; white is the window before the first frame."""
    done = subprocess.run(
        [sys.executable, str(SCREEN), str(film), engine, item],
        env={**environment, "PYTHONPATH": str(PROJECT), "QSG_RENDER_LOOP": "basic"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.split()


def once_around(colours: list[str]) -> None:
    assert "black" not in colours
    started = colours[1:] if colours[0] == "white" else colours
    assert started[:4] == ["red", "green", "blue", "red"]


@pytest.mark.parametrize("engine", ["qt", "vlc"])
def test_the_painted_item_shows_every_frame_without_a_display(film, engine) -> None:
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    once_around(watch(film, engine, "painted", offscreen))


@pytest.mark.parametrize("engine", ["qt", "vlc"])
def test_the_video_output_shows_every_frame_through_opengl(film, engine, gl_environment) -> None:
    once_around(watch(film, engine, "output", gl_environment))
