"""What the hall has to say is there: all of it, with its sources, and as a walk."""

from collections import Counter

import pytest

from hall_app.domain.records import ExhibitForm

GALLERIES = ("preface", "century", "era", "craft", "brand")
COUNTS = {
    "hall": 1,
    "gallery": 5,
    "event": 112,
    "enterprise": 32,
    "craft": 18,
    "statistic": 31,
    "quiz": 5,
}
SILENT = {"media", "display", "release", "source"}
"""Kinds that state nothing about the world; a source is itself what is cited."""

PROJECTS_NAMED_IN_2017 = {
    "project-brand-hall": "全球产品跨界创新“品牌南海”馆",
    "project-quality-and-lifts": "质量创新、品牌先行行动以及‘标准化+电梯安全监管’",
    "project-famous-standard": "名标工程",
    "project-aluminium-zone": "创建南海出口铝型材质量安全示范区",
    "project-village-zones": "村级工业区环保整治三年行动方案",
    "project-procurement-centre": "全球采购中心",
    "project-bean-curd-standard": "豆制品（豆腐）团体标准",
}


def of_kind(files, kind):
    return {slug: body for (one, slug), body in files.items() if one == kind}


def walk(files, gallery):
    """The exhibits of a gallery in the order a visitor meets them."""
    sections = of_kind(files, "section")
    exhibits = [
        (sections[body["section"]]["order"], body["order"], slug)
        for slug, body in of_kind(files, "exhibit").items()
        if sections[body["section"]]["gallery"] == gallery
    ]
    return [slug for _, _, slug in sorted(exhibits)]


@pytest.mark.parametrize(("kind", "count"), COUNTS.items())
def test_the_hall_holds_as_many_records_as_the_facts(files, kind, count):
    assert len(of_kind(files, kind)) == count


def test_every_statement_has_a_source_or_says_that_it_is_to_be_verified(files):
    bare = [
        f"{kind}/{slug}"
        for (kind, slug), body in files.items()
        if kind not in SILENT
        and (body.get("text") or kind in {"event", "honour", "statistic"})
        and not body.get("citations")
        and body.get("confidence") != "general"
    ]
    assert bare == []


def test_what_is_to_be_verified_says_what_and_why(files):
    silent = [
        f"{kind}/{slug}"
        for (kind, slug), body in files.items()
        if body.get("confidence") == "general" and kind not in SILENT and not body.get("remark")
    ]
    assert silent == []


def test_exhibits_landmarks_enterprises_and_crafts_have_a_picture(files):
    pictures = of_kind(files, "media")
    bare = [
        f"{kind}/{slug}"
        for (kind, slug), body in files.items()
        if (
            kind in {"hall", "gallery", "exhibit", "enterprise", "craft"}
            or body.get("importance") == 3
        )
        and kind != "timeline"
        and not any(name in pictures for name in body.get("media", []))
    ]
    assert bare == []


def test_the_galleries_follow_each_other_along_the_road(files):
    galleries = of_kind(files, "gallery")
    assert sorted(galleries, key=lambda slug: galleries[slug]["order"]) == list(GALLERIES)
    assert [galleries[slug]["order"] for slug in GALLERIES] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("gallery", GALLERIES)
def test_a_gallery_is_a_walk_from_a_panel_to_a_quiz(files, gallery):
    exhibits = of_kind(files, "exhibit")
    forms = [exhibits[slug]["form"] for slug in walk(files, gallery)]
    assert forms[0] == "panel"
    assert forms[-1] == "quiz"
    assert forms.count("quiz") == 1
    assert len(set(forms)) >= 4
    orders = [exhibits[slug]["order"] for slug in walk(files, gallery)]
    assert orders == list(range(1, len(orders) + 1))


def test_every_form_of_exhibit_is_used(files):
    used = {body["form"] for body in of_kind(files, "exhibit").values()}
    assert used == {str(form) for form in ExhibitForm}


def test_each_form_finds_what_it_shows(files):
    media = of_kind(files, "media")
    for slug, body in of_kind(files, "exhibit").items():
        kinds = Counter(item.partition(":")[0] for item in body["items"])
        match body["form"]:
            case "film":
                assert media[body["media"][0]]["file"].endswith((".mp4", ".webm")), slug
            case "compare":
                assert [name.rpartition("-")[2] for name in body["media"][:2]] == [
                    "before",
                    "after",
                ], slug
            case "timeline":
                assert body["view"], slug
            case "quiz" | "map" | "craft" as form:
                assert kinds[form], slug
            case "statistics":
                assert kinds["statistic"], slug
            case "enterprise-wall":
                assert kinds["enterprise"] == COUNTS["enterprise"], slug


def test_an_exhibit_says_it_in_ninety_characters(files):
    long = {
        slug: len(body["text"]["zh-Hans"])
        for slug, body in of_kind(files, "exhibit").items()
        if len(body["text"]["zh-Hans"]) > 92 or len(body["title"]["zh-Hans"]) > 10
    }
    assert long == {}


def test_the_seven_projects_named_in_2017_are_told_and_no_other(files):
    exhibits = of_kind(files, "exhibit")
    told = {slug for slug in exhibits if slug.startswith("project-")}
    assert told == set(PROJECTS_NAMED_IN_2017)
    for slug, name in PROJECTS_NAMED_IN_2017.items():
        assert name in exhibits[slug]["text"]["zh-Hans"], slug
        assert exhibits[slug]["confidence"] in {"article", "sourced"}


@pytest.mark.parametrize("gallery", GALLERIES)
def test_a_quiz_asks_three_or_four_questions_with_one_right_answer_each(files, gallery):
    questions = of_kind(files, "quiz")[f"quiz-{gallery}"]["questions"]
    assert len(questions) in {3, 4}
    for question in questions:
        assert len(question["answers"]) == 3
        assert sum(answer.get("is_right", False) for answer in question["answers"]) == 1
        assert question["explanation"]
        assert question["about"]


def test_right_answers_do_not_always_stand_in_the_same_place(files):
    places = Counter(
        [answer.get("is_right", False) for answer in question["answers"]].index(True)
        for quiz in of_kind(files, "quiz").values()
        for question in quiz["questions"]
    )
    assert set(places) == {0, 1, 2}


def test_every_gallery_has_events_and_says_its_span_from_them(files):
    for gallery in GALLERIES:
        assert any(body["gallery"] == gallery for body in of_kind(files, "event").values())
        assert "–" in files["gallery", gallery]["period"]["en"]
