"""Takes the pictures of the papers: the README, the handbook and the review.

    python -m tools.photograph HOME OUT [MOCKUPS]

HOME is a home with a published release. OUT is `docs/`: pictures go to `pictures/`,
`handbook/pictures/` and `review/`. MOCKUPS is a folder of the drawn pages that the review
sets beside ours; without it those that are there stay.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image
from PySide6.QtCore import QCoreApplication

from hall_app import bootstrap
from hall_app.curator import app as desk
from hall_app.curator import shots as desk_shots
from hall_app.domain.dates import Day
from hall_app.kiosk import shots
from hall_app.paths import Paths
from hall_app.publishing.opening import open_reader
from hall_app.settings import Settings

WIDTH = 1280
JPEG_QUALITY = 82
Act = Callable[[shots.Camera], None]


def _look(_camera: shots.Camera) -> None:
    """Take the page as it opens."""


def _one_year(camera: shots.Camera) -> None:
    _page(camera).zoom(3)


def _three_letters(camera: shots.Camera) -> None:
    for letter in "jcl":
        _page(camera).type(letter)


def _in_reach(camera: shots.Camera) -> None:
    camera.kiosk.toggle("low")
    camera.kiosk.toggle("contrast")


def _left_alone(camera: shots.Camera) -> None:
    # Seventy quiet seconds, then eight of the countdown.
    for _second in range(78):
        camera.kiosk.second()


def _page(camera: shots.Camera) -> Any:
    return camera.kiosk.property("page")


_STORY = "event:chen-qiyuan-founds-jichanglong"
WAYS: dict[str, tuple[str, tuple[int, int], Act]] = {
    "attract": ("attract", shots.LANDSCAPE, _look),
    "home": ("home", shots.LANDSCAPE, _look),
    "home_portrait": ("home", shots.PORTRAIT, _look),
    "gallery_century": ("gallery:century", shots.LANDSCAPE, _look),
    "timeline_600": ("timeline", shots.LANDSCAPE, _look),
    "timeline_year": ("timeline", shots.LANDSCAPE, _one_year),
    "enterprise_wall": ("wall", shots.LANDSCAPE, _look),
    "enterprise_profile": ("enterprise:jianmei-aluminium", shots.LANDSCAPE, _look),
    "craft_gauze": ("craft:gambiered-silk", shots.LANDSCAPE, _look),
    "statistics": ("statistics", shots.LANDSCAPE, _look),
    "search": ("search", shots.LANDSCAPE, _three_letters),
    "low_reach_high_contrast": (_STORY, shots.PORTRAIT, _in_reach),
    "idle": ("gallery:century", shots.LANDSCAPE, _left_alone),
}


def main() -> None:
    home, out = Paths.of(sys.argv[1]), Path(sys.argv[2])
    desk.application()
    _desk(home, out)
    _kiosk(home, out / "review")
    (out / "pictures").mkdir(exist_ok=True)
    (out / "review" / "home.jpg").replace(out / "pictures" / "home.jpg")
    if len(sys.argv) > 3:
        for mockup in sorted(Path(sys.argv[3]).glob("*.png")):
            _keep(Image.open(mockup), out / "review" / f"{mockup.stem}.mockup.jpg")


def _kiosk(home: Paths, folder: Path) -> None:
    reader = open_reader(home, None, now=bootstrap.now)
    now = bootstrap.now()
    folder.mkdir(exist_ok=True)
    for name, (page, size, act) in WAYS.items():
        with shots.Camera(reader, today=Day(now.year, now.month, now.day)) as camera:
            camera.show(page, "zh-Hans", size)
            act(camera)
            QCoreApplication.processEvents()
            picture = folder / f"{name}.png"
            camera.take().save(str(picture))
            _keep(Image.open(picture), folder / f"{name}.jpg")
            picture.unlink()


def _desk(home: Paths, out: Path) -> None:
    pictures = out / "handbook" / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    with bootstrap.open_hall(home, Settings()) as hall:
        taken = desk_shots.render(hall, pictures, languages=("zh-Hans",), themes=("light",))
    for picture in taken:
        _keep(Image.open(picture), picture.with_suffix(".jpg"))
        picture.unlink()


def _keep(picture: Image.Image, file: Path) -> None:
    """A picture of a page, small enough for a repository and large enough to read."""
    plain = picture.convert("RGB")
    plain.thumbnail((WIDTH, WIDTH), Image.Resampling.LANCZOS)
    plain.save(file, quality=JPEG_QUALITY, optimize=True)


if __name__ == "__main__":
    main()
