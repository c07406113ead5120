"""Rules of pictures and films: their files, their other forms, their size, their light."""

from __future__ import annotations

from collections.abc import Iterator

from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import Media, Medium, TrackRole
from hall_app.domain.records.record import Illustrated, Record
from hall_app.domain.records.structure import Exhibit, ExhibitForm
from hall_app.domain.text import LANGUAGES, ZH_HANS
from hall_app.publishing.objects import named_files
from hall_app.publishing.rules.view import Found, View
from hall_app.store.codec import to_document

_SEEN = (Medium.PICTURE, Medium.VECTOR, Medium.FILM)

# The long edge of the largest place a page gives to a picture, in pixels of a full HD screen.
_WHOLE_SCREEN = 1920
_PLACES = {
    Kind.HALL: 1920, Kind.GALLERY: 1920, Kind.SECTION: 960, Kind.EXHIBIT: 1200, Kind.MAP: 1200,
    Kind.CRAFT: 1200, Kind.EVENT: 960, Kind.ENTERPRISE: 960, Kind.PERSON: 720, Kind.PRODUCT: 480,
    Kind.HONOUR: 480, Kind.STATISTIC: 480, Kind.QUIZ: 960,
}  # fmt: skip
_WHOLE = frozenset({ExhibitForm.SLIDESHOW, ExhibitForm.COMPARE, ExhibitForm.FILM})
_SAFE_FLASHES = 3.0


def files(record: Record, view: View) -> Iterator[Found]:
    """Every file a medium names is in the vault."""
    if isinstance(record, Media):
        missing = [n for n in named_files(to_document(record)) if not view.has_file(n)]
        if missing or not record.sha256:
            name = record.file_name or record.slug
            yield Found("file-missing", record, "sha256", (("name", name),))


def other_forms(record: Record, _view: View) -> Iterator[Found]:
    """What is seen can be heard or read, and what is heard can be read."""
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
            yield Found("description-missing", record, f"no_description_because.{ZH_HANS}")


def sizes(record: Record, view: View) -> Iterator[Found]:
    """A picture has the pixels of the largest place it stands in."""
    if not isinstance(record, Media) or record.medium is not Medium.PICTURE or not record.width:
        return
    edge = max(record.width, record.height)
    if edge >= _WHOLE_SCREEN:
        return
    places = [(_place(record, view.get(one)), one) for one in view.referrers(record.id)]
    largest, where = max(places, default=(0, None))
    if where is not None and edge < largest:
        owner = view.get(where)
        name = owner.title.best(ZH_HANS) or owner.slug if owner else ""
        parts = (("edge", str(edge)), ("wanted", str(largest)), ("name", name))
        yield Found("picture-small", record, "width", parts)


def _place(media: Media, owner: Record | None) -> int:
    if owner is None or not owner.is_public:
        return 0
    if isinstance(owner, Exhibit) and owner.form in _WHOLE:
        return _WHOLE_SCREEN
    is_lead = isinstance(owner, Illustrated) and owner.media[:1] == (media.id,)
    size = _PLACES.get(owner.kind, 0)
    return size if is_lead or owner.kind is Kind.MAP else size // 2


def flashes(record: Record, _view: View) -> Iterator[Found]:
    """A film that flashes more than three times within a second may bring on a seizure."""
    if not isinstance(record, Media) or record.medium is not Medium.FILM:
        return
    if record.flashes_per_s is None:
        yield Found("flashes-unmeasured", record, "flashes_per_s")
    elif record.flashes_per_s > _SAFE_FLASHES:
        parts = (("count", f"{record.flashes_per_s:g}"),)
        yield Found("film-flashes", record, "flashes_per_s", parts)
