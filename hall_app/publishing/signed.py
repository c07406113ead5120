"""What an enterprise signs: the words, facts and pictures of its pages, each by its path.

A recorded sign-off keeps a digest of each; what differs later has changed since.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hall_app.domain.fields import Field, Shape, fields_of
from hall_app.domain.records.enterprise import Enterprise, Honour, Product
from hall_app.domain.records.record import Record
from hall_app.domain.text import Text, digest
from hall_app.publishing.public import may_leave, public_form
from hall_app.store.codec import canonical_json, to_plain

Contents = Mapping[str, str]
"""What stands at each path; a path of a product or honour begins with its id and a slash."""

# Names, places in the library and what only the hall's own work needs: nobody signs these.
APART = frozenset(
    {"id", "slug", "confidence", "citations", "shown", "is_public", "order", "gallery", "sector"}
    | {"readings", "enterprise"}
)


def contents_of(enterprise: Enterprise, others: Iterable[Record]) -> Contents:
    """Everything that a visitor may read or see of an enterprise, its products and its honours."""
    found = dict(_contents(enterprise, ""))
    for one in others:
        if belongs(one, enterprise) and may_leave(one):
            found |= _contents(one, f"{one.id}/")
    return found


def belongs(record: Record, enterprise: Enterprise) -> bool:
    """Whether a record is a product or an honour of an enterprise."""
    return isinstance(record, Product | Honour) and record.enterprise == enterprise.id


def lines_of(contents: Contents) -> tuple[str, ...]:
    """What a sign-off keeps: `path=digest`, in order."""
    return tuple(f"{path}={digest(contents[path])}" for path in sorted(contents))


def revision_of(lines: Iterable[str]) -> str:
    """The number that stands on a proof and names exactly what it shows."""
    return digest("\n".join(lines)).upper()


def changed_since(signed: Iterable[str], contents: Contents) -> tuple[str, ...]:
    """The paths that are not as they were signed, come or gone since included."""
    before = dict(line.rsplit("=", 1) for line in signed if "=" in line)
    now = dict(line.rsplit("=", 1) for line in lines_of(contents))
    return tuple(path for path in sorted(before | now) if before.get(path) != now.get(path))


def _contents(record: Record, start: str) -> Iterator[tuple[str, str]]:
    form = public_form(record)
    for field in fields_of(type(form)):
        held = getattr(form, field.name)
        if field.name in APART or held == field.default or held is None:
            continue
        yield from _of_field(field, held, f"{start}{field.name}")


def _of_field(field: Field, held: Any, path: str) -> Iterator[tuple[str, str]]:
    if field.shape is not Shape.TEXT:
        yield path, canonical_json(to_plain(held)).decode()
        return
    for index, text in enumerate(held if field.is_many else (held,)):
        assert isinstance(text, Text)
        here = f"{path}.{index}" if field.is_many else path
        yield from ((f"{here}.{language}", text[language]) for language in text)
