"""The rules of preflight: each looks at one record in its hall and yields what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from hall_app.domain.dates import Day
from hall_app.domain.fields import references_in, texts_in
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.enterprise import Enterprise
from hall_app.domain.records.media import Media, Medium, RightsScope, TrackRole
from hall_app.domain.records.record import Confidence, Record
from hall_app.domain.records.structure import Exhibit, Hall
from hall_app.domain.text import LANGUAGES, ZH_HANS
from hall_app.publishing.released import named_files
from hall_app.store.codec import to_document

BLOCKING = frozenset({
    "hall-missing", "title-missing", "file-missing", "link-dangling", "authorisation-over",
    "rights-not-for-hall",
})  # fmt: skip

# What the button beside each problem does.
VERBS = {
    "hall-missing": "make",
    "title-missing": "write",
    "file-missing": "import",
    "link-dangling": "relink",
    "link-hidden": "show",
    "authorisation-over": "renew",
    "rights-not-for-hall": "clear",
    "rights-over": "renew",
    "rights-ending": "renew",
    "language-missing": "translate",
    "language-drafted": "proofread",
    "language-stale": "proofread",
    "source-missing": "cite",
    "to-verify": "verify",
    "alt-missing": "write",
    "subtitles-missing": "import",
    "description-missing": "import",
    "text-long": "shorten",
    "exhibit-empty": "fill",
}

_CLAIMS = frozenset({
    Kind.EVENT, Kind.ENTERPRISE, Kind.PRODUCT, Kind.HONOUR, Kind.CRAFT, Kind.PERSON, Kind.STATISTIC,
})  # fmt: skip
_SEEN = (Medium.PICTURE, Medium.VECTOR, Medium.FILM)

# The widest that a page holds, in Chinese characters (two Latin letters count as one).
_WIDTHS = {"title": 40, "short_title": 12, "caption": 90, "alt": 160, "text": 900, "lead": 160}
_ENDING_WITHIN = timedelta(days=90)
_EXCERPT = 12


@dataclass(frozen=True, slots=True)
class View:
    """The hall that the rules look at.

    Attributes:
        held: The ids of what would be published.
    """

    records: Mapping[RecordId, Record]
    held: AbstractSet[RecordId]
    has_file: Callable[[str], bool]
    today: Day


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found in a record, and in which of its fields."""

    code: str
    record: Record
    field: str = ""
    parts: tuple[tuple[str, str], ...] = ()


def apply(view: View) -> Iterator[Found]:
    """Everything that any rule finds, in the order of the kinds."""
    public = [record for record in view.records.values() if record.id in view.held]
    if not any(isinstance(record, Hall) for record in public):
        yield from (Found("hall-missing", record) for record in public[:1])
    for record in public:
        for rule in _RULES:
            yield from rule(record, view)
    for record in view.records.values():
        if isinstance(record, Media) and record.is_public:
            yield from _rights_not_for_hall(record, view)


def _titles(record: Record, _view: View) -> Iterator[Found]:
    if record.kind not in (Kind.MEDIA, Kind.SOURCE, Kind.DISPLAY) and not record.title[ZH_HANS]:
        yield Found("title-missing", record, f"title.{ZH_HANS}")


def _files(record: Record, view: View) -> Iterator[Found]:
    if isinstance(record, Media):
        missing = [n for n in named_files(to_document(record)) if not view.has_file(n)]
        if missing or not record.sha256:
            name = record.file_name or record.slug
            yield Found("file-missing", record, "sha256", (("name", name),))


def _links(record: Record, view: View) -> Iterator[Found]:
    for path, target in references_in(record):
        if target in view.held:
            continue
        linked = view.records.get(target)
        if linked is None:
            yield Found("link-dangling", record, path, (("id", target),))
        elif path.split(".")[0] != "authorisation":
            name = linked.title.best(ZH_HANS) or linked.slug
            yield Found("link-hidden", record, path, (("name", name),))


def _authorisations(record: Record, view: View) -> Iterator[Found]:
    if isinstance(record, Enterprise) and record.authorisation and record.authorisation.until:
        until = record.authorisation.until
        if until < view.today:
            yield Found("authorisation-over", record, "authorisation.until", (("day", str(until)),))


def _rights_not_for_hall(record: Media, view: View) -> Iterator[Found]:
    if not record.rights.scope or RightsScope.HALL in record.rights.scope:
        return
    used = any(
        target == record.id
        for other in view.records.values()
        if other.id in view.held
        for _, target in references_in(other)
    )
    if used:
        yield Found("rights-not-for-hall", record, "rights.scope")


def _rights(record: Record, view: View) -> Iterator[Found]:
    until = record.rights.until if isinstance(record, Media) else None
    if until is None:
        return
    parts = (("day", str(until)),)
    if until < view.today:
        yield Found("rights-over", record, "rights.until", parts)
    elif until < _later(view.today):
        yield Found("rights-ending", record, "rights.until", parts)


def _languages(record: Record, _view: View) -> Iterator[Found]:
    for path, text in texts_in(record):
        for language in LANGUAGES:
            wording, where = text.wording(language), f"{path}.{language}"
            if text and wording is None and path != "date.words":
                yield Found("language-missing", record, where, (("language", language),))
            elif wording is not None and wording.is_drafted:
                yield Found("language-drafted", record, where, (("language", language),))
            elif text.is_stale(language, ZH_HANS):
                yield Found("language-stale", record, where, (("language", language),))


def _sources(record: Record, _view: View) -> Iterator[Found]:
    if record.kind in _CLAIMS and not record.citations:
        yield Found("source-missing", record, "citations")
    if record.kind in _CLAIMS and record.confidence is Confidence.GENERAL:
        yield Found("to-verify", record, "confidence")


def _seen_and_heard(record: Record, _view: View) -> Iterator[Found]:
    if not isinstance(record, Media):
        return
    if record.medium in _SEEN and not record.alt[ZH_HANS]:
        yield Found("alt-missing", record, f"alt.{ZH_HANS}")
    if record.medium is Medium.FILM:
        subtitled = {t.language for t in record.tracks if t.role is TrackRole.SUBTITLES}
        for language in LANGUAGES:
            if language not in subtitled:
                yield Found("subtitles-missing", record, "tracks", (("language", language),))
        is_described = any(track.role is TrackRole.DESCRIPTION for track in record.tracks)
        if not is_described and not record.no_description_because:
            yield Found("description-missing", record, "no_description_because")


def _lengths(record: Record, _view: View) -> Iterator[Found]:
    for path, text in texts_in(record) if record.kind is not Kind.SOURCE else ():
        most = _WIDTHS.get(path)
        for language in text if most else ():
            width = _width(text[language])
            if most and width > most:
                parts = (("width", str(width)), ("most", str(most)))
                yield Found("text-long", record, f"{path}.{language}", parts)


def _empty(record: Record, _view: View) -> Iterator[Found]:
    if isinstance(record, Exhibit):
        holds = (record.items, record.media, record.view, record.text)
        if not any(holds):
            yield Found("exhibit-empty", record, "items")


_RULES = (
    _titles, _files, _links, _authorisations, _rights, _languages, _sources, _seen_and_heard,
    _lengths, _empty,
)  # fmt: skip


def _width(words: str) -> int:
    """In Chinese characters; two Latin letters are as wide as one."""
    narrow = sum(character.isascii() for character in words)
    return len(words) - narrow + (narrow + 1) // 2


def _later(today: Day) -> Day:
    later = date(today.year, today.month, today.day) + _ENDING_WITHIN
    return Day(later.year, later.month, later.day)
