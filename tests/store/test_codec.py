"""Records as documents, and documents that are no records."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hall_app.domain.kinds import Kind
from hall_app.domain.records import Event, Statistic
from hall_app.domain.text import Text, Wording
from hall_app.errors import InvalidRecord
from hall_app.store.codec import canonical_json, from_document, read_json, to_document
from tests.strategies import ids, records

ONE = {"id": "018f3c2a-0000-7000-8000-000000000000", "slug": "one"}


@settings(max_examples=15)
@pytest.mark.parametrize("kind", Kind)
@given(data=st.data())
def test_every_record_comes_back_from_its_bytes(kind, data):
    record = data.draw(records(kind, links=ids()))
    packed = canonical_json(to_document(record))
    again = from_document(read_json(packed))
    assert again == record
    assert canonical_json(to_document(again)) == packed


def test_a_document_leaves_defaults_out():
    assert to_document(Event(**ONE)) == {"kind": "event", **ONE}
    assert to_document(Event(**ONE, importance=2))["importance"] == 2


def test_a_text_tells_its_drafts_and_origins_beside_its_words():
    text = Text.of(
        {"zh-Hans": "丝", "zh-Hant": Wording("絲", is_drafted=True, made_from="0123456789ab")}
    )
    document = to_document(Event(**ONE, title=text))
    assert document["title"] == {
        "zh-Hans": "丝",
        "zh-Hant": "絲",
        "is_drafted": ["zh-Hant"],
        "made_from": {"zh-Hant": "0123456789ab"},
    }


def test_a_whole_figure_is_written_without_a_point():
    assert canonical_json(to_document(Statistic(**ONE, value=32.0))["value"]) == b"32"


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({"kind": "emperor"}, "emperor"),
        ({"kind": "event", "colour": "red"}, "colour"),
        ({"kind": "event", "title": 7}, "title"),
        ({"kind": "event", "title": {"zh-Hans": 7}}, "title.zh-Hans"),
        ({"kind": "event", "title": {"zh_hans": "丝"}}, "title.zh_hans"),
        ({"kind": "event", "title": {"zh-Hans": "丝", "is_drafted": 3}}, "title"),
        ({"kind": "event", "title": {"zh-Hans": "丝", "made_from": []}}, "title"),
        (
            {"kind": "event", "title": {"zh-Hans": "丝", "made_from": {"zh-Hans": 1}}},
            "title.made_from",
        ),
        ({"kind": "event", "title": "\udcff"}, "title"),
        ({"kind": "event", "remark": "\udcff"}, "remark"),
        ({"kind": "event", "remark": None}, "remark"),
        ({"kind": "event", "media": "one"}, "media"),
        ({"kind": "event", "media": [1]}, "media.0"),
        ({"kind": "event", "importance": 2.5}, "importance"),
        ({"kind": "event", "importance": True}, "importance"),
        ({"kind": "event", "importance": 10**30}, "importance"),
        ({"kind": "event", "certainty": "maybe"}, "fact, tradition, disputed"),
        ({"kind": "event", "date": "1872"}, "date"),
        ({"kind": "event", "date": {"edtf": "1872"}}, "date"),
        ({"kind": "event", "shown": {"since": "1872-02-30"}}, "shown.since"),
        ({"kind": "event", "shown": {"since": 1872}}, "shown.since"),
        ({"kind": "event", "is_public": "yes"}, "is_public"),
        ({"kind": "event", "citations": [{}]}, "source"),
        ({"kind": "event", "citations": [{"source": "x", "page": 3}]}, "citations.0.page"),
        ({"kind": "statistic", "value": float("nan")}, "value"),
        ({"kind": "statistic", "value": float("inf")}, "value"),
        ({"kind": "statistic", "value": 10**400}, "value"),
        ({"kind": "media", "metadata": ["ab"]}, "metadata.0"),
        ({"kind": "media", "metadata": [["a"]]}, "metadata.0"),
        ({"kind": "media", "metadata": [["a", 1]]}, "metadata.0"),
        ({"kind": "media", "metadata": [7]}, "metadata.0"),
    ],
)
def test_a_document_that_does_not_fit_is_refused_by_the_name_of_its_field(body, named):
    with pytest.raises(InvalidRecord, match="(?s)" + named.replace(".", r"\.")):
        from_document({**ONE, **body})


def test_a_document_without_a_name_is_refused():
    with pytest.raises(InvalidRecord, match="lacks id, slug"):
        from_document({"kind": "event"})


@settings(max_examples=60)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["zh-Hans", "source", "edtf", "is_drafted"]), inner),
        max_leaves=6,
    ),
    st.sampled_from(
        [("event", "title"), ("event", "date"), ("event", "media"), ("event", "shown"), ("event", "citations"),
         ("media", "metadata"), ("media", "rights"), ("statistic", "value"), ("quiz", "questions")]
    ),
)  # fmt: skip
def test_whatever_a_field_holds_is_either_read_or_refused(held, field):
    kind, name = field
    document = {**ONE, "kind": kind, name: held}
    try:
        record = from_document(document)
    except InvalidRecord:
        return
    assert from_document(json.loads(canonical_json(to_document(record)))) == record
