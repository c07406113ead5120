"""Multilingual text: what a reader gets, and what a translator is told."""

import pytest

from hall_app.domain.text import EN, NO_TEXT, ZH_HANS, ZH_HANT, Text, Wording, digest

SILK = Text.of({"en": "Silk", "zh-Hans": "丝", "zh-Hant": "絲"})


def test_a_bare_string_is_simplified_chinese():
    assert Text.of("丝") == Text.of({ZH_HANS: "丝"})


def test_equal_words_are_equal_whatever_the_order_they_came_in():
    assert Text.of({"zh-Hant": "絲", "zh-Hans": "丝", "en": "Silk"}) == SILK
    assert list(SILK) == [ZH_HANS, ZH_HANT, EN]


def test_languages_we_do_not_know_come_last_in_alphabetical_order():
    assert list(Text.of({"pt": "Seda", "en": "Silk", "fr": "Soie"})) == ["en", "fr", "pt"]


def test_empty_wordings_are_not_kept():
    assert Text.of({"zh-Hans": "", "en": ""}) == NO_TEXT
    assert not NO_TEXT
    assert SILK.with_wording(EN, "") == Text.of({"zh-Hans": "丝", "zh-Hant": "絲"})


def test_an_exact_language_is_empty_where_there_is_none():
    assert Text.of("丝")[EN] == ""
    assert Text.of("丝").wording(EN) is None


@pytest.mark.parametrize(
    ("words", "language", "best"),
    [
        ({"zh-Hans": "丝", "en": "Silk"}, "zh-Hant", "丝"),
        ({"zh-Hant": "絲", "en": "Silk"}, "zh-Hans", "絲"),
        ({"zh-Hant": "絲", "zh-Hans": "丝"}, "en", "丝"),
        ({"en": "Silk"}, "zh-Hans", "Silk"),
        ({"en": "Silk"}, "pt", "Silk"),
        ({"pt": "Seda"}, "en", "Seda"),
        ({}, "en", ""),
    ],
)
def test_a_reader_gets_the_nearest_language_that_has_words(words, language, best):
    assert Text.of(words).best(language) == best


def test_a_translation_is_stale_once_its_source_has_moved_on():
    text = Text.of("丝").translated(EN, "Silk", source=ZH_HANS, is_drafted=False)
    assert text.wording(EN) == Wording("Silk", made_from=digest("丝"))
    assert not text.is_stale(EN, ZH_HANS)
    assert text.with_wording(ZH_HANS, "生丝").is_stale(EN, ZH_HANS)


def test_the_source_itself_and_words_of_unknown_origin_are_never_stale():
    assert not SILK.is_stale(ZH_HANS, ZH_HANS)
    assert not SILK.is_stale(EN, ZH_HANS)
    assert not SILK.is_stale("pt", ZH_HANS)
    changed = SILK.translated(ZH_HANS, "生丝", source=ZH_HANS, is_drafted=False)
    assert changed.wording(ZH_HANS) == Wording("生丝")


def test_words_made_from_nothing_have_no_origin():
    text = NO_TEXT.translated(EN, "Silk", source=ZH_HANS, is_drafted=False)
    assert text == Text.of({"en": "Silk"})
    assert not text.with_wording(ZH_HANS, "丝").is_stale(EN, ZH_HANS)


def test_a_draft_stays_marked_until_a_person_has_read_it():
    text = Text.of("丝").translated(ZH_HANT, "絲", source=ZH_HANS, is_drafted=True)
    read = text.read(ZH_HANT)
    assert text.wording(ZH_HANT).is_drafted
    assert read.wording(ZH_HANT) == Wording("絲", made_from=digest("丝"))
    assert read.read(EN) is read
