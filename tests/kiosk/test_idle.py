"""Whether anyone is there: patience, a countdown, and what stops the clock."""

from hall_app.kiosk.idle import COUNTDOWN_S, PATIENCE_S, Idle


def after(seconds: int, idle: Idle | None = None) -> Idle:
    idle = idle or Idle()
    for _ in range(seconds):
        idle = idle.tick()
    return idle


def test_nothing_is_counted_while_patience_lasts():
    assert after(PATIENCE_S - 1).seconds_left == 0


def test_countdown_runs_to_its_end():
    assert after(PATIENCE_S).seconds_left == COUNTDOWN_S
    assert after(PATIENCE_S + 5).seconds_left == COUNTDOWN_S - 5
    assert after(PATIENCE_S + COUNTDOWN_S).is_over


def test_touch_begins_again():
    assert after(PATIENCE_S + 5).touched().seconds_left == 0


def test_clock_stops_while_a_film_plays():
    assert after(1000, Idle(is_held=True)).quiet_s == 0


def test_help_for_reading_triples_both_spans():
    patient = Idle(is_patient=True)
    assert patient.patience_s == 3 * PATIENCE_S
    assert after(3 * PATIENCE_S, patient).seconds_left == 3 * COUNTDOWN_S


def test_hall_may_set_its_own_patience():
    assert after(10, Idle(given_s=10)).seconds_left == COUNTDOWN_S
