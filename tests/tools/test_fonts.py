"""The shipped faces: whole, rightly named, licensed, and enough for what the hall says."""

import json
from pathlib import Path

import pytest
import yaml
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFontDatabase

from tools.build_fonts import FACES, FONTS, ROOT, Face, spoken_characters, standard_characters


def characters_of(face: Face) -> set[str]:
    with TTFont(FONTS / face.file_name) as font:
        return {chr(code) for code in font.getBestCmap()}


def title_characters(root: Path) -> set[str]:
    titles = set()
    for file in (root / "content").rglob("*.yaml"):
        record = yaml.safe_load(file.read_text("utf-8"))
        for field in ("title", "short_title"):
            words = record.get(field, {})
            titles |= set("".join(words.values()) if isinstance(words, dict) else str(words))
    return {c for c in titles if c.isprintable()}


def readable(missing: set[str]) -> str:
    return " ".join(f"{c} U+{ord(c):04X}" for c in sorted(missing))


@pytest.mark.parametrize("face", [f for f in FACES if f.family == "Noto Sans SC"], ids=str)
def test_every_character_of_content_and_interface_has_a_glyph_for_reading(face):
    missing = spoken_characters() - characters_of(face)
    assert not missing, readable(missing)


@pytest.mark.parametrize("face", [f for f in FACES if f.family == "Noto Serif SC"], ids=str)
def test_every_character_of_a_title_has_a_glyph_in_the_serif(face):
    missing = title_characters(ROOT) - characters_of(face)
    assert not missing, readable(missing)


@pytest.mark.parametrize("face", FACES, ids=str)
def test_a_face_holds_the_common_characters_of_both_scripts(face):
    present = characters_of(face)
    assert set("当时厅當時擔廳品牌南海馆館桂城狮山大沥里水丹灶西樵九江，。、「」《》—…·") <= present
    han = {c for c in standard_characters() if "\u4e00" <= c <= "\u9fff"}
    assert len(han) > 8800
    assert not han - present


def test_spoken_characters_are_found_in_content_and_code(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "hall_app").mkdir()
    (tmp_path / "content" / "a.yaml").write_text("title: 龘 plain", "utf-8")
    (tmp_path / "hall_app" / "b.qml").write_text('text: "曬"', "utf-8")
    (tmp_path / "hall_app" / "c.png").write_bytes("饕".encode())
    assert spoken_characters(tmp_path) == {"龘", "曬"}


@pytest.mark.parametrize("face", FACES, ids=str)
def test_qt_sees_each_face_under_its_family_and_style(qapp, face):
    font_id = QFontDatabase.addApplicationFont(str(FONTS / face.file_name))
    assert QFontDatabase.applicationFontFamilies(font_id)[0] == face.family
    assert face.style in QFontDatabase.styles(face.family)
    assert QFontDatabase.weight(face.family, face.style) == face.weight


@pytest.mark.parametrize("family", sorted({face.family for face in FACES}))
def test_each_family_travels_with_its_licence(family):
    licence = (FONTS / f"OFL-{family.replace(' ', '')}.txt").read_text("utf-8")
    assert licence.startswith("Copyright")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@pytest.mark.parametrize("face", FACES, ids=str)
def test_no_face_bears_a_reserved_name(face):
    with TTFont(FONTS / face.file_name) as font:
        assert "Source" not in str(font["name"].getDebugName(1))
        assert {n.langID for n in font["name"].names} == {0x409}


def test_the_program_knows_which_characters_the_face_for_reading_holds():
    runs = json.loads((FONTS / "coverage.json").read_text("utf-8"))
    told = {chr(point) for first, last in runs for point in range(first, last + 1)}
    assert told == characters_of(FACES[0])
