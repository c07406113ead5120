"""One thing to mend before publishing, in words and with the one verb that mends it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from hall_app import resources
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.text import EN, ZH_HANS
from hall_app.publishing.rules.catalogue import BLOCKING, VERBS, codes_of
from hall_app.publishing.rules.view import Found

_ORDER = {kind: place for place, kind in enumerate(Kind)}


class Level(StrEnum):
    """Whether a problem stops publishing."""

    BLOCKS = "blocks"
    ADVISES = "advises"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend.

    Attributes:
        code: Stable; the key of its words in `assets/i18n/preflight.json`.
        field: Dotted path of the field to mend; empty where it is the whole record.
        verb: What the button beside it does; its words have the key `verb-…`.
        parts: What its words are filled with.
    """

    level: Level
    code: str
    kind: Kind
    id: RecordId
    slug: str
    field: str
    verb: str
    parts: tuple[tuple[str, str], ...] = ()

    @property
    def blocks(self) -> bool:
        return self.level is Level.BLOCKS

    @property
    def message(self) -> str:
        """Its words in English."""
        return self.say(EN)

    def say(self, language: str) -> str:
        """Its words."""
        parts = dict(self.parts)
        if tongue := parts.get("language"):
            parts["language"] = _say(f"language-{tongue}", language)
        return _say(self.code, language).format(**parts)

    def say_verb(self, language: str) -> str:
        """The word on the button that mends it."""
        return name_of_verb(self.verb, language)


def problem_of(found: Found) -> Problem:
    """What a rule found, as a problem."""
    record = found.record
    level = Level.BLOCKS if found.code in BLOCKING else Level.ADVISES
    return Problem(
        level, found.code, record.kind, record.id, record.slug, found.field, VERBS[found.code],
        found.parts,
    )  # fmt: skip


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What blocks first, then along the road from hall to screen."""
    return tuple(
        sorted(
            problems,
            key=lambda p: (not p.blocks, _ORDER[p.kind], p.slug, p.id, p.field, p.code, p.parts),
        )
    )


def score(kind: Kind, problems: Iterable[Problem]) -> float:
    """The share of the rules for its kind that a record keeps, from 0 to 1."""
    concerned = codes_of(kind)
    broken = {problem.code for problem in problems} & concerned
    return 1 - len(broken) / len(concerned)


def plain(problem: Problem) -> dict[str, Any]:
    """A problem as JSON values."""
    return {
        "level": str(problem.level),
        "code": problem.code,
        "ref": f"{problem.kind}:{problem.slug}",
        "id": problem.id,
        "field": problem.field,
        "message": problem.message,
        "verb": problem.verb,
    }


def name_of_verb(verb: str, language: str) -> str:
    """The word on a button that mends."""
    return _say(f"verb-{verb}", language)


def name_of_code(code: str, language: str) -> str:
    """What a kind of problem is called where many of it stand together."""
    return _say(f"rule-{code}", language)


def _say(key: str, language: str) -> str:
    words = _words()[key]
    return words.get(language) or words[ZH_HANS]


@cache
def _words() -> dict[str, dict[str, str]]:
    path = resources.asset("i18n", "preflight.json")
    loaded: dict[str, dict[str, str]] = json.loads(path.read_text("utf-8"))
    return loaded
