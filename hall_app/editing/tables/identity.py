"""Who a row is: by its id, else by its short name, else by its exact title within the kind."""

from __future__ import annotations

from collections.abc import Callable

from hall_app.domain.ids import RecordId, is_id, is_slug
from hall_app.domain.kinds import Kind
from hall_app.editing.media import slug_of
from hall_app.editing.tables.cells import People
from hall_app.editing.tables.directory import Directory
from hall_app.editing.tables.drafts import Draft
from hall_app.editing.tables.faults import BadCell
from hall_app.editing.tables.plan import Known

_OWNER = "enterprise"
_STEM = 72


class Identity:
    """Gives each row its record or a new name; a record is met by one row of a file only."""

    def __init__(self, directory: Directory, people: People, new_id: Callable[[], str]) -> None:
        self._directory = directory
        self._people = people
        self._new_id = new_id
        self._met: dict[RecordId, Draft] = {}
        self._named: dict[tuple[Kind, str, str], Draft] = {}

    def find(self, draft: Draft) -> None:
        """Say who the row is; what cannot be said is a fault of the row."""
        try:
            self._find(draft)
        except BadCell as bad:
            draft.record_id = draft.record_id or RecordId(self._new_id())
            draft.refuse(bad, "id" if bad.fault in {"id", "other-kind"} else _title_path(draft))
            return
        other = self._met.setdefault(draft.record_id, draft)
        if other is not draft:
            draft.refuse(BadCell("twice", sheet=other.sheet.name, row=other.number))
        titles = [words for path, words in draft.words() if path.startswith("title.")]
        self._directory.add(draft.kind, draft.record_id, draft.slug, titles)

    def _find(self, draft: Draft) -> None:
        directory, kind = self._directory, draft.kind
        if word := draft.word("id"):
            if not is_id(word):
                raise BadCell("id", value=word)
            draft.record_id, draft.known_by = RecordId(word), Known.ID
            draft.record = directory.record(kind, draft.record_id)
            if draft.record is None and directory.kind_of(draft.record_id) not in {None, kind}:
                raise BadCell("other-kind", value=word)
        elif (slug := draft.word("slug")) and (found := directory.by_slug(kind, slug)):
            draft.record_id, draft.known_by = found, Known.SLUG
            draft.record = directory.record(kind, found)
        elif not slug and (found := self._by_title(draft)):
            draft.record_id, draft.known_by = found, Known.TITLE
            draft.record = directory.record(kind, found)
        if draft.record is not None:
            draft.slug = draft.record.slug
            return
        draft.record_id = draft.record_id or RecordId(self._new_id())
        if kind in {Kind.RELEASE, Kind.MEDIA} or (
            kind is Kind.HALL and any(directory.records(kind))
        ):
            raise BadCell("not-new", kind=str(kind))
        if not draft.title:
            raise BadCell("no-title")
        draft.slug = self._free_slug(draft)

    def _by_title(self, draft: Draft) -> RecordId | None:
        owner = self._owner(draft)
        titles = [words for path, words in draft.words() if path.startswith("title.")]
        for title in titles:
            same = self._named.setdefault((draft.kind, title, owner), draft)
            if same is not draft:
                raise BadCell("twice", sheet=same.sheet.name, row=same.number)
        found = {
            one
            for title in titles
            for one in self._directory.by_title(draft.kind, title)
            if (record := self._directory.record(draft.kind, one)) is not None
            and (not owner or getattr(record, _OWNER, "") == owner)
        }
        if len(found) > 1:
            slugs = "；".join(sorted(self._directory.name(one, draft.kind) for one in found))
            raise BadCell("ambiguous", value=titles[0], slugs=slugs)
        return next(iter(found), None)

    def _owner(self, draft: Draft) -> str:
        """The enterprise that a product or honour names; whether it is right is asked later."""
        word = draft.word(_OWNER)
        if not word:
            return ""
        try:
            return self._people.find(word, Kind.ENTERPRISE)
        except BadCell:
            return word

    def _free_slug(self, draft: Draft) -> str:
        wanted = draft.word("slug")
        if wanted:
            return wanted if is_slug(wanted) else str(draft.kind)
        stem = slug_of(draft.word("title.en") or draft.title)
        stem = str(draft.kind) if stem == "media" else stem
        number, slug = 2, stem
        while self._directory.by_slug(draft.kind, slug):
            slug, number = f"{stem[:_STEM].rstrip('-')}-{number}", number + 1
        return slug


def _title_path(draft: Draft) -> str:
    return next((path for path in draft.paths if path.startswith("title.")), "")
