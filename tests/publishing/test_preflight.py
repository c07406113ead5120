"""Preflight: what blocks, what is advised, and that every problem has its words."""

from __future__ import annotations

import json
import string
from dataclasses import replace
from pathlib import Path

import pytest

from hall_app import resources
from hall_app.domain.dates import Day
from hall_app.domain.kinds import Kind
from hall_app.domain.records.enterprise import Authorisation
from hall_app.domain.records.media import Medium, Rights, RightsScope, Track, TrackRole
from hall_app.domain.records.record import Confidence
from hall_app.domain.text import LANGUAGES, NO_TEXT, Text, Wording
from hall_app.errors import Refused
from hall_app.publishing import preflight, rules
from hall_app.publishing.problem import plain
from tests.publishing.making import NOW, Home, furnish, text

TODAY = Day(2026, 11, 23)


@pytest.fixture
def home(tmp_path: Path):
    home = Home.at(tmp_path / "home")
    yield home
    home.store.close()


@pytest.fixture
def made(home: Home):
    """A hall in which nothing is to be mended."""
    made = furnish(home)
    works = replace(made["jichanglong"], title=text("继昌隆"), authorisation=None)
    exhibit = replace(made["first-steam"], items=(made["event-0"].id, works.id))
    home.put(works, exhibit)
    return {**made, works.slug: works, exhibit.slug: exhibit}


def found(home: Home) -> set[tuple[str, str, str, bool]]:
    """Code, record, field and whether it blocks."""
    return {
        (one.code, one.slug, one.field, one.blocks)
        for one in preflight.check(home.store, home.vault, today=NOW)
    }


def test_a_hall_in_order_has_no_problems(home: Home, made):
    assert found(home) == set()
    preflight.refuse_what_blocks(home.store, home.vault, today=NOW)


ONE_CHANGE = [
    ("event-0", {"title": Text.of({"en": "No Chinese"})}, "title-missing", "title.zh-Hans", True),
    ("event-0", {"citations": ()}, "source-missing", "citations", False),
    ("event-0", {"confidence": Confidence.GENERAL}, "to-verify", "confidence", False),
    ("event-0", {"short_title": text("一" * 13)}, "text-long", "short_title.zh-Hans", False),
    ("event-0", {"text": Text.of("只有简体")}, "language-missing", "text.en", False),
    (
        "event-0",
        {"text": Text.of({**dict(text("丝").wordings), "zh-Hant": Wording("絲", is_drafted=True)})},
        "language-drafted",
        "text.zh-Hant",
        False,
    ),
    (
        "event-0",
        {"text": Text.of({**dict(text("丝").wordings), "en": Wording("silk", made_from="0")})},
        "language-stale",
        "text.en",
        False,
    ),
    ("first-steam", {"items": (), "media": ()}, "exhibit-empty", "items", False),
    ("reel", {"alt": NO_TEXT}, "alt-missing", "alt.zh-Hans", False),
    ("reel", {"medium": Medium.FILM}, "subtitles-missing", "tracks", False),
    (
        "reel",
        {"medium": Medium.FILM},
        "description-missing",
        "no_description_because.zh-Hans",
        False,
    ),
    ("reel", {"rights": Rights(until=Day(2026, 11, 22))}, "rights-over", "rights.until", False),
    ("reel", {"rights": Rights(until=Day(2027, 1, 22))}, "rights-ending", "rights.until", False),
    (
        "reel",
        {"rights": Rights(scope=(RightsScope.WEB,))},
        "rights-not-for-hall",
        "rights.scope",
        True,
    ),
    (
        "jichanglong",
        {"authorisation": Authorisation(until=Day(2026, 1, 1))},
        "authorisation-over",
        "authorisation.until",
        True,
    ),
]


@pytest.mark.parametrize(("slug", "change", "code", "field", "blocks"), ONE_CHANGE)
def test_each_fault_is_found_where_it_is(home: Home, made, slug, change, code, field, blocks):
    home.put(replace(made[slug], **change))
    assert (code, slug, field, blocks) in found(home)


def test_a_missing_file_blocks(home: Home, made):
    home.vault.path(made["reel"].renditions[0].sha256).unlink()
    assert found(home) == {("file-missing", "reel", "sha256", True)}
    with pytest.raises(Refused, match="media:reel"):
        preflight.refuse_what_blocks(home.store, home.vault, today=NOW)


def test_a_link_to_what_is_not_public_is_told(home: Home, made):
    home.put(replace(made["first-steam"], items=(made["secret"].id,)))
    assert found(home) == {("link-hidden", "first-steam", "items.0", False)}


def test_a_link_to_nothing_blocks(made):
    records = [record for record in made.values() if record.kind is not Kind.CRAFT]
    lost = replace(made["first-steam"], items=(made["silk-reeling"].id,))
    records = [lost if record.id == lost.id else record for record in records]
    problems = preflight.examine(records, lambda _: True, TODAY)
    assert [(p.code, p.slug) for p in problems if p.blocks] == [("link-dangling", "first-steam")]


def test_a_library_without_a_hall_blocks(made):
    event = made["secret"]
    event = replace(event, is_public=True, gallery=None)
    codes = [one.code for one in preflight.examine([event], lambda _: True, TODAY)]
    assert codes[0] == "hall-missing"


def test_a_film_with_its_tracks_is_in_order(home: Home, made):
    roles = [(TrackRole.SUBTITLES, language) for language in LANGUAGES]
    tracks = tuple(
        Track(role=role, language=language, sha256=home.vault.put(language.encode()), file_name="t")
        for role, language in [*roles, (TrackRole.DESCRIPTION, "zh-Hans")]
    )
    home.put(replace(made["reel"], medium=Medium.FILM, tracks=tracks, flashes_per_s=0))
    assert found(home) == set()


def test_what_is_not_public_is_nobodys_problem(home: Home, made):
    home.put(replace(made["secret"], title=NO_TEXT, text=Text.of("x" * 9000)))
    assert found(home) == set()


def test_every_problem_has_words_and_a_verb_in_three_languages():
    words = json.loads(resources.asset("i18n", "preflight.json").read_text("utf-8"))
    codes = set(rules.VERBS) | {f"rule-{code}" for code in rules.VERBS}
    verbs = {f"verb-{verb}" for verb in rules.VERBS.values()}
    assert set(words) == codes | verbs | {f"language-{language}" for language in LANGUAGES}
    for key, said in words.items():
        assert list(said) == list(LANGUAGES), key
        parts = [{name for _, name, _, _ in string.Formatter().parse(said[one])} for one in said]
        assert parts[0] == parts[1] == parts[2], key
    assert set(rules.VERBS) >= rules.BLOCKING


def test_a_problem_speaks_the_persons_language(home: Home, made):
    home.put(replace(made["event-0"], short_title=text("一" * 13)))
    problem = next(
        one
        for one in preflight.check(home.store, home.vault, today=NOW)
        if one.field == "short_title.zh-Hans"
    )
    assert problem.say("zh-Hans") == "文字有 13 字宽，页面放得下 12 字。"
    assert problem.message == "The text is 13 characters wide; the page holds 12."
    assert problem.say_verb("zh-Hant") == "去刪短"
    assert plain(problem)["ref"] == "event:event-0"
