"""Each file of content/ is one that a person can read, a program can load and a visitor can trust."""

import json
import re
from collections import Counter

import pytest
from jsonschema import Draft202012Validator

from hall_app.domain.fields import Field, Shape, fields_of
from hall_app.domain.ids import is_slug
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.text import EN, LANGUAGES, ZH_HANS, ZH_HANT
from hall_app.editing import dates
from tools.write_content_schema import KINDS, PAGE, SCHEMA, page, schema, schema_text

HAN = r"\u3400-\u9fff"
PUNCTUATION_IN_CHINESE = re.compile(rf"[{HAN}][,;:?!()]|[,;:?!(][{HAN}]|[{HAN}]\.(?![\d])|[\"']")
SPACE_BESIDE_CHINESE = re.compile(
    rf"[{HAN}，。、：；？！“”「」（）] | [{HAN}，。、：；？！“”「」（）]"
)
KIND_SET = frozenset(map(str, KINDS))
KEY_OF_A_RESEARCH_FILE = re.compile(r"\b(?:ev|ent|craft|prj|seed)-\d{2,3}\b|\bstat-[a-z]")


def values_of(owner, body, path=""):
    """Every field's values inside a file: path, the field, one plain value."""
    known = {field.name: field for field in fields_of(owner)}
    for name, held in body.items():
        if name not in known:
            continue
        field: Field = known[name]
        for index, one in enumerate(held if field.is_many else [held]):
            here = f"{path}{name}.{index}" if field.is_many else f"{path}{name}"
            yield here, field, one
            if field.shape is Shape.VALUE:
                yield from values_of(field.type, one, f"{here}.")


def values_in(files, shape):
    """All values of one shape in all files: `kind/slug path`, the field, the value."""
    for (kind, slug), body in files.items():
        for path, field, value in values_of(RECORD_TYPES[kind], body):
            if field.shape is shape and path != "id":
                yield f"{kind}/{slug} {path}", field, value


def words_in(files, language):
    """Every wording of one language."""
    for where, _, text in values_in(files, Shape.TEXT):
        yield where, text.get(language, "")
    for where, _, date in values_in(files, Shape.DATE):
        if isinstance(date, dict) and "words" in date:
            yield f"{where}.words", date["words"].get(language, "")


def test_the_schema_and_the_tables_are_those_of_the_record_classes():
    assert SCHEMA.read_text("utf-8") == schema_text(), "run python3 -m tools.write_content_schema"
    words = PAGE.read_text("utf-8")
    assert words == page(words), "run python3 -m tools.write_content_schema"


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(schema())


def test_every_file_lies_in_the_folder_of_a_kind_and_is_named_by_a_slug(files):
    assert [
        f"{kind}/{slug}" for kind, slug in files if kind not in KIND_SET or not is_slug(slug)
    ] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_of_a_kind_fits_the_schema(files, kind):
    definitions = json.loads(SCHEMA.read_text("utf-8"))["$defs"]
    validator = Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": definitions})
    problems = [
        f"{slug} {problem.json_path}: {problem.message[:200]}"
        for (of_kind, slug), body in files.items()
        if of_kind == kind
        for problem in validator.iter_errors(body)
    ]
    assert problems == []


@pytest.mark.parametrize(
    ("kind", "spoilt"),
    [
        ("event", {"importance": 4}),
        ("event", {"date": 1872}),
        ("statistic", {"nature": "guess"}),
        ("exhibit", {"items": ["no-kind"]}),
        ("gallery", {"colour": "red"}),
        ("section", {"id": "not-an-id"}),
    ],
)
def test_the_schema_refuses_a_spoilt_file(files, kind, spoilt):
    definitions = json.loads(SCHEMA.read_text("utf-8"))["$defs"]
    validator = Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": definitions})
    good = next(body for (of_kind, _), body in files.items() if of_kind == kind)
    assert validator.is_valid(good)
    assert not validator.is_valid({**good, **spoilt})


def test_files_are_unix_text_that_begins_with_the_id(folder):
    odd = []
    for path in sorted(folder.glob("*/*.yaml")):
        data = path.read_bytes()
        if (
            b"\r" in data
            or b"\t" in data
            or not data.startswith(b"id: ")
            or not data.endswith(b"\n")
        ):
            odd.append(path.name)
    assert odd == []


def test_no_two_files_have_the_same_id(files):
    counts = Counter(body["id"] for body in files.values())
    assert [one for one, count in counts.items() if count > 1] == []


def test_every_reference_leads_to_a_file(files):
    ids = {body["id"] for body in files.values()}
    astray = []
    for where, field, name in values_in(files, Shape.REFERENCE):
        kind, _, slug = name.rpartition(":")
        if name not in ids and (kind or str(field.target), slug) not in files:
            astray.append(f"{where}: {name}")
    assert astray == []


def test_every_medium_has_its_file_beside_it(files, folder):
    missing = []
    for (kind, slug), body in files.items():
        if kind == "media":
            names = [body["file"], *(track["file"] for track in body.get("tracks", []))]
            missing += [
                f"{slug}: {name}" for name in names if not (folder / "media" / name).is_file()
            ]
    assert missing == []


def test_every_date_is_understood_and_none_is_an_unquoted_number(files):
    for where, _, date in values_in(files, Shape.DATE):
        written = date["edtf"] if isinstance(date, dict) else date
        assert isinstance(written, str), where
        assert dates.parse(written).edtf, where


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_in_each_language(files, language):
    assert [where for where, words in words_in(files, language) if not words.strip()] == []


def test_no_wording_waits_to_be_read(files):
    assert [w for w, _, text in values_in(files, Shape.TEXT) if text.get("is_drafted")] == []


@pytest.mark.parametrize("language", [ZH_HANS, ZH_HANT])
def test_chinese_has_full_width_punctuation_and_no_spaces_beside_it(files, language):
    odd = [
        f"{where}: {words}"
        for where, words in words_in(files, language)
        if not where.startswith("source/")  # a title of somebody else's stays as it was printed
        if PUNCTUATION_IN_CHINESE.search(words) or SPACE_BESIDE_CHINESE.search(words)
    ]
    assert odd == []


def test_each_language_has_its_own_quotation_marks(files):
    marks = {ZH_HANS: "「」『』", ZH_HANT: "“”‘’", EN: "“”‘’「」"}
    odd = [
        f"{where}.{language}"
        for language, foreign in marks.items()
        for where, words in words_in(files, language)
        if set(words) & set(foreign)
    ]
    assert odd == []


def test_traditional_keeps_to_one_form_of_a_character(files):
    odd = [
        where
        for where, words in words_in(files, ZH_HANT)
        if set(words) & set("裡綫衆爲説啓臺牀峯户衞")
    ]
    assert odd == []


def test_no_key_of_a_research_file_is_copied(folder):
    odd = [
        f"{path.name}: {found[0]}"
        for path in sorted(folder.glob("*/*.yaml"))
        if (found := KEY_OF_A_RESEARCH_FILE.search(path.read_text("utf-8")))
    ]
    assert odd == []


def test_every_medium_is_shown_by_some_record(files):
    used = {name.rpartition(":")[2] for _, _, name in values_in(files, Shape.REFERENCE)}
    assert [s for (k, s), b in files.items() if k == "media" and not {s, b["id"]} & used] == []
