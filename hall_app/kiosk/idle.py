"""When a visitor has gone: seconds without a touch, then a countdown, then the start again."""

from __future__ import annotations

from dataclasses import dataclass, replace

PATIENCE_S = 70
COUNTDOWN_S = 20
_ACCESSIBLE_FACTOR = 3


@dataclass(frozen=True, slots=True)
class Idle:
    """The idle clock as a value; `tick` is one second later.

    Attributes:
        given_s: How long a visitor may be still before the countdown.
        is_held: A film or speech the visitor started is playing.
        is_patient: An accessible mode is on, so both spans are tripled.
    """

    quiet_s: int = 0
    given_s: int = PATIENCE_S
    is_held: bool = False
    is_patient: bool = False

    @property
    def patience_s(self) -> int:
        return self.given_s * (_ACCESSIBLE_FACTOR if self.is_patient else 1)

    @property
    def countdown_s(self) -> int:
        return COUNTDOWN_S * (_ACCESSIBLE_FACTOR if self.is_patient else 1)

    @property
    def seconds_left(self) -> int:
        """Seconds of the countdown still to go, 0 while it does not run."""
        left = self.patience_s + self.countdown_s - self.quiet_s
        return left if 0 < left <= self.countdown_s else 0

    @property
    def is_over(self) -> bool:
        return self.quiet_s >= self.patience_s + self.countdown_s

    def touched(self) -> Idle:
        return replace(self, quiet_s=0)

    def tick(self) -> Idle:
        return self if self.is_held else replace(self, quiet_s=self.quiet_s + 1)
