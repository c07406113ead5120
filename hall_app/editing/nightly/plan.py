"""When a backup is made and which ones stay: pure functions of moments."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from hall_app.settings import Settings

WORRY_AFTER = timedelta(days=3)
"""How old the newest sound backup may grow before the desk says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where backups go, at which hour, and how many stay."""

    folder: Path | None
    hour: int = 2
    daily: int = 7
    weekly: int = 4
    monthly: int = 12
    lock: str = ""

    @classmethod
    def of(cls, settings: Settings) -> Plan:
        """The plan that the settings state."""
        return cls(
            folder=Path(settings.backup_folder) if settings.backup_folder else None,
            hour=settings.backup_hour,
            daily=settings.backup_daily,
            weekly=settings.backup_weekly,
            monthly=settings.backup_monthly,
            lock=settings.backup_lock,
        )


def is_due(newest: datetime | None, now: datetime, hour: int) -> bool:
    """Whether the night's backup is yet to be made.

    Args:
        newest: When the newest sound one was made, if there is one.
        now: In the machine's own time, as the hour is.
        hour: When the night's backup is made.
    """
    turn = now.replace(hour=hour, minute=0, second=0, microsecond=0)
    if turn > now:
        turn -= timedelta(days=1)
    return newest is None or newest < turn


def kept(moments: Iterable[datetime], plan: Plan) -> set[datetime]:
    """The moments whose backups stay: the newest of each of the last days, weeks and months that have one."""
    newest_first = sorted(moments, reverse=True)
    stays: set[datetime] = set(newest_first[:1])
    spans: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (plan.daily, datetime.date),
        (plan.weekly, lambda moment: moment.isocalendar()[:2]),
        (plan.monthly, lambda moment: (moment.year, moment.month)),
    )
    for count, span in spans:
        seen: list[object] = []
        for moment in newest_first:
            if span(moment) not in seen and len(seen) < count:
                seen.append(span(moment))
                stays.add(moment)
    return stays
