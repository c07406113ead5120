"""A clock and ids that a test turns by hand."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from hall_app.domain.ids import uuid7


class Clock:
    """Stands still until it is moved on."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def pass_by(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


class Ids:
    """Ids in time order, the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self._moment = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> str:
        self._moment += timedelta(milliseconds=1)
        return uuid7(self._moment, self._chance.getrandbits)
