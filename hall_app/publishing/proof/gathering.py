"""What a proof holds: every word, fact, honour, source and picture of an enterprise's pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from hall_app.domain.dates import Day, HallDate
from hall_app.domain.fields import Field, Shape, fields_of
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.enterprise import Enterprise
from hall_app.domain.records.media import Media
from hall_app.domain.records.record import Record
from hall_app.domain.records.source import Source
from hall_app.domain.text import EN, LANGUAGES, Text
from hall_app.editing.tables.names import choice_label, path_label, say
from hall_app.errors import HallError, UsageError
from hall_app.publishing.public import may_leave, public_form
from hall_app.publishing.revisions import members, standing
from hall_app.publishing.signed import APART, changed_since
from hall_app.store.store import Store

_PICTURES = ("media", "logo")


@dataclass(frozen=True, slots=True)
class Row:
    """One field: its name, and its words in each language, or one line for all of them."""

    name: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One record: what it is, its rows and where they come from."""

    heading: str
    kind: str
    rows: tuple[Row, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Credit:
    """One picture or film: its name, and whose it is under which terms."""

    title: str
    note: str


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything that stands in the file, in order.

    Attributes:
        language: Of its headings; the texts stand in every language.
        changed: Names of the fields that differ from what was signed before.
    """

    language: str
    title: str
    subtitle: str
    hall: str
    revision: str
    day: Day
    leave: tuple[Row, ...]
    parts: tuple[Part, ...]
    credits: tuple[Credit, ...]
    changed: tuple[str, ...]

    def say(self, key: str, **words: object) -> str:
        """A heading in the proof's language."""
        return say(f"proof-{key}", self.language, **words)


def enterprise_named(store: Store, reference: str) -> Enterprise:
    """The enterprise that a name means.

    Raises:
        UsageError: It is something else, or nothing.
    """
    name = reference if ":" in reference else f"enterprise:{reference}"
    try:
        record = store.resolve(name)
    except HallError:
        record = store.resolve(reference)
    if not isinstance(record, Enterprise):
        raise UsageError(
            f"“{reference}” is no enterprise.",
            "Name one, as enterprise:KEY.",
            subject=reference,
            code="proof-no-enterprise",
        )
    return record


def opened_for(enterprise: Enterprise) -> frozenset[RecordId]:
    """What a proof's pages show before leave is given."""
    return frozenset({enterprise.id, *([enterprise.gallery] if enterprise.gallery else [])})


def gather(store: Store, enterprise: Enterprise, *, language: str, today: Day) -> Proof:
    """Read everything that a proof of this enterprise says."""
    reader = _Reader(store, language)
    revision = standing(store, enterprise)
    hall = next(iter(store.all(Kind.HALL)), None)
    records = [enterprise, *(store.get(one) for one in members(store, enterprise.id))]
    shown = [one for one in records if one is enterprise or may_leave(one)]
    paper = enterprise.authorisation
    changed = changed_since(paper.signed, revision.contents) if paper and paper.signed else ()
    return Proof(
        language=language,
        title=enterprise.title.best(language) or enterprise.slug,
        subtitle=enterprise.title[EN],
        hall=hall.title.best(language) if hall else "",
        revision=revision.number,
        day=today,
        leave=tuple(reader.rows(paper, "authorisation")) if paper else (),
        parts=tuple(reader.part(one) for one in shown),
        credits=reader.credits(shown),
        changed=tuple(reader.name_of(path, enterprise) for path in changed),
    )


def name_of(store: Store, enterprise: Enterprise, path: str, language: str) -> str:
    """What a signed path is called: “正文 EN”, or with the product it belongs to."""
    return _Reader(store, language).name_of(path, enterprise)


class _Reader:
    """Puts what records hold into words of one language."""

    def __init__(self, store: Store, language: str) -> None:
        self._store, self._language = store, language
        self._joint = ", " if language == EN else "、"

    def part(self, record: Record) -> Part:
        form = public_form(record)
        kind = say(f"kind-{record.kind}", self._language)
        heading = record.title.best(self._language) or record.slug
        return Part(heading, kind, tuple(self.rows(form, "")), self._sources(record))

    def rows(self, owner: Any, start: str) -> Iterator[Row]:
        for field in fields_of(type(owner)):
            held = getattr(owner, field.name)
            is_apart = field.name in APART or field.name in (*_PICTURES, "signed", "scan")
            if is_apart or held is None or held == () or held == field.default == "":
                continue
            path = f"{start}.{field.name}" if start else field.name
            name = (
                path_label(Kind.ENTERPRISE, path, self._language)
                if start
                else self._name(owner, path)
            )
            if words := tuple(self._words(field, held)):
                yield Row(name.rpartition(" · ")[2] if start else name, words)

    def name_of(self, path: str, enterprise: Enterprise) -> str:
        """A path of a signed line as a person reads it."""
        if "/" not in path:
            return path_label(enterprise.kind, path, self._language)
        record_id, _, rest = path.partition("/")
        if not self._store.exists(RecordId(record_id)):
            return say("proof-gone", self._language)
        record = self._store.get(RecordId(record_id))
        title = record.title.best(self._language) or record.slug
        return f"{title} · {path_label(record.kind, rest, self._language)}"

    def credits(self, records: list[Record]) -> tuple[Credit, ...]:
        ids = [
            one
            for record in records
            for name in _PICTURES
            for one in _listed(getattr(record, name, None))
        ]
        media = [self._store.get(one) for one in dict.fromkeys(ids)]
        return tuple(self._credit(one) for one in media if isinstance(one, Media))

    def _credit(self, media: Media) -> Credit:
        rights = media.rights
        until = say("proof-until", self._language, day=rights.until) if rights.until else ""
        scope = self._joint.join(choice_label(one, self._language) for one in rights.scope)
        known = [media.credit, rights.holder, rights.licence, scope, until]
        note = " · ".join(dict.fromkeys(part for part in known if part))
        title = media.title.best(self._language) or media.slug
        return Credit(title, note or say("proof-no-rights", self._language))

    def _sources(self, record: Record) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for citation in record.citations:
            source = self._store.get(citation.source)
            if isinstance(source, Source):
                title = source.title.best(self._language) or source.slug
                parts = (title, source.publisher, citation.locator, source.address)
                joint = ", " if self._language == EN else "，"
                found[joint.join(part for part in parts if part)] = None
        return tuple(found)

    def _name(self, owner: Any, path: str) -> str:
        return path_label(owner.kind, path, self._language)

    def _words(self, field: Field, held: Any) -> Iterator[tuple[str, str]]:
        if field.shape is Shape.TEXT:
            texts = held if field.is_many else (held,)
            for language in LANGUAGES:
                words = "；".join(text[language] for text in texts if text[language])
                if words:
                    yield say(f"letter-{language}", self._language), words
            return
        said = [self._said(one) for one in (held if field.is_many else (held,))]
        if words := self._joint.join(one for one in said if one):
            yield "", words

    def _said(self, value: Any) -> str:
        match value:
            case bool():
                return say("proof-yes", self._language) if value else ""
            case Enum():
                return choice_label(value, self._language)
            case HallDate():
                return value.words.best(self._language) or value.edtf
            case Text():
                return value.best(self._language)
            case str() if self._store.exists(RecordId(value)):
                record = self._store.get(RecordId(value))
                return record.title.best(self._language) or record.slug
            case _:
                return str(value)


def _listed(held: Any) -> tuple[RecordId, ...]:
    return held if isinstance(held, tuple) else (held,) if held else ()
