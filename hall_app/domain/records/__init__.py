"""One frozen class for each kind of record."""

from __future__ import annotations

from hall_app.domain.kinds import Kind
from hall_app.domain.records.enterprise import Authorisation as Authorisation
from hall_app.domain.records.enterprise import Enterprise as Enterprise
from hall_app.domain.records.enterprise import Honour as Honour
from hall_app.domain.records.enterprise import HonourLevel as HonourLevel
from hall_app.domain.records.enterprise import HonourResult as HonourResult
from hall_app.domain.records.enterprise import Product as Product
from hall_app.domain.records.enterprise import Town as Town
from hall_app.domain.records.history import Certainty as Certainty
from hall_app.domain.records.history import Era as Era
from hall_app.domain.records.history import Event as Event
from hall_app.domain.records.history import Timeline as Timeline
from hall_app.domain.records.knowledge import Answer as Answer
from hall_app.domain.records.knowledge import Map as Map
from hall_app.domain.records.knowledge import MapPoint as MapPoint
from hall_app.domain.records.knowledge import Question as Question
from hall_app.domain.records.knowledge import Quiz as Quiz
from hall_app.domain.records.knowledge import Statistic as Statistic
from hall_app.domain.records.knowledge import StatisticNature as StatisticNature
from hall_app.domain.records.media import Crop as Crop
from hall_app.domain.records.media import CropShape as CropShape
from hall_app.domain.records.media import EarlierFile as EarlierFile
from hall_app.domain.records.media import FocalPoint as FocalPoint
from hall_app.domain.records.media import Media as Media
from hall_app.domain.records.media import Medium as Medium
from hall_app.domain.records.media import Rendition as Rendition
from hall_app.domain.records.media import Rights as Rights
from hall_app.domain.records.media import RightsScope as RightsScope
from hall_app.domain.records.media import Track as Track
from hall_app.domain.records.media import TrackRole as TrackRole
from hall_app.domain.records.people import Craft as Craft
from hall_app.domain.records.people import HeritageLevel as HeritageLevel
from hall_app.domain.records.people import Person as Person
from hall_app.domain.records.record import ALWAYS as ALWAYS
from hall_app.domain.records.record import Citation as Citation
from hall_app.domain.records.record import Confidence as Confidence
from hall_app.domain.records.record import Illustrated as Illustrated
from hall_app.domain.records.record import Reading as Reading
from hall_app.domain.records.record import Record as Record
from hall_app.domain.records.record import Ruling as Ruling
from hall_app.domain.records.record import Shown as Shown
from hall_app.domain.records.record import Spoken as Spoken
from hall_app.domain.records.screens import Display as Display
from hall_app.domain.records.screens import Orientation as Orientation
from hall_app.domain.records.screens import PowerControl as PowerControl
from hall_app.domain.records.screens import Release as Release
from hall_app.domain.records.source import Source as Source
from hall_app.domain.records.source import SourceForm as SourceForm
from hall_app.domain.records.structure import Exhibit as Exhibit
from hall_app.domain.records.structure import ExhibitForm as ExhibitForm
from hall_app.domain.records.structure import Gallery as Gallery
from hall_app.domain.records.structure import Hall as Hall
from hall_app.domain.records.structure import SavedSearch as SavedSearch
from hall_app.domain.records.structure import Section as Section
from hall_app.domain.records.structure import Term as Term
from hall_app.domain.records.vocabulary import Synonym as Synonym
from hall_app.domain.records.vocabulary import Vocabulary as Vocabulary

RECORD_TYPES: dict[Kind, type[Record]] = {
    record_type.kind: record_type
    for record_type in (
        Hall, Gallery, Section, Exhibit, Timeline, Era, Event, Enterprise, Product, Honour,
        Craft, Person, Statistic, Quiz, Map, Media, Source, Display, Release,
    )
}  # fmt: skip
