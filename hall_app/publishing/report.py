"""What a curator is told of where the library stands: grouped, counted, and a page of each group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.publishing.problem import Problem, in_order, score
from hall_app.publishing.rules.catalogue import BLOCKING, VERBS
from hall_app.publishing.standing import Standing

_NONE = RecordId("")

MOST = 200
"""How many problems of a group are told one by one."""


class Grouping(StrEnum):
    """By what problems stand together."""

    RULE = "rule"
    GALLERY = "gallery"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Query:
    """What a curator wants to see.

    Attributes:
        words: Only problems whose words, short name or title hold these.
        record: The record that is open.
    """

    grouping: Grouping = Grouping.RULE
    words: str = ""
    record: RecordId = _NONE
    language: str = "zh-Hans"


@dataclass(frozen=True, slots=True)
class Group:
    """Problems that stand together.

    Attributes:
        key: The code of a rule, the id of a gallery, or nothing.
        count: How many there are, of which `problems` are the first.
        score: Of a gallery, the mean share of rules that its records keep.
    """

    key: str
    count: int
    problems: tuple[Problem, ...]
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What is told."""

    blocking: int
    advice: int
    groups: tuple[Group, ...]
    score: float | None = None


def report(standing: Standing, kind: Kind | None, query: Query) -> Report:
    """Tell where the library stands, as the query asks; `kind` is that of the record that is open."""
    blocking = sum(count for code, count in standing.counts.items() if code in BLOCKING)
    own = standing.of_record(query.record) if query.record else ()
    match query.grouping:
        case Grouping.RULE:
            groups = _by_rule(standing, query)
        case Grouping.GALLERY:
            groups = _by_gallery(standing, query)
        case Grouping.RECORD:
            kept = tuple(_wanted(standing, own, query))
            groups = (Group("", len(kept), kept[:MOST]),) if kept else ()
    return Report(
        blocking=blocking,
        advice=standing.counts.total() - blocking,
        groups=groups,
        score=score(kind, own) if kind else None,
    )


def _by_rule(standing: Standing, query: Query) -> tuple[Group, ...]:
    groups = []
    for code in sorted(standing.counts, key=lambda code: (code not in BLOCKING, _PLACES[code])):
        if query.words:
            kept = list(_wanted(standing, standing.of_code(code), query))
            count = len(kept)
        else:
            kept = list(islice(standing.of_code(code), MOST))
            count = standing.counts[code]
        if kept:
            groups.append(Group(code, count, in_order(kept)[:MOST]))
    return tuple(groups)


def _by_gallery(standing: Standing, query: Query) -> tuple[Group, ...]:
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in _wanted(standing, standing.each(), query):
        found[standing.gallery_of(problem.id) or ""].append(problem)
    scores = _scores(standing)
    keys = sorted(found, key=lambda key: (not key, standing.title_of(RecordId(key))))
    return tuple(
        Group(key, len(found[key]), in_order(found[key])[:MOST], scores.get(key)) for key in keys
    )


def _scores(standing: Standing) -> dict[str, float]:
    shares: dict[str, list[float]] = defaultdict(list)
    for record_id, kind in standing.kinds():
        gallery = standing.gallery_of(record_id)
        if gallery:
            shares[gallery].append(score(kind, standing.of_record(record_id)))
    return {gallery: sum(some) / len(some) for gallery, some in shares.items()}


def _wanted(standing: Standing, problems: Iterable[Problem], query: Query) -> Iterator[Problem]:
    words = query.words.strip().casefold()
    for problem in problems:
        said = (problem.say(query.language), problem.slug, standing.title_of(problem.id))
        if not words or any(words in one.casefold() for one in said):
            yield problem


_PLACES = {code: place for place, code in enumerate(VERBS)}
