"""Which editor suits which shape of field: the one table of the form engine."""

from __future__ import annotations

from hall_app.curator.desk import Desk
from hall_app.curator.forms.answers import AnswersEditor, RightEditor
from hall_app.curator.forms.authorisation import AuthorisationEditor
from hall_app.curator.forms.cited_field import CitedFieldEditor
from hall_app.curator.forms.crops import CropsEditor
from hall_app.curator.forms.dating import DateEditor
from hall_app.curator.forms.earlier import EarlierEditor
from hall_app.curator.forms.editor import FieldEditor
from hall_app.curator.forms.layout import STEPS
from hall_app.curator.forms.listed import ListedTextEditor
from hall_app.curator.forms.map_points import MapPointsEditor
from hall_app.curator.forms.plain import (
    ChecksEditor,
    ChoiceEditor,
    DayEditor,
    FactEditor,
    FlagEditor,
    NumberEditor,
    WordsEditor,
)
from hall_app.curator.forms.readings import ReadingsEditor, TextPathEditor
from hall_app.curator.forms.references import ReferenceEditor, ReferenceListEditor
from hall_app.curator.forms.rulings import RulingsEditor
from hall_app.curator.forms.spec import Spec
from hall_app.curator.forms.tags import TagsEditor
from hall_app.curator.forms.texts import TextEditor, TextListEditor
from hall_app.curator.forms.tracks import TracksEditor
from hall_app.curator.forms.values import ValueEditor, ValueListEditor
from hall_app.domain.fields import Shape
from hall_app.domain.records.record import Reading, Ruling
from hall_app.domain.records.vocabulary import vocabulary_of

_ONE: dict[Shape, type[FieldEditor]] = {
    Shape.TEXT: TextEditor,
    Shape.WORDS: WordsEditor,
    Shape.WHOLE: NumberEditor,
    Shape.NUMBER: NumberEditor,
    Shape.FLAG: FlagEditor,
    Shape.DAY: DayEditor,
    Shape.DATE: DateEditor,
    Shape.CHOICE: ChoiceEditor,
    Shape.REFERENCE: ReferenceEditor,
    Shape.VALUE: ValueEditor,
}
_MANY: dict[Shape, type[FieldEditor]] = {
    Shape.TEXT: TextListEditor,
    Shape.WORDS: ChecksEditor,
    Shape.CHOICE: ChecksEditor,
    Shape.REFERENCE: ReferenceListEditor,
    Shape.VALUE: ValueListEditor,
}

_SPECIAL: dict[tuple[str, str], type[FieldEditor]] = {
    ("Enterprise", "authorisation"): AuthorisationEditor,
    ("Map", "points"): MapPointsEditor,
    ("Media", "crops"): CropsEditor,
    ("Media", "earlier"): EarlierEditor,
    ("Media", "tags"): TagsEditor,
    ("Media", "tracks"): TracksEditor,
    ("Reading", "field"): TextPathEditor,
    ("Citation", "field"): CitedFieldEditor,
    ("Question", "answers"): AnswersEditor,
    ("Answer", "is_right"): RightEditor,
}


def make_editor(desk: Desk, spec: Spec) -> FieldEditor:
    """The editor of one field."""
    kind_of_editor = _editor_for(spec)
    if issubclass(kind_of_editor, ValueEditor | ValueListEditor):
        return kind_of_editor(desk, spec, make=make_editor)
    return kind_of_editor(desk, spec)


def _editor_for(spec: Spec) -> type[FieldEditor]:
    field = spec.field
    special = _SPECIAL.get((spec.owner, spec.name))
    if special is not None:
        return special
    if "." not in spec.path and vocabulary_of(spec.kind, spec.name) is not None:
        return ListedTextEditor
    if spec.is_fixed and field.shape is not Shape.TEXT:
        return FactEditor
    if field.name in STEPS:
        return ChoiceEditor
    if field.type is Reading:
        return ReadingsEditor
    if field.type is Ruling:
        return RulingsEditor
    return (_MANY if field.is_many else _ONE)[field.shape]
