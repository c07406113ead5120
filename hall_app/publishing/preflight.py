"""Preflight: what stands in the way of publishing, and what is advised before it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from hall_app import resources
from hall_app.domain.dates import Day
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.domain.text import EN, ZH_HANS
from hall_app.errors import Refused
from hall_app.publishing import rules
from hall_app.publishing.outgoing import outgoing
from hall_app.publishing.public import public_ids
from hall_app.publishing.reading import Vault, day_of
from hall_app.publishing.rules import BLOCKING, VERBS, View
from hall_app.store import people
from hall_app.store.store import Store


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
        return _say(self.code, language).format(**dict(self.parts))

    def say_verb(self, language: str) -> str:
        """The word on the button that mends it."""
        return _say(f"verb-{self.verb}", language)


def check(store: Store, vault: Vault, *, today: datetime) -> tuple[Problem, ...]:
    """Look at the library as it would be published now; what blocks comes first.

    What stands in a draft only, under a review chain, goes nowhere yet: it advises.
    """
    day = day_of(today)
    found = examine(outgoing(store), vault.has, day)
    if not store.ask(people.chain).is_set:
        return found
    records = [record for kind in Kind for record in store.all(kind)]
    told = {(one.id, one.code, one.field) for one in found}
    in_drafts = (
        replace(one, level=Level.ADVISES)
        for one in examine(records, vault.has, day)
        if (one.id, one.code, one.field) not in told
    )
    return (*found, *in_drafts)


def examine(
    records: Iterable[Record], has_file: Callable[[str], bool], today: Day
) -> tuple[Problem, ...]:
    """Look at records, of which only the public ones matter; a pure function."""
    every = {record.id: record for record in records}
    view = View(every, public_ids(every.values()), has_file, today)
    found = [
        Problem(
            level=Level.BLOCKS if one.code in BLOCKING else Level.ADVISES,
            code=one.code,
            kind=one.record.kind,
            id=one.record.id,
            slug=one.record.slug,
            field=one.field,
            verb=VERBS[one.code],
            parts=one.parts,
        )
        for one in rules.apply(view)
    ]
    return tuple(sorted(found, key=lambda problem: not problem.blocks))


def refuse_what_blocks(store: Store, vault: Vault, *, today: datetime) -> None:
    """Stop before publishing where something stands in the way.

    Raises:
        Refused: With the first problem's words and their number.
    """
    blocking = [problem for problem in check(store, vault, today=today) if problem.blocks]
    if blocking:
        first = blocking[0]
        error = Refused(
            f"{len(blocking)} problems block publishing; the first: {first.kind}:{first.slug} {first.message}",
            "See all with “hall check”.",
            subject=f"{first.kind}:{first.slug}",
        )
        error.code = "preflight"
        raise error


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


def _say(key: str, language: str) -> str:
    words = _words()[key]
    return words.get(language) or words[ZH_HANS]


@cache
def _words() -> dict[str, dict[str, str]]:
    path = resources.asset("i18n", "preflight.json")
    loaded: dict[str, dict[str, str]] = json.loads(path.read_text("utf-8"))
    return loaded
