"""What kinds, fields and choices are called in the three languages, as the desk calls them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any

from hall_app.domain.fields import Shape, fields_of
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.text import EN, LANGUAGES
from hall_app.editing.tables.lengths import OF_MEDIUM, base_of, further, part_of
from hall_app.resources import asset
from hall_app.store import grams

_NOISE = re.compile(r"[\s()\[\]{}_·:/\\\-—*'\"“”「」【】,，。、]+")


def say(key: str, language: str, **parts: object) -> str:
    """The words for a key of the desk's."""
    wording = _words()[key]
    return (wording.get(language) or wording[EN]).format_map(parts)


def normalised(words: str) -> str:
    """The form in which two headers that mean the same are the same."""
    return _NOISE.sub("", grams.fold(words))


def kind_label(kind: Kind, language: str) -> str:
    """What the records of a kind are called together."""
    return say(f"kinds-{kind}", language)


@cache
def kinds_by_name() -> Mapping[str, Kind]:
    """Every name of a kind, normalised."""
    return {
        normalised(name): kind
        for kind in Kind
        for language in LANGUAGES
        for name in (str(kind), f"{kind}s", say(f"kind-{kind}", language), kind_label(kind, language))
    }  # fmt: skip


def choice_label(choice: Enum, language: str) -> str:
    """What a choice is called; its own value where the words stand for two of them."""
    found = say(f"choice-{type(choice).__name__}-{choice.value}", language)
    return found if choices_by_name(type(choice)).get(normalised(found)) is choice else choice.value


@cache
def choices_by_name(choices: type[Enum]) -> Mapping[str, Enum]:
    """Every name of a choice, normalised; names that two choices share are left out."""
    found: dict[str, list[Enum]] = {}
    for choice in choices:
        labels = [say(f"choice-{choices.__name__}-{choice.value}", one) for one in LANGUAGES]
        short = [label.removesuffix("级").removesuffix("級").removesuffix("镇") for label in labels]
        long = [f"{label}{more}" for label in labels for more in ("镇", "街道")]
        for name in {normalised(one) for one in (str(choice.value), *labels, *short, *long)}:
            found.setdefault(name, []).append(choice)
    return {name: held[0] for name, held in found.items() if len(held) == 1}


def path_label(kind: Kind, path: str, language: str) -> str:
    """A dotted path as a person reads it: “题目 1 · 答案 2 EN”."""
    if path.startswith(OF_MEDIUM):
        own = path_label(Kind.MEDIA, path.removeprefix(OF_MEDIUM), language)
        return f"{path_label(kind, 'media', language)} · {own}"
    if base := base_of(path):
        return further(path_label(kind, base, language), part_of(path))
    owner: type[Any] = RECORD_TYPES[kind]
    parts: list[str] = []
    for step in path.split("."):
        if step.isdecimal():
            parts[-1] = f"{parts[-1]} {int(step) + 1}"
        elif step in LANGUAGES:
            parts[-1] = f"{parts[-1]} {say(f'letter-{step}', language)}"
        else:
            parts.append(_field_label(owner, step, language))
            field = next((one for one in fields_of(owner) if one.name == step), None)
            owner = field.type if field is not None and field.shape is Shape.VALUE else owner
    return " · ".join(parts)


def _field_label(owner: type[Any], name: str, language: str) -> str:
    if name == "id":
        return "ID"
    if name == "words":
        return say("table-words", language)
    own = f"field-{owner.__name__.lower()}-{name}"
    return say(own if own in _words() else f"field-{name}", language)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    words: dict[str, Mapping[str, str]] = {}
    for path in sorted(asset("i18n", "desk").glob("*.json")):
        words |= json.loads(path.read_text("utf-8"))
    return words
