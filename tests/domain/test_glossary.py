"""Names that a conversion has to spell as the hall does."""

from hypothesis import given
from hypothesis import strategies as st

from hall_app.domain.glossary import NO_GLOSSARY, Glossary


def _loud(words: str) -> str:
    return words.upper()


def test_name_is_put_as_the_glossary_has_it_and_the_rest_is_converted():
    glossary = Glossary.of([("里水", "里水"), ("ab", "x")])
    assert glossary.convert("cab里水d", _loud) == "Cx里水D"


def test_the_longest_name_counts_where_several_begin_alike():
    glossary = Glossary.of([("甲厂", "甲廠"), ("甲厂二分厂", "甲廠第二分廠")])
    assert glossary.convert("甲厂二分厂与甲厂", _loud) == "甲廠第二分廠与甲廠"


def test_the_first_pair_of_a_name_counts_and_half_a_pair_does_not():
    glossary = Glossary.of([("", "x"), ("甲", ""), ("甲", "乙"), ("甲", "丙")])
    assert glossary.convert("甲", _loud) == "乙"


@given(st.text(max_size=40))
def test_without_names_everything_is_converted(words):
    assert NO_GLOSSARY.convert(words, str.upper) == words.upper()


@given(
    st.text("甲乙丙", max_size=30),
    st.lists(st.tuples(st.text("甲乙丙", max_size=3), st.just("丁"))),
)
def test_no_name_of_the_glossary_is_left_in_what_it_made(words, pairs):
    made = Glossary.of(pairs).convert(words, str)
    assert all(source not in made for source, _ in pairs if source)
