"""A home with a small hall, and a hand that gives commands."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hall_app import bootstrap
from hall_app.cli import main
from hall_app.paths import Paths
from tests.hall_content import STROKE

FILES = {
    "hall/brand-nanhai-hall.yaml": "title: {zh-Hans: 品牌南海馆, zh-Hant: 品牌南海館, en: Brand Nanhai Hall}",
    "gallery/century.yaml": "{title: {zh-Hans: 百年征程, en: The century}, hall: brand-nanhai-hall, order: 1}",
    "section/silk.yaml": "{title: 丝, gallery: century, order: 1}",
    "source/gazette.yaml": "{title: 南海县志}",
    "event/filature.yaml": (
        "{title: {zh-Hans: 继昌隆缫丝厂, zh-Hant: 繼昌隆繅絲廠, en: Jichanglong}, gallery: century, date: '1872',"
        " text: 简村的第一缕蒸汽。, citations: [{source: gazette}], media: [reel]}"
    ),
    "event/steam.yaml": "{title: 蒸汽, date: '1874'}",
    "craft/steam.yaml": "{title: 蒸茧}",
    "media/reel.yaml": "{title: 缫丝机, file: reel.svg, alt: {zh-Hans: 缫丝机}}",
    "media/reel.svg": STROKE,
}  # fmt: skip


@dataclass
class Said:
    """What a command said, and how it ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Hall = Callable[..., Said]


@pytest.fixture
def hall(paths: Paths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Hall:
    """Give a command to this home in this process, as the program would."""

    def give(*words: str | Path) -> Said:
        capsys.readouterr()
        monkeypatch.setattr(sys, "argv", ["hall", "--home", str(paths.home), *map(str, words)])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        return Said(int(end.value.code or 0), out, err)

    return give


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small hall as content files."""
    return write_files(tmp_path / "content")


@pytest.fixture(scope="session")
def furnished_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose library holds the small hall; made once, and only ever copied."""
    made = tmp_path_factory.mktemp("furnished")
    loaded = bootstrap.make_library(Paths(made / "home"), write_files(made / "content"))
    assert loaded.refused == []
    return made / "home"


@pytest.fixture
def furnished(hall: Hall, furnished_home: Path, paths: Paths) -> Hall:
    """The same hand on a home whose library holds the small hall."""
    shutil.copytree(furnished_home, paths.home)
    return hall


def write_files(folder: Path) -> Path:
    for name, body in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, "utf-8")
    return folder
