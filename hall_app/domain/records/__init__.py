"""One frozen class for each kind of record."""

from __future__ import annotations

from hall_app.domain.kinds import Kind
from hall_app.domain.records.enterprise import Authorisation as Authorisation
from hall_app.domain.records.enterprise import Enterprise, Honour, Product
from hall_app.domain.records.enterprise import HonourLevel as HonourLevel
from hall_app.domain.records.enterprise import HonourResult as HonourResult
from hall_app.domain.records.enterprise import Town as Town
from hall_app.domain.records.history import Certainty as Certainty
from hall_app.domain.records.history import Era, Event, Timeline
from hall_app.domain.records.knowledge import Answer as Answer
from hall_app.domain.records.knowledge import Map, Quiz, Statistic
from hall_app.domain.records.knowledge import MapPoint as MapPoint
from hall_app.domain.records.knowledge import Question as Question
from hall_app.domain.records.knowledge import StatisticNature as StatisticNature
from hall_app.domain.records.media import FocalPoint as FocalPoint
from hall_app.domain.records.media import Media
from hall_app.domain.records.media import Medium as Medium
from hall_app.domain.records.media import Rendition as Rendition
from hall_app.domain.records.media import Rights as Rights
from hall_app.domain.records.media import RightsScope as RightsScope
from hall_app.domain.records.media import Track as Track
from hall_app.domain.records.media import TrackRole as TrackRole
from hall_app.domain.records.people import Craft, Person
from hall_app.domain.records.people import HeritageLevel as HeritageLevel
from hall_app.domain.records.record import ALWAYS as ALWAYS
from hall_app.domain.records.record import Citation as Citation
from hall_app.domain.records.record import Confidence as Confidence
from hall_app.domain.records.record import Illustrated as Illustrated
from hall_app.domain.records.record import Record
from hall_app.domain.records.record import Shown as Shown
from hall_app.domain.records.screens import Display, Release
from hall_app.domain.records.screens import Orientation as Orientation
from hall_app.domain.records.screens import PowerControl as PowerControl
from hall_app.domain.records.source import Source
from hall_app.domain.records.source import SourceForm as SourceForm
from hall_app.domain.records.structure import Exhibit, Gallery, Hall, Section
from hall_app.domain.records.structure import ExhibitForm as ExhibitForm

RECORD_TYPES: dict[Kind, type[Record]] = {
    record_type.kind: record_type
    for record_type in (
        Hall, Gallery, Section, Exhibit, Timeline, Era, Event, Enterprise, Product, Honour,
        Craft, Person, Statistic, Quiz, Map, Media, Source, Display, Release,
    )
}  # fmt: skip
