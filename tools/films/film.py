"""What a film is: its length, what it draws at each moment, and its words in three languages."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import resvg
from numpy.typing import NDArray
from PIL import Image

from hall_app.publishing.plates.palette import MATERIALS
from tools.films.stage import Camera, Stage

RATE = 25
SIZE = (1280, 720)
_IDENTITY = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


@dataclass(frozen=True, slots=True)
class Cue:
    """One sentence under the picture, in three languages, from `start` until `end` seconds."""

    start: float
    end: float
    zh_hans: str
    zh_hant: str
    en: str


@dataclass(frozen=True, slots=True)
class Film:
    """A drawn film; its last frame leads back to its first.

    Attributes:
        quality: The encoder's measure; a lower number is a larger, better film.
    """

    slug: str
    gallery: str
    duration_s: int
    draw: Callable[[Stage, float], None]
    camera: Callable[[float], Camera]
    cues: tuple[Cue, ...]
    quality: float = 29.0

    @property
    def frame_count(self) -> int:
        return self.duration_s * RATE

    def frame(self, number: int, size: tuple[int, int] = SIZE) -> Image.Image:
        """One frame, drawn on the ground of its gallery."""
        t = number / RATE
        stage = Stage(self.gallery, self.camera(t))
        self.draw(stage, t)
        tree = resvg.usvg.Tree.from_str(stage.svg(size), resvg.usvg.Options.default())
        picture = ground(self.gallery, size).copy()
        with Image.open(io.BytesIO(resvg.render(tree, _IDENTITY))) as marks:
            picture.alpha_composite(marks.convert("RGBA"))
        return picture.convert("RGB")


@lru_cache(maxsize=4)
def ground(gallery: str, size: tuple[int, int]) -> Image.Image:
    """The cloth of a gallery, deep to high; a little grain keeps its tones from standing in bands."""
    material = MATERIALS[gallery]
    stops = np.array([_rgb(c) for c in (material.deep, material.mid, material.high)], float)
    at = np.linspace(0, 1, size[1])
    tones = np.stack([np.interp(at, (0, 0.55, 1), stops[:, k]) for k in range(3)], axis=1)
    grain = np.random.default_rng(1).uniform(-0.5, 0.5, (size[1], size[0], 1))
    rgb: NDArray[np.uint8] = np.clip(np.round(tones[:, None, :] + grain), 0, 255).astype(np.uint8)
    return Image.fromarray(rgb).convert("RGBA")


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
