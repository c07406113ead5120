"""Who is who: records of the library and of the file, by id, slug and title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hall_app.domain.ids import RecordId, is_id
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.domain.records.vocabulary import Vocabulary, vocabulary_of
from hall_app.domain.text import Text
from hall_app.editing.tables import names
from hall_app.editing.tables.faults import BadCell
from hall_app.editing.vocabularies import folded, meant_by
from hall_app.store.store import Store


class Directory:
    """Reads each kind once, when it is first asked for; rows of a file may be added to it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: set[Kind] = set()
        self._records: dict[RecordId, Record] = {}
        self._slugs: dict[tuple[Kind, str], RecordId] = {}
        self._titles: dict[tuple[Kind, str], list[RecordId]] = {}
        self._names: dict[RecordId, tuple[Kind, str]] = {}
        self._meant: dict[Vocabulary, dict[str, Text]] = {}

    def record(self, kind: Kind, record_id: RecordId) -> Record | None:
        """A record of the library, if it is of this kind."""
        self._require(kind)
        found = self._records.get(record_id)
        return found if found is not None and found.kind is kind else None

    def records(self, kind: Kind) -> Iterator[Record]:
        """All of the library's records of a kind."""
        self._require(kind)
        return (record for record in self._records.values() if record.kind is kind)

    def kind_of(self, record_id: RecordId) -> Kind | None:
        """The kind of whatever has this id."""
        if record_id not in self._names:
            for kind in Kind:
                self._require(kind)
        found = self._names.get(record_id)
        return found[0] if found else None

    def by_slug(self, kind: Kind, slug: str) -> RecordId | None:
        """The record of this short name."""
        self._require(kind)
        return self._slugs.get((kind, slug))

    def by_title(self, kind: Kind, title: str) -> tuple[RecordId, ...]:
        """Every record with exactly this title in any language."""
        self._require(kind)
        return tuple(self._titles.get((kind, title.strip()), ()))

    def listed(self, kind: Kind, field: str, words: str) -> Text | None:
        """The text of the list that these words mean; None where the field has no list or no such."""
        which = vocabulary_of(kind, field)
        if which is None:
            return None
        if which not in self._meant:
            self._meant[which] = meant_by(self._store, which)
        return self._meant[which].get(folded(words))

    def add(self, kind: Kind, record_id: RecordId, slug: str, titles: Iterable[str]) -> None:
        """Know a row of the file; a row that goes by another name than its record is known by both."""
        self._require(kind)
        self._names.setdefault(record_id, (kind, slug))
        self._slugs.setdefault((kind, slug), record_id)
        for title in titles:
            held = self._titles.setdefault((kind, title.strip()), [])
            if title.strip() and record_id not in held:
                held.append(record_id)

    def name(self, record_id: RecordId, target: Kind | None) -> str:
        """The word for a record in a cell: its slug, with its kind where any may stand."""
        if target is not None:
            self._require(target)
        kind = self.kind_of(record_id)
        if kind is None:
            return record_id
        slug = self._names[record_id][1]
        return slug if target is kind else f"{kind}:{slug}"

    def find(self, token: str, target: Kind | None) -> RecordId:
        """The record that a word in a cell means.

        Raises:
            BadCell: None answers to it, or more than one.
        """
        kinds, word = (target,) if target else tuple(Kind), token
        head, colon, tail = token.partition(":")
        if colon and (named := names.kinds_by_name().get(names.normalised(head))):
            kinds, word = (named,), tail.strip()
        if is_id(token):
            kind = self.kind_of(RecordId(token))
            if kind is None or (target is not None and kind is not target):
                raise BadCell("no-record", value=token)
            return RecordId(token)
        found = [one for kind in kinds if kind and (one := self.by_slug(kind, word))]
        if not found:
            found = [one for kind in kinds if kind for one in self.by_title(kind, word)]
        if not found:
            raise BadCell("no-record", value=token)
        if len(found) > 1:
            slugs = "；".join(self.name(one, target) for one in found[:6])
            raise BadCell("ambiguous", value=token, slugs=slugs)
        return found[0]

    def _require(self, kind: Kind) -> None:
        if kind in self._read:
            return
        self._read.add(kind)
        for record in self._store.all(kind):
            self._records[record.id] = record
            self.add(kind, record.id, record.slug, titles_of(record.title))


def titles_of(title: Text) -> list[str]:
    """A title in each of its languages."""
    return list(dict.fromkeys(title[language] for language in title))
