"""What stands where in the form of each kind; a field that no layout names comes at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hall_app.domain.fields import fields_of
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A headed part of a form: its rows, and in each row the fields side by side."""

    key: str
    rows: Rows


LONG = frozenset(
    {
        "text",
        "lead",
        "remark",
        "scope",
        "note",
        "explanation",
        "no_description_because",
        "approved_names",
        "watched_words",
    }
)
"""Fields of several lines; a text inside a list item stays one line."""

LIMITS = {"title": 18, "short_title": 8, "lead": 40, "text": 100}
"""How many Chinese characters a wall reads well (visual system, §3)."""

STEPS = {"importance": (1, 2, 3)}
"""Whole numbers that are a choice."""

_CARE = Group(
    "care", (("confidence", "is_public"), ("shown",), ("remark",), ("rulings",), ("slug",))
)
_SOURCES = Group("sources", (("citations",),))
_PICTURES = Group("pictures", (("media",),))
_WORDS = Group("words", (("title",), ("text",)))
_READINGS = Group("readings", (("readings",),))


def _kind(*groups: Group) -> tuple[Group, ...]:
    return (*groups, _SOURCES, _CARE)


LAYOUTS: dict[Kind, tuple[Group, ...]] = {
    Kind.HALL: _kind(
        Group("words", (("title",), ("full_title",), ("lead",), ("text",))),
        Group("facts", (("location",), ("languages",))),
        _PICTURES,
        _READINGS,
        Group("sets", (("searches",),)),
        Group("lists", (("glossary",), ("approved_names",), ("watched_words",), ("synonyms",))),
    ),
    Kind.GALLERY: _kind(
        Group("words", (("title",), ("lead",), ("text",))),
        Group("facts", (("period",), ("hall", "order"))),
        _PICTURES,
        _READINGS,
    ),
    Kind.SECTION: _kind(_WORDS, Group("facts", (("gallery", "order"),)), _PICTURES, _READINGS),
    Kind.EXHIBIT: _kind(
        _WORDS,
        Group("facts", (("form", "order"), ("section", "view"))),
        Group("content", (("items",),)),
        _PICTURES,
        _READINGS,
    ),
    Kind.TIMELINE: _kind(
        _WORDS, Group("facts", (("span",), ("importance",), ("galleries",))), _PICTURES, _READINGS
    ),
    Kind.ERA: _kind(_WORDS, Group("facts", (("date",), ("parent",))), _PICTURES, _READINGS),
    Kind.EVENT: _kind(
        Group("words", (("title",), ("short_title",), ("text",))),
        Group("facts", (("date",), ("gallery", "importance", "certainty"), ("related",))),
        _PICTURES,
        _READINGS,
    ),
    Kind.ENTERPRISE: _kind(
        Group("words", (("title",), ("makes",), ("text",), ("former_titles",))),
        Group(
            "facts",
            (("town", "gallery"), ("place",), ("industry", "sector"), ("founded",), ("people",), ("crafts",),
             ("is_history",)),
        ),
        Group("pictures", (("media",), ("logo",))),
        _READINGS,
        Group("authorisation", (("authorisation",),)),
    ),
    Kind.PRODUCT: _kind(_WORDS, Group("facts", (("enterprise", "order"),)), _PICTURES, _READINGS),
    Kind.HONOUR: _kind(
        _WORDS,
        Group("facts", (("enterprise", "product"), ("level", "result"), ("issuer",), ("date",),
                        ("valid_until",))),
        _PICTURES,
        _READINGS,
    ),
    Kind.CRAFT: _kind(
        _WORDS,
        Group("facts", (("gallery", "level"), ("place",), ("keepers",))),
        Group("content", (("steps",),)),
        _PICTURES,
        _READINGS,
    ),
    Kind.PERSON: _kind(
        Group("words", (("title",), ("role",), ("text",))),
        Group("facts", (("born",), ("died",), ("place",), ("gallery",))),
        _PICTURES,
        _READINGS,
    ),
    Kind.STATISTIC: _kind(
        _WORDS,
        Group("facts", (("value", "nature"), ("unit",), ("date",), ("gallery",),
                        ("is_approximate",))),
        _PICTURES,
        _READINGS,
    ),
    Kind.QUIZ: _kind(
        _WORDS, Group("content", (("questions",),)), Group("facts", (("gallery",),)), _PICTURES, _READINGS
    ),
    Kind.MAP: _kind(
        _WORDS,
        Group("content", (("image", "gallery"), ("approval", "is_schematic"), ("points",))),
        _PICTURES,
        _READINGS,
    ),
    Kind.MEDIA: _kind(
        Group("words", (("title",), ("caption",), ("alt",))),
        Group("pictures", (("crops",), ("focal_point",), ("credit", "is_drawn"), ("approval",), ("tags",))),
        Group("content", (("tracks",), ("no_description_because",))),
        Group("rights", (("rights",),)),
        Group(
            "file",
            (("medium", "mime", "size_bytes"), ("width", "height", "duration_s", "colour"),
             ("file_name",), ("taken", "pages"), ("earlier",), ("sha256",), ("look",),
             ("renditions",), ("flashes_per_s",), ("harvested",), ("metadata",)),
        ),
    ),
    Kind.SOURCE: _kind(
        Group("words", (("title",),)),
        Group("facts", (("form", "publisher"), ("date",), ("address",))),
    ),
    Kind.DISPLAY: _kind(
        Group("words", (("title",),)),
        Group("facts", (("gallery", "group"), ("orientation", "power"), ("is_touch", "is_foreign"))),
        Group(
            "place",
            (("plan_x", "plan_y"), ("width_px", "height_px"), ("width_mm", "height_mm"),
             ("mounting_height_mm", "viewing_distance_mm")),
        ),
    ),
    Kind.RELEASE: (
        Group("words", (("title",),)),
        Group("facts", (("number", "published_at", "published_by"), ("note",), ("manifest",))),
        Group("care", (("remark",), ("confidence", "is_public"), ("shown",), ("citations",),
                       ("rulings",), ("slug",))),
    ),
}  # fmt: skip

_INSIDE: dict[str, Rows] = {
    "Citation": (("source", "locator", "field"),),
    "Shown": (("since", "until"),),
    "Authorisation": (("given_by", "given_on"), ("scope",), ("until", "scan")),
    "Rights": (("holder", "licence"), ("scope",), ("since", "until")),
    "FocalPoint": (("x", "y"),),
    "Question": (("text",), ("answers",), ("explanation",), ("about",)),
    "Answer": (("text", "is_right"),),
    "MapPoint": (("title",), ("x", "y", "target")),
    "Track": (("role", "language", "file_name"),),
    "Crop": (("shape", "x", "y", "width", "height"),),
    "Reading": (("field", "spoken"), ("sound",)),
    "SavedSearch": (("name", "among"), ("filter",)),
    "Term": (("hans", "hant", "english"),),
}


def groups_of(kind: Kind) -> tuple[Group, ...]:
    """The form of a kind, with every field of its records."""
    groups = LAYOUTS[kind]
    named = {name for group in groups for row in group.rows for name in row} | {"id"}
    left = tuple((f.name,) for f in fields_of(RECORD_TYPES[kind]) if f.name not in named)
    return (*groups, Group("more", left)) if left else groups


def rows_of(value_type: type[Any]) -> Rows:
    """The rows of a value inside a record."""
    rows = _INSIDE.get(value_type.__name__)
    return rows or tuple((field.name,) for field in fields_of(value_type))
