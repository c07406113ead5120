"""Looks that are alike are found without comparing each with each."""

import random

from hall_app.domain import looks


def changed(look: str, bits: list[int]) -> str:
    value = int(look, 16)
    for bit in bits:
        value ^= 1 << bit
    return f"{value:016x}"


def test_whatever_differs_in_up_to_seven_bits_is_found_and_nothing_else():
    chance = random.Random(4)
    for _ in range(300):
        look = f"{chance.getrandbits(64):016x}"
        near = changed(look, chance.sample(range(64), chance.randint(0, looks.ALIKE)))
        far = changed(look, chance.sample(range(64), looks.ALIKE + 1))
        found = looks.alike([("one", look), ("near", near), ("far", far)])
        assert "near" in found["one"]
        assert "far" not in found["one"]


def test_what_has_no_look_is_like_nothing():
    assert looks.alike([("one", ""), ("other", "")]) == {}
    assert not looks.is_look("flat")
