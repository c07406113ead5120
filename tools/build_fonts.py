"""Builds the six subset faces of `assets/fonts/` from a folder that holds their full originals.

    python -m tools.build_fonts SOURCES

`SOURCES` is searched, subfolders included, for the file names in `FACES`. A face keeps GB 2312,
the common half of Big5, the counterparts of both in the other script, Latin, punctuation, and
every character that `content/` and the interface use. `coverage.json` tells the program which
characters that are.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import opencc
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "assets" / "fonts"

_SPOKEN_SUFFIXES = {".py", ".qml", ".ts", ".yaml", ".json", ".vtt", ".html", ".typ", ".js"}
_SPOKEN_FOLDERS = ("content", "hall_app", "assets")
_RANGES = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0x17F),  # Latin with the accents of pinyin
    (0x1CD, 0x1DC),  # ǎ … ǜ
    (0x2010, 0x2027),  # dashes, quotation marks, ellipsis
    (0x2030, 0x203B),
    (0x2070, 0x209C),  # raised and lowered digits
    (0x20AC, 0x20AC),
    (0x2100, 0x2122),
    (0x2150, 0x217F),  # fractions, Roman numerals
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x22FF),
    (0x2460, 0x2473),  # ①
    (0x2500, 0x257F),
    (0x25A0, 0x25FF),
    (0x2605, 0x2606),
    (0x3000, 0x3029),  # ideographic punctuation
    (0x3105, 0x312F),  # bopomofo
    (0xFE30, 0xFE4F),  # vertical forms
    (0xFF01, 0xFF5E),  # full-width forms
)
_RARE = "㙍滘凼埗氹圳墟圩垌塱瀝沥"  # place names of the Pearl River delta
_ENDS_OF_RANGES = {"\u9fff", "\U00020000"}  # where code cuts text into words; never shown
_KEPT_NAMES = {0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17}
_WINDOWS, _ENGLISH = 3, 0x409


@dataclass(frozen=True, slots=True)
class Face:
    """One file we ship: where it comes from and how Qt shall see it."""

    source: str
    family: str
    style: str
    weight: int

    @property
    def file_name(self) -> str:
        """The name of the subset, as `NotoSansSC-Regular.ttf`."""
        return f"{self.family.replace(' ', '')}-{self.style}.ttf"


FACES = (
    Face("NotoSansSC_400Regular.ttf", "Noto Sans SC", "Regular", 400),
    Face("NotoSansSC_500Medium.ttf", "Noto Sans SC", "Medium", 500),
    Face("NotoSansSC_700Bold.ttf", "Noto Sans SC", "Bold", 700),
    Face("NotoSerifSC_500Medium.ttf", "Noto Serif SC", "Medium", 500),
    Face("NotoSerifSC_600SemiBold.ttf", "Noto Serif SC", "SemiBold", 600),
    # Its makers have called this weight Medium since 1.330, and Bold before.
    Face("lxgw-wenkai-latin-700-normal.woff2", "LXGW WenKai", "Medium", 500),
)


def standard_characters() -> set[str]:
    """What a face holds whatever the hall says: the common characters of both scripts."""
    characters = {chr(c) for low, high in _RANGES for c in range(low, high + 1)}
    characters |= _double_byte("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))
    characters |= _double_byte("big5", range(0xA4, 0xC7), range(0x40, 0xFF))
    simplified = "".join(sorted(characters))
    for variant in ("s2hk", "s2t", "t2s"):  # whatever a curator drafts from one script to the other
        characters |= set(opencc.OpenCC(variant).convert(simplified))
    return characters | set(_RARE)


def spoken_characters(root: Path = ROOT) -> set[str]:
    """Every character beyond ASCII in the content and the interface."""
    characters: set[str] = set()
    for folder in _SPOKEN_FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            if file.suffix in _SPOKEN_SUFFIXES:
                characters |= set(re.sub(r"[\x00-\x7f]", "", file.read_text("utf-8")))
    return {c for c in characters if c.isprintable()} - _ENDS_OF_RANGES


def build(face: Face, sources: Path, characters: set[str], to: Path) -> Path:
    """Cut one face down to `characters` and write it to the folder `to`."""
    options = Options()
    options.layout_features = ["kern", "liga", "locl", "ccmp", "mark", "mkmk", "vert", "vrt2"]
    options.layout_features += ["lnum", "tnum", "pnum", "halt", "vhal", "palt", "vpal", "chws"]
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables += ["STAT", "DSIG", "meta"]
    options.name_IDs = sorted(_KEPT_NAMES)
    options.recalc_timestamp = False
    font = TTFont(_find(face.source, sources), recalcTimestamp=False)
    font.flavor = None
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(c) for c in characters])
    subsetter.subset(font)
    _name(font, face)
    to.mkdir(parents=True, exist_ok=True)
    path = to / face.file_name
    font.save(path)
    return path


def _name(font: TTFont, face: Face) -> None:
    """Leave English names only: Qt under a Chinese locale would show the Chinese family name."""
    table = font["name"]
    kept = [n for n in table.names if n.platformID == _WINDOWS and n.langID == _ENGLISH]
    table.names = [n for n in kept if n.nameID in _KEPT_NAMES]
    plain = face.style in {"Regular", "Bold"}
    names = {
        1: face.family if plain else f"{face.family} {face.style}",
        2: face.style if plain else "Regular",
        4: f"{face.family} {face.style}",
        6: f"{face.family.replace(' ', '')}-{face.style}",
        16: face.family,
        17: face.style,
    }
    for name_id, text in names.items():
        table.setName(text, name_id, _WINDOWS, 1, _ENGLISH)
    font["OS/2"].usWeightClass = face.weight
    selection = font["OS/2"].fsSelection & ~0b1100001
    font["OS/2"].fsSelection = selection | (0b100000 if face.style == "Bold" else 0b1000000)
    font["head"].macStyle = 1 if face.style == "Bold" else 0


def _double_byte(codec: str, leads: range, trails: range) -> set[str]:
    found = set()
    for lead in leads:
        for trail in trails:
            character = bytes((lead, trail)).decode(codec, errors="ignore")
            if len(character) == 1:
                found.add(character)
    return found


def _find(name: str, sources: Path) -> Path:
    for path in sorted(sources.rglob(name)):
        return path
    raise FileNotFoundError(f"{name} is nowhere below {sources}")


def write_coverage(folder: Path = FONTS) -> Path:
    """Write which code points the face for reading holds, as runs, for the program's checks."""
    with TTFont(folder / FACES[0].file_name) as font:
        points = sorted(font.getBestCmap())
    runs: list[list[int]] = []
    for point in points:
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    path = folder / "coverage.json"
    path.write_text(json.dumps(runs, separators=(",", ":")) + "\n", "utf-8")
    return path


def main() -> int:
    """Build all six; 2 when called wrongly."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    characters = standard_characters() | spoken_characters()
    for face in FACES:
        path = build(face, Path(sys.argv[1]), characters, FONTS)
        print(f"{path.name}  {path.stat().st_size / 1e6:.2f} MB")
    write_coverage()
    return 0


if __name__ == "__main__":
    sys.exit(main())
