"""Strategies for records of every kind, built from what their fields say they hold."""

from __future__ import annotations

import string
from datetime import UTC, datetime
from functools import cache
from typing import Any

from hypothesis import strategies as st

from hall_app.domain.dates import Day, HallDate, Precision, days_in_month
from hall_app.domain.fields import Field, Shape, fields_of
from hall_app.domain.ids import RecordId, uuid7
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES, Record
from hall_app.domain.text import EN, LANGUAGES, ZH_HANS, ZH_HANT, Text, Wording, digest

CHINESE = "南海丝绸缫机继昌隆厂牌品馆佛山西樵镇年铝陶瓷纺织龙狮桑基鱼塘〇"
TRADITIONAL = "南海絲綢繅機繼昌隆廠牌品館佛山西樵鎮年鋁陶瓷紡織龍獅桑基魚塘"
LATIN = string.ascii_letters + string.digits + " .,-"
MARKED = CHINESE + "，。《》（）*_#> \n"


def ids() -> st.SearchStrategy[RecordId]:
    """Ids as the program makes them."""
    moments = st.integers(1_577_836_800, 2_208_988_800).map(
        lambda s: datetime.fromtimestamp(s, UTC)
    )
    bits = st.integers(0, 2**74 - 1)
    return st.builds(
        lambda moment, chance: RecordId(uuid7(moment, lambda _: chance)), moments, bits
    )


def slugs() -> st.SearchStrategy[str]:
    return st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}", fullmatch=True)


def words(alphabet: str = MARKED, *, most: int = 24) -> st.SearchStrategy[str]:
    return st.text(alphabet, max_size=most)


def texts(*, is_plain: bool = False) -> st.SearchStrategy[Text]:
    """Texts in up to three languages; unless plain, with drafts and what they were made from."""
    if is_plain:
        return st.builds(
            lambda hans, hant, en: Text.of({ZH_HANS: hans, ZH_HANT: hant, EN: en}),
            words(), words(TRADITIONAL), words(LATIN),
        )  # fmt: skip
    origins = st.one_of(st.just(""), words(CHINESE).map(digest))
    wordings = st.builds(Wording, words(), st.booleans(), origins)
    return st.dictionaries(st.sampled_from(LANGUAGES), wordings).map(Text.of)


def days(first: int = -3000, last: int = 2100) -> st.SearchStrategy[Day]:
    return st.builds(
        lambda year, month, day: Day(year, month, min(day, days_in_month(year, month))),
        st.integers(first, last), st.integers(1, 12), st.integers(1, 31),
    )  # fmt: skip


def dates() -> st.SearchStrategy[HallDate]:
    return st.builds(
        HallDate,
        edtf=st.from_regex(r"-?\d{4}(-\d\d)?", fullmatch=True),
        earliest=days(),
        latest=st.one_of(st.none(), days()),
        precision=st.sampled_from(Precision),
        words=texts(is_plain=True),
    )


def values(field: Field, *, links: st.SearchStrategy[RecordId] | None) -> st.SearchStrategy[Any]:
    """What a whole field may hold; references only from `links`, none without."""
    one = _one(field, links)
    if one is None:
        return st.just(() if field.is_many else None)
    if field.is_many:
        return st.lists(one, max_size=3).map(tuple)
    return st.one_of(st.none(), one) if field.is_optional else one


def records(
    kind: Kind, *, links: st.SearchStrategy[RecordId] | None = None
) -> st.SearchStrategy[Record]:
    """Whole records of one kind; without `links`, ones that stand alone."""
    return _values_of(RECORD_TYPES[kind], links)


@cache
def _plain_values_of(owner: type[Any]) -> st.SearchStrategy[Any]:
    return st.builds(owner, **_parts(owner, None))


def _values_of(
    owner: type[Any], links: st.SearchStrategy[RecordId] | None
) -> st.SearchStrategy[Any]:
    return _plain_values_of(owner) if links is None else st.builds(owner, **_parts(owner, links))


def _parts(
    owner: type[Any], links: st.SearchStrategy[RecordId] | None
) -> dict[str, st.SearchStrategy[Any]]:
    return {field.name: _part(owner, field, links) for field in fields_of(owner)}


def _part(
    owner: type[Any], field: Field, links: st.SearchStrategy[RecordId] | None
) -> st.SearchStrategy[Any]:
    if issubclass(owner, Record) and field.name == "id":
        return ids()
    if issubclass(owner, Record) and field.name == "slug":
        return slugs()
    return values(field, links=links)


def _one(field: Field, links: st.SearchStrategy[RecordId] | None) -> st.SearchStrategy[Any] | None:
    match field.shape:
        case Shape.REFERENCE:
            return links
        case Shape.VALUE if links is None and _needs_a_link(field.type):
            return None
        case Shape.VALUE:
            return _values_of(field.type, links)
        case Shape.CHOICE:
            return st.sampled_from(field.type)
        case shape:
            return _SIMPLE[shape]


def _needs_a_link(owner: type[Any]) -> bool:
    return any(
        inner.shape is Shape.REFERENCE and not inner.is_optional and not inner.is_many
        for inner in fields_of(owner)
    )


_SIMPLE: dict[Shape, st.SearchStrategy[Any]] = {
    Shape.TEXT: texts(),
    Shape.WORDS: words(MARKED + LATIN + "\"'\\/😀"),
    Shape.WHOLE: st.integers(-(2**53), 2**53),
    Shape.NUMBER: st.floats(allow_nan=False, allow_infinity=False, width=32),
    Shape.FLAG: st.booleans(),
    Shape.DAY: days(),
    Shape.DATE: dates(),
    Shape.PAIR: st.tuples(words(LATIN), words()),
}
