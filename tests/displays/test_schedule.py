"""Who shows what, and why."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hall_app.displays.schedule import Loss, resolve
from hall_app.domain.ids import GalleryId, RecordId
from hall_app.domain.records.screens import Display
from hall_app.domain.schedule import Claim, Hours, Layer, Scope

MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SCREEN = Display(
    id=RecordId("d1"), slug="door", gallery=GalleryId("g1"), group="entrance"
)  # fmt: skip


def make_claim(layer: Layer = Layer.SCHEDULE, name: str = "claim", **more) -> Claim:
    return Claim(layer=layer, name=name, page="home", **more)


def test_the_higher_layer_is_heard_and_the_lower_one_says_why_not() -> None:
    low, high = make_claim(Layer.PRESET, "preset"), make_claim(Layer.EMERGENCY, "alarm")
    verdict = resolve([low, high], SCREEN, MONDAY_NOON)
    assert verdict.winner == high
    assert verdict.losers == ((low, Loss.LOWER_LAYER),)


def test_within_a_layer_the_narrower_scope_is_heard() -> None:
    hall = make_claim(name="hall")
    gallery = make_claim(name="gallery", scope=Scope(galleries=frozenset({GalleryId("g1")})))
    group = make_claim(name="group", scope=Scope(groups=frozenset({"entrance"})))
    screen = make_claim(name="screen", scope=Scope(displays=frozenset({RecordId("d1")})))
    verdict = resolve([hall, gallery, group, screen], SCREEN, MONDAY_NOON)
    assert verdict.winner == screen
    assert {loss for _, loss in verdict.losers} == {Loss.WIDER_SCOPE}


def test_a_claim_for_another_display_is_never_heard() -> None:
    other = make_claim(Layer.EMERGENCY, scope=Scope(displays=frozenset({RecordId("d2")})))
    assert resolve([other], SCREEN, MONDAY_NOON).losers == ((other, Loss.OTHER_DISPLAY),)


def test_a_claim_holds_from_its_first_moment_until_just_before_its_last() -> None:
    claim = make_claim(since=MONDAY_NOON, until=MONDAY_NOON + timedelta(hours=1))
    assert resolve([claim], SCREEN, MONDAY_NOON).winner == claim
    assert resolve([claim], SCREEN, MONDAY_NOON + timedelta(hours=1)).winner is None
    assert resolve([claim], SCREEN, MONDAY_NOON - timedelta(seconds=1)).winner is None


def test_weekdays_in_the_afternoon_can_be_said() -> None:
    hours = Hours(weekdays=frozenset(range(5)), opens=time(14, 20), closes=time(15, 50))
    claim = make_claim(hours=hours)
    assert resolve([claim], SCREEN, MONDAY_NOON.replace(hour=14, minute=20)).winner == claim
    assert resolve([claim], SCREEN, MONDAY_NOON.replace(hour=15, minute=50)).winner is None
    assert resolve([claim], SCREEN, MONDAY_NOON.replace(day=28, hour=15)).winner is None


def test_a_late_evening_runs_past_midnight_into_the_next_day() -> None:
    monday_night = Hours(weekdays=frozenset({0}), opens=time(22), closes=time(2))
    claim = make_claim(hours=monday_night)
    assert resolve([claim], SCREEN, MONDAY_NOON.replace(hour=23)).winner == claim
    assert resolve([claim], SCREEN, MONDAY_NOON.replace(day=24, hour=1)).winner == claim
    assert resolve([claim], SCREEN, MONDAY_NOON.replace(day=23, hour=1)).winner is None


def test_a_holiday_is_excepted() -> None:
    hours = Hours(opens=time(9), closes=time(17), except_on=frozenset({date(2026, 11, 23)}))
    claim = make_claim(hours=hours)
    assert resolve([claim], SCREEN, MONDAY_NOON).losers == ((claim, Loss.NOT_NOW),)


@given(
    layers=st.lists(st.sampled_from(list(Layer)), min_size=1, max_size=8),
    minute=st.integers(0, 60 * 24 * 14),
    order=st.randoms(),
)
def test_with_a_default_every_minute_has_one_answer_whatever_the_order(
    layers, minute, order
) -> None:
    claims = [make_claim(layer, f"claim {n}") for n, layer in enumerate(layers)]
    claims.append(make_claim(Layer.GALLERY_DEFAULT, "default"))
    at = MONDAY_NOON + timedelta(minutes=minute)
    first = resolve(claims, SCREEN, at)
    order.shuffle(claims)
    assert first.winner is not None
    assert resolve(claims, SCREEN, at).winner == first.winner
    assert len(first.losers) == len(claims) - 1
