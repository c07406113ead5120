"""Setting one field of a record, by its dotted path, from words or a value.

`title.zh-Hans`, `date`, `media`, `authorisation.given_by`, `questions.0.text.en`: the same
paths as in a document, a citation, a form and on the command line.
"""

from __future__ import annotations

from typing import Any

from hall_app.domain.changes import Changes
from hall_app.domain.fields import TEXT, Field, Shape, fields_of
from hall_app.domain.ids import RecordId, is_id
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.records.media import FILE_FIELDS
from hall_app.domain.records.record import Record
from hall_app.domain.text import ZH_HANS, Text
from hall_app.editing import dates
from hall_app.editing.origins import stamped
from hall_app.errors import InvalidRecord, NotFound
from hall_app.store.codec import Document, from_document, read_json, to_document, to_plain, to_value
from hall_app.store.store import Store

FIXED = {
    Kind.MEDIA: frozenset(FILE_FIELDS),
    Kind.RELEASE: frozenset(
        {"slug", "number", "published_at", "published_by", "manifest", "note", "confidence"}
        | {"citations", "shown", "is_public"}
    ),
}
"""Fields that a file or a publication fills and no hand changes."""

_FIXED = ("id", "kind")
_DIGITS = 6
# Control characters but tab and new line, and the marks that turn the direction of other words.
_UNSEEN = dict.fromkeys(
    {*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)} - {9, 10}
)
_TRUE, _FALSE = ("true", "yes", "1", "是"), ("false", "no", "0", "", "否")


def set_field(
    store: Store, record_id: RecordId, path: str, value: Any, *, author: str = "", label: str = ""
) -> Changes:
    """Set one field; typing on in the same field joins the same undo step.

    Raises:
        InvalidRecord: There is no such field, or the value does not fit it.
    """
    return _set_fields(store, record_id, {path: value}, author, label, f"{record_id}:{path}")


def set_fields(
    store: Store, record_id: RecordId, values: dict[str, Any], *, author: str = "", label: str = ""
) -> Changes:
    """Set several fields of one record as one step of its own."""
    return _set_fields(store, record_id, values, author, label, merge_key="")


def _set_fields(
    store: Store,
    record_id: RecordId,
    values: dict[str, Any],
    author: str,
    label: str,
    merge_key: str,
) -> Changes:
    with store.edit(
        label or f"Edit {', '.join(values)}", author=author, merge_key=merge_key
    ) as edit:
        record = store.get(record_id)
        for path, value in values.items():
            record = with_field(store, record, path, value)
        edit.put(record)
    return edit.changes


def with_field(store: Store, record: Record, path: str, value: Any) -> Record:
    """The record with one field set; nothing is written.

    Raises:
        InvalidRecord: There is no such field, or the value does not fit it.
    """
    if path in _FIXED or path.split(".", maxsplit=1)[0] in FIXED.get(record.kind, ()):
        raise InvalidRecord(
            f"“{path}” of a {record.kind} is made once and never changes.",
            "Change another field; a medium's file is replaced at the desk.",
            subject=path,
            code="field-fixed",
        )
    document = to_document(record)
    steps = path.split(".")
    _set(store, document, RECORD_TYPES[record.kind], steps, cleaned(value), path)
    return stamped(record, from_document(document))


def cleaned(value: Any) -> Any:
    """Words as typed or pasted, without what no page can show."""
    match value:
        case str():
            return value.replace("\r\n", "\n").translate(_UNSEEN)
        case list() | tuple() if type(value) in {list, tuple}:  # a day is a tuple too
            return [cleaned(one) for one in value]
        case dict():
            return {name: cleaned(one) for name, one in value.items()}
        case _:
            return value


def _set(
    store: Store, body: Document, owner: type[Any], steps: list[str], value: Any, path: str
) -> None:
    name, *rest = steps
    field = next((f for f in fields_of(owner) if f.name == name), None)
    if field is None:
        raise _no_field(path)
    if not rest:
        plain = _plain(store, field, value, path)
        if plain is None:
            body.pop(name, None)
        else:
            body[name] = plain
        return
    if field.is_many:
        index, *rest = rest
        listed = body.setdefault(name, [])
        if not index.isdecimal() or len(index) > _DIGITS or int(index) > len(listed):
            raise InvalidRecord(
                f"“{path}” counts past the end of the list.", subject=path, code="list-too-short"
            )
        if int(index) == len(listed):
            listed.append({})
        if not rest:
            listed[int(index)] = _one(store, field, value, path)
            return
        _inside(store, field, listed[int(index)], rest, value, path)
    else:
        _inside(store, field, body.setdefault(name, {}), rest, value, path)


def _inside(
    store: Store, field: Field, held: Document, rest: list[str], value: Any, path: str
) -> None:
    if field.shape is Shape.TEXT and len(rest) == 1:
        set_wording(held, rest[0], str(value))
    elif field.shape is Shape.DATE and rest[0] == "words" and len(rest) == 2:
        set_wording(held.setdefault("words", {}), rest[1], str(value))
    elif field.shape is Shape.DATE and rest == ["words"] and isinstance(value, Text):
        held["words"] = to_plain(value)
    elif field.shape is Shape.VALUE:
        _set(store, held, field.type, rest, value, path)
    else:
        raise _no_field(path)


def set_wording(plain: Document, language: str, words: str) -> None:
    """A person's wording: no draft any more, and made from the source as it stands."""
    text = from_plain_text(plain).translated(language, words, source=ZH_HANS, is_drafted=False)
    plain.clear()
    plain.update(to_plain(text))


def from_plain_text(plain: Document) -> Text:
    """A text from its plain form."""
    text: Text = to_value(plain, TEXT)
    return text


def _plain(store: Store, field: Field, value: Any, path: str) -> Any:
    """The plain form of a whole field; None takes it out."""
    if value is None or (value == "" and field.shape not in (Shape.WORDS, Shape.FLAG)):
        return None
    if not field.is_many:
        return _one(store, field, value, path)
    if isinstance(value, str):
        try:
            value = read_json(value)
        except ValueError:
            value = [part.strip() for part in value.split(",")]
    if not isinstance(value, list | tuple):
        raise InvalidRecord(
            f"“{path}” holds a list.",
            'Write it as JSON: ["…", "…"].',
            subject=path,
            code="field-is-list",
        )
    return [_one(store, field, one, path) for one in value]


def _one(store: Store, field: Field, value: Any, path: str) -> Any:
    plain = to_plain(value)
    match field.shape:
        case Shape.REFERENCE:
            return _target(store, field, str(plain))
        case Shape.DATE if isinstance(plain, str):
            return to_plain(dates.parse(plain))
        case Shape.TEXT if isinstance(plain, str) and not plain.startswith("{"):
            return {ZH_HANS: plain}
        case Shape.WHOLE | Shape.NUMBER if isinstance(plain, str):
            return _number(plain, field, path)
        case Shape.FLAG if isinstance(plain, str):
            return _flag(plain, path)
        case Shape.VALUE | Shape.TEXT if isinstance(plain, str):
            return _json(plain, path)
        case _:
            return plain


def _target(store: Store, field: Field, reference: str) -> str:
    if is_id(reference):
        if not store.exists(RecordId(reference)):
            raise NotFound(
                f"There is no record {reference}.", subject=reference, code="record-gone"
            )
        return reference
    name = f"{field.target}:{reference}" if field.target and ":" not in reference else reference
    return store.resolve(name).id


def _number(words: str, field: Field, path: str) -> int | float:
    try:
        return int(words) if field.shape is Shape.WHOLE else float(words)
    except ValueError:
        raise InvalidRecord(
            f"“{path}” holds a number, not “{words}”.", subject=path, code="number-unreadable"
        ) from None


def _flag(words: str, path: str) -> bool:
    lowered = words.strip().lower()
    if lowered in _TRUE:
        return True
    if lowered in _FALSE:
        return False
    raise InvalidRecord(
        f"“{path}” is true or false, not “{words}”.", subject=path, code="flag-unreadable"
    )


def _json(words: str, path: str) -> Any:
    try:
        return read_json(words)
    except ValueError:
        raise InvalidRecord(
            f"“{path}” should be written as JSON.", subject=path, code="json-unreadable"
        ) from None


def _no_field(path: str) -> InvalidRecord:
    return InvalidRecord(
        f"There is no field “{path}”.",
        "“hall show” lists the fields of a record.",
        subject=path,
        code="field-unknown",
    )
