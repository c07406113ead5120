"""Looking into the media library: what is typed, and what it means."""

from hypothesis import given
from hypothesis import strategies as st

from hall_app.domain.media_query import (
    MediaOrder,
    MediaQuery,
    RightsState,
    clean_tags,
    parse,
    tags_of,
    written,
)
from hall_app.domain.records.media import Medium

TAGS = (
    st.text("丝绸 abc老照", min_size=1, max_size=8).map(lambda one: clean_tags([one])).filter(bool)
)


def test_marks_are_understood_and_the_rest_is_words():
    found = parse('缫丝 medium:film 女工 rights:ending is:no-alt tag:"老 照片" sort:until')
    assert found == MediaQuery(
        words="缫丝 女工",
        medium=Medium.FILM,
        rights=RightsState.ENDING,
        tags=("老 照片",),
        lacks_alt=True,
        order=MediaOrder.UNTIL,
    )


def test_a_mark_that_nobody_knows_is_words():
    assert parse("colour:red medium:dream is: 8:30").words == "colour:red medium:dream is: 8:30"


@given(
    st.builds(
        MediaQuery,
        words=st.lists(st.text("丝绸梳篦abc", min_size=1, max_size=4)).map(" ".join),
        medium=st.none() | st.sampled_from(Medium),
        gallery=st.sampled_from(["", "century", "brand"]),
        rights=st.none() | st.sampled_from(RightsState),
        tags=st.lists(TAGS.map(lambda tags: tags[0]), max_size=3).map(tuple),
        lacks_alt=st.booleans(),
        is_unused=st.booleans(),
        is_alike=st.booleans(),
        order=st.sampled_from(MediaOrder),
    )
)
def test_a_query_that_was_written_down_is_the_same_query(query):
    assert parse(written(query)) == query


def test_tags_are_parted_by_any_comma_and_named_once():
    assert tags_of(" 老照片，机器; 机器、\n丝  绸,") == ("老照片", "机器", "丝 绸")


def test_everything_is_looked_for_whatever_its_order():
    assert parse("sort:title").is_everything
    assert not parse("is:unused").is_everything
